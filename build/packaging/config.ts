// What goes into an installer, and what installers say. electron-builder checks this against its own schema.
import { setFuses } from './fuses.ts';

export type Platform = 'linux' | 'win32' | 'darwin';
export type Arch = 'x64' | 'arm64';

export const ELECTRON_VERSION = '45.4.1';

/** The addon's own name for a system; Linux is glibc (musl systems are not packaged for). */
export const prebuildOf = (platform: Platform, arch: Arch): string =>
  `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;

/** `\${arch}` is electron-builder's own. */
const files = (platform: Platform): string[] => [
  'package.json',
  'dist/electron/**',
  'dist/renderer/**',
  '!**/*.map',
  'scenarios/*.json',
  // Everything but the addon is inside the bundles; of the addon goes what runs on this system.
  '!**/node_modules/node-*/**',
  '!**/node_modules/better-sqlite3/{src,deps}/**',
  '!**/node_modules/better-sqlite3/*.{gyp,md}',
  `!**/node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}.node)`,
];

const both = (target: string): { target: string; arch: Arch[] } => ({ target, arch: ['x64', 'arm64'] });

export const packagingConfig = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  appId: 'cn.watchdesk.desk',
  productName: 'Watchdesk',
  copyright: 'Watchdesk',
  electronVersion: ELECTRON_VERSION,
  artifactName: 'watchdesk-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist/packages', buildResources: 'build/icon' },
  // Only the addon lies beside the archive; everything else is covered by its integrity check.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // The addon ships N-API binaries: nothing is compiled, nothing is rebuilt for Electron.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  publish: null,
  afterPack: setFuses,

  linux: {
    target: [both('AppImage'), both('deb')],
    files: files('linux'),
    executableName: 'watchdesk',
    icon: 'build/icon/icon.png',
    category: 'Office',
    maintainer: 'Watchdesk <watchdesk@localhost>',
    synopsis: '突发事件应急值守台 Duty desk for an emergency office',
    description: '接报、时限提醒、值守记录与应急响应；离线运行，数据保存在本机。卸载程序不删除数据。',
    desktop: {
      entry: {
        Name: 'Watchdesk',
        'Name[zh_CN]': 'Watchdesk 应急值守台',
        'Comment[zh_CN]': '突发事件接报、时限与值守记录',
      },
    },
  },
  deb: { packageCategory: 'misc', priority: 'optional' },

  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ],
    files: files('win32'),
    icon: 'build/icon/icon.ico',
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    // Never another folder: it appends its own name to what is chosen and removes all of that when it goes, so that
    // %LOCALAPPDATA% chosen would be the records' folder, too.
    allowToChangeInstallationDirectory: false,
    // The installer speaks the system's language of these two, Chinese first.
    installerLanguages: ['zh_CN', 'en_US'],
    language: '2052',
    shortcutName: 'Watchdesk 应急值守台',
    uninstallDisplayName: 'Watchdesk 应急值守台',
    // Records outlive the program.
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: 'watchdesk-${version}-portable-${arch}.${ext}' },

  mac: {
    target: [both('dmg')],
    files: files('darwin'),
    icon: 'build/icon/icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
  },
  dmg: { title: 'Watchdesk 应急值守台' },
  ...overrides,
});
