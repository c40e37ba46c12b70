/**
 * The desktop program. Order matters here: what Chromium must know comes before it is ready (scheme, sandbox, data
 * folder, one instance), then the windows, which wait for the desk, and the desk itself.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, dialog, protocol } from 'electron';
import { openingFault } from '#electron/desks/deskOpeners.ts';
import { dataFolder, prepareDataFolder } from '#electron/desks/places.ts';
import { assertGoodPlace } from '#electron/desks/readStorage.ts';
import { electronPlaces } from './places.ts';
import { runProgram } from './program.ts';
import { APP_SCHEMES } from './security/appProtocol.ts';
import { readArgs } from './system/args.ts';

const log = (line: string): void => void process.stderr.write(`watchdesk: ${line}\n`);

function start(): void {
  const { data } = readArgs(process.argv);
  const folder = dataFolder(data, process.env, process.platform, homedir(), process.cwd());
  process.umask(0o077); // whatever is written there is the officer's alone
  assertGoodPlace(folder);
  prepareDataFolder(folder);
  // Beside the desk's data, so that one data folder is one running program.
  app.setPath('userData', join(folder, 'electron'));
  app.setPath('sessionData', join(folder, 'electron'));
  app.enableSandbox();
  app.setAppUserModelId('cn.watchdesk.desk');
  protocol.registerSchemesAsPrivileged(APP_SCHEMES);
  if (!app.requestSingleInstanceLock()) {
    process.stdout.write('Watchdesk already open: its window is in front now\n');
    return app.exit(0);
  }
  runProgram({ folder, data: data === null ? null : folder, places: electronPlaces(import.meta.url), log });
}

try {
  start();
} catch (error) {
  log(openingFault(error));
  // Started by a double click there is no terminal to read.
  dialog.showErrorBox('Watchdesk 应急值守台', openingFault(error));
  app.exit(1);
}
