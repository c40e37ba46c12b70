/** A web host in this process, on a folder of its own, with a screen of one line: for tests of what HTTP carries. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deskOpeners } from '#electron/desks/deskOpeners.ts';
import { programPlaces } from '#electron/desks/places.ts';
import { type Host, startHost } from '#electron/web/host.ts';

const SOURCE = new URL('../../electron/web/main.ts', import.meta.url);

export type TestHost = {
  readonly folder: string;
  /** Lines the host would have written to the terminal. */
  readonly lines: string[];
  port(): number;
  address(): string;
  restart(): Promise<void>;
  close(): Promise<void>;
};

function writeScreen(folder: string): URL {
  mkdirSync(join(folder, 'screen/assets'), { recursive: true });
  writeFileSync(join(folder, 'screen/index.html'), '<!doctype html><title>desk</title><p>screen</p>');
  writeFileSync(join(folder, 'screen/assets/app-1a2b.js'), 'void 0;');
  writeFileSync(join(folder, 'screen/assets/app-1a2b.js.map'), '{}');
  return pathToFileURL(`${join(folder, 'screen')}/`);
}

export async function startTestHost(): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-host-'));
  const places = { ...programPlaces(SOURCE.href), renderer: writeScreen(folder) };
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const openers = deskOpeners(folder, places, log);
  const start = (): Promise<Host> =>
    startHost({ dataFolder: folder, port: null, places, openers, clock: Date.now, log });
  let host = await start();
  return {
    folder,
    lines,
    port: () => host.port,
    address: () => host.address(),
    async restart() {
      await host.close();
      host = await start();
    },
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
