// Where Electron's runtime lies, if it is there. Its npm package brings only types and a downloader.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the runtime's own installer puts the program, below its package. */
export function runtimeProgram(platform: string): string {
  if (platform === 'darwin') return 'dist/Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'dist/electron.exe' : 'dist/electron';
}

/** The program's path, or null. ELECTRON_OVERRIDE_DIST_PATH names another folder, as for Electron's own tools. */
export function electronRuntime(root: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const own = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = runtimeProgram(process.platform);
  const path =
    own === undefined || own === ''
      ? join(root, 'node_modules/electron', program)
      : join(own, program.replace(/^dist\//, ''));
  return existsSync(path) && isWhole(root, own) ? path : null;
}

/** An interrupted download leaves a folder without the version that its installer writes last. */
function isWhole(root: string, own: string | undefined): boolean {
  if (own !== undefined && own !== '') return true;
  const version = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '');
  return version(join(root, 'node_modules/electron/path.txt')) !== '';
}
