// Who may import whom: docs/ARCHITECTURE.md as a table. build/checkLayers.ts enforces it on every import there is:
// type imports, re-exports, dynamic import() and require() included. To allow something new, change a row here.

export interface Layer {
  /** Files below this folder; of several rows that fit, the longest folder counts. */
  folder: string;
  /** Folders of ours it may import from (its own folder it always may). */
  ours: string[];
  /** Folders it may not import from, although a wider entry of `ours` holds them. */
  except?: string[];
  /** Packages; `name` covers `name/sub` too, `@scope/` the whole scope, `node:` all built-ins. */
  packages: string[];
  /** What its tests (`*.test.ts`, `testing/`) may import besides. */
  tests?: { ours?: string[]; packages: string[] };
  /** Same input, same output: no clock, no randomness, no machine. Tests are exempt. */
  pure?: boolean;
}

const DATES = ['date-fns', '@date-fns/tz'];
const TEST = ['vitest', 'fast-check'];
const TEST_PAGE = [...TEST, '@testing-library/', 'axe-core', 'node:']; // node: to read style sheets and texts as files
const SCREEN = [
  'react',
  'react-dom',
  'react-aria-components',
  'react-aria',
  'react-stately',
  '@react-types/',
  '@internationalized/',
  '@fontsource/',
  'zustand',
  'zod',
  'pinyin-pro',
  ...DATES,
];

export const LAYERS: Layer[] = [
  // Everything pure: domain, plan and whatever may join them. Only contract sees contract.
  {
    folder: 'shared',
    ours: ['shared'],
    except: ['shared/contract'],
    packages: ['zod', ...DATES],
    tests: { packages: TEST },
    pure: true,
  },
  {
    folder: 'shared/contract',
    ours: ['shared'],
    packages: ['zod', ...DATES],
    tests: { packages: TEST },
    pure: true,
  },
  // Documents as content, and the Word file made of it; the library stays behind one folder.
  {
    folder: 'shared/documents/docx',
    ours: ['shared'],
    except: ['shared/contract'],
    packages: ['docx'],
    tests: { packages: [...TEST, 'fflate'] },
    pure: true,
  },

  // Lists of spreadsheet programs, read and written; unpacking and the library stay behind one folder.
  {
    folder: 'shared/spreadsheet',
    ours: ['shared'],
    except: ['shared/contract'],
    packages: ['fflate', 'read-excel-file'],
    tests: { packages: TEST },
    pure: true,
  },

  { folder: 'db', ours: ['shared'], packages: ['node:', 'better-sqlite3'], tests: { packages: TEST } },
  // An incident as an archive, and its verification without a desk.
  { folder: 'db/export', ours: ['shared', 'db'], packages: ['node:', 'fflate'], tests: { packages: TEST } },

  // What both hosts have in common (the alarm scheduler, for one), and the hosts. Only main and preload see Electron.
  {
    folder: 'electron',
    ours: ['shared', 'db'],
    except: ['electron/web', 'electron/main', 'electron/preload'],
    packages: ['node:', 'zod'],
    tests: { packages: TEST },
  },
  {
    folder: 'electron/web',
    ours: ['shared', 'db', 'electron'],
    except: ['electron/main', 'electron/preload'],
    packages: ['node:', 'ws', 'zod'],
    // The contract suite drives the web host through the adapter that the screen uses.
    tests: { ours: ['renderer/platform'], packages: TEST },
  },
  {
    folder: 'electron/main',
    ours: ['shared', 'db', 'electron'],
    except: ['electron/preload'],
    packages: ['node:', 'zod', 'electron'],
    tests: { packages: TEST },
  },
  { folder: 'electron/preload', ours: ['shared/contract'], packages: ['electron'], tests: { packages: TEST } },

  // The screen. Features know nothing of one another: what two of them need belongs in ui/, app/ or shared/.
  { folder: 'renderer', ours: ['shared', 'renderer'], packages: SCREEN, tests: { packages: TEST_PAGE } },
  {
    folder: 'renderer/features',
    ours: ['shared', 'renderer/ui', 'renderer/app'],
    packages: SCREEN,
    tests: { ours: ['renderer/platform', 'renderer/testing'], packages: TEST_PAGE },
  },
  {
    folder: 'renderer/platform',
    ours: ['shared'],
    packages: ['zod'],
    tests: { ours: ['renderer/testing'], packages: TEST_PAGE },
  },
  {
    folder: 'renderer/ui',
    ours: ['shared', 'renderer/app/i18n'],
    packages: SCREEN,
    tests: { ours: ['renderer/testing'], packages: TEST_PAGE },
  },
];

/** Folders whose direct subfolders are strangers to one another. */
export const STRANGERS = ['renderer/features'];

/** Packages that sit behind one file, so that replacing them means changing one file. */
export const BEHIND_ONE_FILE = ['better-sqlite3'];

/** Folders that are checked; build/, bench/, e2e/ stand outside the house and may import anything. */
export const CHECKED = ['shared', 'db', 'electron', 'renderer'];
