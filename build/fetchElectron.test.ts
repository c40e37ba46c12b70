// Fetching against servers as they are met: one that hangs, trickles, refuses, stops, lies, and one that serves.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canFetch, fetchElectron, lastFailure, probeElectron } from './fetchElectron.ts';
import type { FetchLimits } from './startDecision.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** As FETCH_LIMITS, but that nobody waits so long for a test. */
const LIMITS: FetchLimits = { firstByteMs: 400, silenceMs: 600, longestMs: 20_000, judgedAfterMs: 500 };
const RUNTIME = Buffer.from('a runtime, for all that is checked of it');
const FILE = `electron-v45.0.0-${process.platform}-${process.arch}.zip`;

/** A project whose Electron is version 45.0.0, with the tools that fetch the real one and an installer that notes it ran. */
function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'watchdesk-fetch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const electron = join(root, 'node_modules/electron');
  mkdirSync(electron, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/@electron'), join(root, 'node_modules/@electron'), 'junction');
  writeFileSync(join(electron, 'package.json'), JSON.stringify({ name: 'electron', version: '45.0.0' }));
  const sum = createHash('sha256').update(RUNTIME).digest('hex');
  writeFileSync(join(electron, 'checksums.json'), JSON.stringify({ [FILE]: sum }));
  writeFileSync(join(electron, 'install.js'), "require('fs').writeFileSync(__dirname + '/path.txt', 'electron');");
  return root;
}

/** Serves the runtime in its own way until the test ends; tells how many still wait for an answer. */
async function serving(answer: RequestListener, root: string): Promise<{ asked: string[]; waiting: () => number }> {
  const asked: string[] = [];
  let waiting = 0;
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    waiting += 1;
    reply.on('close', () => (waiting -= 1));
    answer(request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const before = { ...process.env };
  process.env['ELECTRON_MIRROR'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  process.env['electron_config_cache'] = join(root, 'cache');
  onTestFinished(() => {
    process.env = before;
    server.closeAllConnections();
    server.close();
  });
  return { asked, waiting: () => waiting };
}

const trickle: RequestListener = (_asked, reply) => {
  reply.writeHead(200, { 'content-length': 110_000_000 });
  const dripping = setInterval(() => reply.write('x'), 20);
  reply.on('close', () => clearInterval(dripping));
};

describe('a download never keeps anybody from the desk', () => {
  it.each<[string, RequestListener, RegExp]>([
    ['hangs', () => {}, /no answer within 0.4 s/],
    ['hangs after its headers', (_, reply) => reply.writeHead(200).flushHeaders(), /no answer within 0.4 s/],
    [
      'stops in the middle',
      (_, reply) => void reply.writeHead(200, { 'content-length': 110_000_000 }).write('x'.repeat(50_000)),
      /nothing came for 0.6 s|too slow/,
    ],
    ['trickles', trickle, /too slow to be done within 20 s/],
    ['has no such file', (_, reply) => void reply.writeHead(404).end(), /404/],
    ['is broken', (_, reply) => void reply.writeHead(500).end(), /500/],
    ['hangs up', (asked) => void asked.socket.destroy(), /fetch failed: ./],
    [
      'hangs up in the middle',
      (asked, reply) => {
        reply.writeHead(200, { 'content-length': 1000 });
        reply.write('x', () => asked.socket.destroy());
      },
      /./,
    ],
    ['serves something else', (_, reply) => void reply.end('another runtime'), /checksum/i],
  ])('a server that %s is given up, told why and remembered', async (_, answer, why) => {
    const root = project();
    const { waiting } = await serving(answer, root);
    const lines: string[] = [];
    expect(await fetchElectron(root, (line) => lines.push(line), LIMITS)).toMatch(why);
    expect(lines[0]).toContain('首次运行');
    expect(lastFailure(root)?.why).toMatch(why);
    expect(existsSync(join(root, 'node_modules/electron/path.txt'))).toBe(false);
    await expect.poll(waiting).toBe(0);
  });

  it('nobody there: refused at once, saying so', async () => {
    const root = project();
    await serving(() => {}, root);
    process.env['ELECTRON_MIRROR'] = 'http://127.0.0.1:1/';
    expect(await fetchElectron(root, () => {}, { ...LIMITS, firstByteMs: 60_000 })).toMatch(/fetch failed: ./);
  });

  it('a good one: progress is shown, the checksum held, the runtime unpacked, the failure forgotten', async () => {
    const root = project();
    const lines: string[] = [];
    const { asked } = await serving((_, reply) => void reply.writeHead(500).end(), root);
    await fetchElectron(root, () => {}, LIMITS);
    expect(lastFailure(root)).not.toBeNull();
    const good = await serving((_, reply) => void reply.end(RUNTIME), root);
    expect(await fetchElectron(root, (line) => lines.push(line), { ...LIMITS, firstByteMs: 60_000 })).toBeNull();
    expect(lines.some((line) => line.includes('正在下载'))).toBe(true);
    expect([...asked, ...good.asked]).toEqual([`/v45.0.0/${FILE}`, `/v45.0.0/${FILE}`]);
    expect(readFileSync(join(root, 'node_modules/electron/path.txt'), 'utf8')).toBe('electron');
    // Where Electron's installer looks for it, so that it does not fetch once more, and without a limit.
    expect(readdirSync(join(root, 'cache'), { recursive: true, encoding: 'utf8' }).join()).toContain(FILE);
    expect(lastFailure(root)).toBeNull();
  });
});

describe('a server that did not answer is looked at in the background', () => {
  async function failedProject(): Promise<string> {
    const root = project();
    await serving((_, reply) => void reply.writeHead(500).end(), root);
    await fetchElectron(root, () => {}, LIMITS);
    const path = join(root, 'node_modules/.cache/watchdesk/electron-fetch.json');
    writeFileSync(path, JSON.stringify({ ...lastFailure(root), at: 1 }));
    return root;
  }

  it('it answers: the next start fetches, and nothing was fetched before', async () => {
    const root = await failedProject();
    const { waiting } = await serving(trickle, root);
    await probeElectron(root, LIMITS);
    expect(lastFailure(root)).toBeNull();
    expect(existsSync(join(root, 'node_modules/electron/path.txt'))).toBe(false);
    await expect.poll(waiting).toBe(0);
  });

  it('it does not: the failure stays, and counts from now', async () => {
    const root = await failedProject();
    const before = lastFailure(root);
    const now = Date.now();
    await serving(() => {}, root);
    await probeElectron(root, LIMITS);
    const after = lastFailure(root);
    expect(after?.why).toBe(before?.why);
    expect(after?.at).toBeGreaterThanOrEqual(now);
  });
});

describe('where nothing can be written nothing is fetched', () => {
  it('a package that was left out, and one that is there', () => {
    const root = project();
    expect(canFetch(root)).toBe(true);
    rmSync(join(root, 'node_modules/electron/install.js'));
    expect(canFetch(root)).toBe(false);
  });

  it('a failure that cannot be remembered is told all the same', async () => {
    const root = project();
    writeFileSync(join(root, 'node_modules/.cache'), 'a file where a folder should be');
    await serving((_, reply) => void reply.writeHead(500).end(), root);
    expect(await fetchElectron(root, () => {}, LIMITS)).toMatch(/500/);
    expect(lastFailure(root)).toBeNull();
  });

  // Root may write everywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('sources to be read only', () => {
    const root = project();
    chmodSync(join(root, 'node_modules/electron'), 0o500);
    expect(canFetch(root)).toBe(false);
    chmodSync(join(root, 'node_modules/electron'), 0o700);
  });
});
