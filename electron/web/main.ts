/**
 * The web host's program: `npm start`. Standard output carries one line, the address; everything else goes to stderr.
 * A second start on the same data folder opens the desk that runs there.
 */
import { homedir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { FONT_ADVICE } from '#electron/desks/cjkFonts.ts';
import { deskOpeners, isFileInUse, openingFault } from '#electron/desks/deskOpeners.ts';
import { dataFolder, prepareDataFolder, programPlaces } from '#electron/desks/places.ts';
import { assertGoodPlace } from '#electron/desks/readStorage.ts';
import { HELP, type HostArgs, parseArgs } from './args.ts';
import { type Host, startHost } from './host.ts';
import { log } from './log.ts';
import { openDesk } from './openBrowser.ts';
import { addressWith, askRunningHost } from './runningHost.ts';

/** Another start on the same folder may be just ahead of us, not listening yet. */
const OTHER_START_MS = 10_000;
const OTHER_START_STEP_MS = 200;
/** Long enough for a backup of a large file. */
const CLOSING_MS = 60_000;

const clock = (): number => Date.now();

async function announce(address: string, args: HostArgs, folder: string): Promise<void> {
  process.stdout.write(`Watchdesk ready: ${address}\n`);
  if (!args.open) return;
  const why = await openDesk(address, folder);
  if (why !== null) log(`${why}; open the address above yourself 请自行打开上面的网址`);
}

async function openRunning(args: HostArgs, folder: string): Promise<boolean> {
  const running = await askRunningHost(folder);
  if (running === null) return false;
  if (args.port !== null && args.port !== 0 && args.port !== running.port) {
    log(`already running on port ${running.port} 值守台已在运行，使用原端口`);
  }
  await announce(addressWith(running.port, running.token), args, folder);
  return true;
}

async function waitForOther(args: HostArgs, folder: string): Promise<boolean> {
  for (let waited = 0; waited < OTHER_START_MS; waited += OTHER_START_STEP_MS) {
    await wait(OTHER_START_STEP_MS);
    if (await openRunning(args, folder)) return true;
  }
  return false;
}

function closeOnSignals(host: Host): void {
  let closing = false;
  const close = (signal: NodeJS.Signals): void => {
    if (closing) process.exit(130);
    closing = true;
    log(`${signal}: closing, with a backup … 正在备份并退出`);
    setTimeout(() => process.exit(1), CLOSING_MS).unref();
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log(`not closed cleanly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
}

async function run(args: HostArgs): Promise<number | null> {
  const folder = dataFolder(args.data, process.env, process.platform, homedir(), process.cwd());
  const places = programPlaces(import.meta.url);
  process.umask(0o077); // whatever is written there is the officer's alone
  assertGoodPlace(folder);
  prepareDataFolder(folder);
  if (await openRunning(args, folder)) return 0;
  let host: Host;
  try {
    host = await startHost({
      dataFolder: folder,
      port: args.port,
      places,
      openers: deskOpeners(folder, places, log),
      clock,
      log,
    });
  } catch (error) {
    if (!isFileInUse(error)) throw error;
    if (await waitForOther(args, folder)) return 0;
    throw error;
  }
  closeOnSignals(host);
  if (!(await host.cjkFonts)) log(FONT_ADVICE);
  await announce(host.address(), args, folder);
  return null;
}

async function main(): Promise<void> {
  const parsed = parseArgs(process.argv.slice(2));
  if (parsed.kind === 'help') return void process.stdout.write(HELP);
  if (parsed.kind === 'wrong') {
    log(parsed.message);
    process.exitCode = 2;
    return;
  }
  try {
    const code = await run(parsed.args);
    if (code !== null) process.exitCode = code;
  } catch (error) {
    log(openingFault(error));
    process.exit(1);
  }
}

await main();
