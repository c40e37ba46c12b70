// A stand-in for Electron's runtime, to check packages where the real one cannot be fetched: the files electron-builder
// renames and edits, and a program file with a fuse wire in it, but nothing that runs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ELECTRON_VERSION, type Platform } from './config.ts';
import { loadResedit } from './tools.ts';

/** How @electron/fuses finds the wire: this mark, the wire's version, its length, one character per fuse. */
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them: run as Node, inspect and options allowed, no integrity. */
const SHIPPED = '101100011';

const wire = Buffer.concat([Buffer.from(MARK), Buffer.from([1, SHIPPED.length]), Buffer.from(SHIPPED)]);

/** Electron's own is read and written as a Windows program with a version, so this one must be one, too. */
async function windowsProgram(): Promise<Buffer> {
  const { NtExecutable, NtExecutableResource, Resource } = await loadResedit();
  const program = NtExecutable.createEmpty();
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'placeholder' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

export async function writePlaceholder(folder: string, platform: Exclude<Platform, 'darwin'>): Promise<string> {
  const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content, { mode: 0o755 });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  for (const locale of ['zh-CN', 'en-US']) put(`locales/${locale}.pak`, '');
  put('version', ELECTRON_VERSION);
  put('LICENSE', 'placeholder');
  put('LICENSES.chromium.html', 'placeholder');
  if (platform === 'win32') put('electron.exe', Buffer.concat([await windowsProgram(), wire]));
  else {
    put('electron', Buffer.concat([Buffer.from('\x7fELF', 'latin1'), wire]));
    put('chrome-sandbox', '');
  }
  return folder;
}
