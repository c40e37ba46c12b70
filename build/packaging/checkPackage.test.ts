import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/desks/places.ts';
import { icnsOf, icoOf } from '../icon/containers.ts';
import { machineOf } from './checkPackage.ts';
import { ELECTRON_VERSION, packagingConfig, prebuildOf } from './config.ts';
import { FUSES } from './fuses.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`);

describe('what is packaged [reliability: Electron]', () => {
  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ] as const)('the addon for %s-%s is known by its header', (platform, arch) => {
    expect(machineOf(read(prebuildOf(platform, arch)))).toBe(`${platform}-${arch}`);
  });
  it('what is no program is not taken for one', () => {
    expect(machineOf(Buffer.from('#!/bin/sh'))).toBe('unknown');
  });

  it('the fuses that let somebody run other code are off, those that guard our own are on', () => {
    const off = Object.keys(FUSES).filter((name) => FUSES[name] === false);
    expect(off).toEqual([
      'RunAsNode',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'LoadBrowserProcessSpecificV8Snapshot',
      'GrantFileProtocolExtraPrivileges',
    ]);
    expect(FUSES).toMatchObject({
      OnlyLoadAppFromAsar: true,
      EnableEmbeddedAsarIntegrityValidation: true,
      EnableCookieEncryption: true,
    });
  });

  it('records outlive the program, nothing is rebuilt, the installer speaks Chinese first', () => {
    expect(packagingConfig()).toMatchObject({
      npmRebuild: false,
      asarUnpack: ['**/*.node'],
      nsis: { deleteAppDataOnUninstall: false, installerLanguages: ['zh_CN', 'en_US'], language: '2052' },
    });
  });

  it('removing it cannot remove records: it lies in a folder of its own that nobody chooses', () => {
    const { nsis, productName } = packagingConfig() as { nsis: Record<string, unknown>; productName: string };
    expect(nsis['allowToChangeInstallationDirectory']).toBe(false);
    expect(nsis['deleteAppDataOnUninstall']).toBe(false);
    const local = 'C:\\Users\\wang\\AppData\\Local';
    const data = dataFolder(null, { LOCALAPPDATA: local }, 'win32', 'C:\\Users\\wang', 'C:\\');
    // Where electron-builder puts a program installed for one user.
    const program = `${local}\\Programs\\${productName}`;
    expect([data.startsWith(program), program.startsWith(data)]).toEqual([false, false]);
  });

  it('every system is packaged for, as it should be', () => {
    const { linux, win, mac } = packagingConfig() as Record<string, { target: { target: string; arch: string[] }[] }>;
    const targets = [linux, win, mac].flatMap((one) => one?.target.map(({ target, arch }) => [target, ...arch]));
    expect(targets).toEqual([
      ['AppImage', 'x64', 'arm64'],
      ['deb', 'x64', 'arm64'],
      ['nsis', 'x64'],
      ['portable', 'x64'],
      ['dmg', 'x64', 'arm64'],
    ]);
  });

  it('what is shown while installing and afterwards is Chinese', () => {
    type Shown = Record<string, unknown>;
    const { linux, nsis, dmg } = packagingConfig() as Record<'nsis' | 'dmg', Shown> & {
      linux: Shown & { desktop: { entry: Record<string, string> } };
    };
    const { entry } = linux.desktop;
    for (const text of [
      linux['synopsis'],
      linux['description'],
      entry['Name[zh_CN]'],
      entry['Comment[zh_CN]'],
      nsis['shortcutName'],
      nsis['uninstallDisplayName'],
      dmg['title'],
    ]) {
      expect(text).toMatch(/\p{Script=Han}/u);
    }
  });

  it('packages the Electron that is type-checked against', () => {
    const { devDependencies } = JSON.parse(read('package.json').toString()) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toBe(ELECTRON_VERSION);
  });
});

describe('icons', () => {
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  it.each([
    ['build/icon/icon.png', 512],
    ['build/icon/shipped/icon.png', 256],
    ['build/icon/shipped/tray.png', 16],
    ['build/icon/shipped/tray@2x.png', 32],
    ['build/icon/shipped/alarm.png', 32],
  ])('%s is %i pixels wide', (path, size) => {
    expect(sizeOf(read(path))).toEqual([size, size]);
  });

  it('the Windows icon lists its pictures by size and place', () => {
    const ico = read('build/icon/icon.ico');
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, n) => {
      const at = 6 + 16 * n;
      const start = ico.readUInt32LE(at + 12);
      return [ico.readUInt8(at) || 256, sizeOf(ico.subarray(start))[0]];
    });
    expect(entries).toEqual([16, 24, 32, 48, 64, 128, 256].map((size) => [size, size]));
    expect(icoOf([]).length).toBe(6);
  });

  it('the macOS icon’s chunks add up to the file', () => {
    const icns = read('build/icon/icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    const types: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) types.push(icns.toString('latin1', at, at + 4));
    expect(types).toEqual(['ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14', 'ic10']);
    expect(icnsOf([]).length).toBe(8);
  });
});
