// Keeps the dangerous things in the one place whose tests watch them: the parts of Electron that make a page, hear one or
// leave the program, and the browser's own storage (drafts live in the desk's file). Part of build/checkLayers.ts.
import { identifierName, isNode, literalText, type Node, walk } from './parseSource.ts';

const PROGRAM = 'electron/main/program.ts';
const ANYWHERE = 'electron/main/';
const PRELOAD = 'electron/preload/preload.ts';

/** Elsewhere build/layers.ts refuses Electron altogether. */
const SEE_ELECTRON = /^electron\/(main|preload)\//;

/** What of Electron may be imported, and where; what is not here may be imported nowhere. A folder ends in a slash. */
export const ELECTRON_PARTS: Readonly<Record<string, readonly string[]>> = {
  BrowserWindow: ['electron/main/windows/windowFactory.ts'],
  contextBridge: [PRELOAD],
  ipcRenderer: [PRELOAD],
  // Handed to registerIpc.ts, the registry.
  ipcMain: [PROGRAM],
  protocol: [PROGRAM, 'electron/main/main.ts'],
  session: [PROGRAM],
  shell: [PROGRAM],
  app: [ANYWHERE],
  dialog: [ANYWHERE],
  Menu: [ANYWHERE],
  nativeImage: [ANYWHERE],
  Notification: [ANYWHERE],
  powerMonitor: [ANYWHERE],
  powerSaveBlocker: [ANYWHERE],
  screen: [ANYWHERE],
  Tray: [ANYWHERE],
};

/** Where the origin's storage may be used: a practice replay's place in this tab is no record and no draft. */
const STORAGE: Readonly<Record<string, readonly string[]>> = {
  localStorage: [],
  indexedDB: [],
  cookieStore: [],
  sessionStorage: ['renderer/app/practice/practice.ts'],
};

export type Guarded = { start: number; message: string };

const isIn = (file: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));

const isElectron = (node: unknown): boolean => /^electron(\/|$)/.test(literalText(node) ?? '');

/** Imported values by name; null for what hides the names (a namespace, a default, everything). */
function importedNames(node: Node): (string | null)[] {
  if (node['importKind'] === 'type') return [];
  const specifiers = (node['specifiers'] ?? []) as Node[];
  if (specifiers.length === 0) return [null];
  return specifiers
    .filter((one) => one['importKind'] !== 'type')
    .map((one) => identifierName(one['imported']) ?? literalText(one['imported']));
}

function electronParts(file: string, node: Node): string[] {
  const hidden = 'electron: import its parts by name, so that it can be seen which';
  switch (node.type) {
    case 'ImportDeclaration': {
      if (!isElectron(node['source'])) return [];
      return importedNames(node).flatMap((name) => {
        if (name === null) return [hidden];
        const places = Object.hasOwn(ELECTRON_PARTS, name) ? (ELECTRON_PARTS[name] ?? []) : [];
        if (isIn(file, places)) return [];
        return [`electron: ${name} may be used ${places.length === 0 ? 'nowhere' : `in ${places.join(', ')} only`}`];
      });
    }
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return isElectron(node['source']) && node['exportKind'] !== 'type' ? [hidden] : [];
    case 'ImportExpression':
      return isElectron(node['source']) ? [hidden] : [];
    case 'CallExpression': {
      const isRequire = identifierName(node['callee']) === 'require';
      return isRequire && isElectron((node['arguments'] as unknown[])[0]) ? [hidden] : [];
    }
    default:
      return [];
  }
}

/** `localStorage`, `window.localStorage`, `window['localStorage']` and `document.cookie` alike. */
function storageParts(file: string, node: Node): string[] {
  const member = node.type === 'MemberExpression' ? node['property'] : null;
  const isCookie = identifierName(node['object']) === 'document' && identifierName(member) === 'cookie';
  if (isCookie) return ['document.cookie: the session is none of the screen’s business'];
  const name = identifierName(node) ?? (isNode(member) && node['computed'] === true ? literalText(member) : null);
  if (name === null || !Object.hasOwn(STORAGE, name) || isIn(file, STORAGE[name] ?? [])) return [];
  return [`${name}: drafts live in the desk’s file (useDraft), nothing in the origin’s storage`];
}

/** What a file uses that belongs elsewhere, with its place in the text. */
export function findGuardedParts(file: string, program: Node): Guarded[] {
  const found: Guarded[] = [];
  walk(program, (node) => {
    const messages = file.startsWith('renderer/')
      ? storageParts(file, node)
      : SEE_ELECTRON.test(file)
        ? electronParts(file, node)
        : [];
    for (const message of messages) found.push({ start: node.start, message });
  });
  return found;
}
