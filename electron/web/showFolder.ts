/** Opens the data folder in the system's file manager, where there is one and a screen to show it on. */
import { spawn } from 'node:child_process';
import { surroundings } from './openBrowser.ts';
import type { Surroundings } from './openDecision.ts';

/** The program that shows a folder; null where there is none. */
export function folderProgram({ platform, env, find }: Surroundings): string | null {
  if (platform === 'win32') return `${env['SYSTEMROOT'] ?? 'C:\\Windows'}\\explorer.exe`;
  if (platform === 'darwin') return find('/usr/bin/open');
  const hasScreen = (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? find('xdg-open') : null;
}

export function showFolder(folder: string): Promise<boolean> {
  const program = folderProgram(surroundings());
  if (program === null) return Promise.resolve(false);
  const child = spawn(program, [folder], { detached: true, stdio: 'ignore' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
