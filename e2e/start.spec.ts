// The program itself: what it prints, how a second start finds the first, how the browser is opened, how it ends.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { BUILT_HOST, type HostProcess, startHostProcess } from './support/hostProcess.ts';
import { connectWebApi, signIn } from './support/webClient.ts';

const READY = /^Watchdesk ready: http:\/\/127\.0\.0\.1:(\d+)\/#token=[\w-]{43}\n$/;

type Run = { code: number | null; stdout: string; stderr: string };

/** Runs the host to its end. */
function run(args: string[], env: Record<string, string | undefined> = {}): Promise<Run> {
  const child = spawn(process.execPath, [BUILT_HOST, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...out })));
}

const test = base.extend<{ folder: string; start: (...args: string[]) => Promise<HostProcess> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs; this one needs nothing
  folder: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'watchdesk-start-'));
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ folder }, provide) => {
    const started: HostProcess[] = [];
    await provide(async (...args) => {
      const host = await startHostProcess(join(folder, 'data'), ...args);
      started.push(host);
      return host;
    });
    await Promise.all(started.map((host) => host.kill()));
  },
});

test('an unknown argument is named, exit 2; --help explains, exit 0', async () => {
  const wrong = await run(['--prot', '80']);
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('--prot');
  const help = await run(['--help']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('--no-open');
});

test('a second start opens the running desk: its own token, the same port, exit 0', async ({ folder, start }) => {
  const first = await start();
  const from = performance.now();
  const second = await run(['--no-open', '--data', join(folder, 'data')]);
  const took = performance.now() - from;
  expect([second.code, READY.exec(second.stdout)?.[1]]).toEqual([0, new URL(first.address).port]);
  expect(second.stdout).not.toContain(new URL(first.address).hash);
  await signIn(first.address);
  await signIn(second.stdout.slice('Watchdesk ready: '.length).trim());
  console.log(`start ${Math.round(first.startedInMs)} ms, second start ${Math.round(took)} ms`);
});

test('two starts at the same moment make one desk', async ({ folder }) => {
  const data = join(folder, 'data');
  const children = [1, 2, 3].map(() =>
    spawn(process.execPath, [BUILT_HOST, '--no-open', '--data', data], { stdio: ['ignore', 'pipe', 'ignore'] }),
  );
  const lines = await Promise.all(
    children.map((child) => new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve))),
  );
  expect(new Set(lines.map((line) => READY.exec(line)?.[1])).size).toBe(1);
  expect(new Set(lines).size).toBe(3);
  for (const child of children) child.kill('SIGKILL');
});

test('what a killed host left behind does not mislead the next start, which takes the same port again', async ({
  start,
}) => {
  const first = await start();
  await first.kill();
  const second = await start();
  expect(new URL(second.address).port).toBe(new URL(first.address).port);
});

test('a port that is taken is said, exit 1', async ({ folder, start }) => {
  const first = await start();
  const other = await run(['--no-open', '--port', new URL(first.address).port, '--data', join(folder, 'other')]);
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('端口已被占用');
});

test.describe('opening', () => {
  /** A program of that name, in place of all real ones: PATH holds nothing else. */
  function fakeProgram(folder: string, name: string, script: string): string {
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return bin;
  }
  /** A browser that only notes what it was given. */
  const fakeBrowser = (folder: string): string =>
    fakeProgram(
      folder,
      'chromium',
      `printf '%s\\n' "$@" > ${folder}/noting && /bin/mv ${folder}/noting ${folder}/given`,
    );
  test.skip(process.platform === 'win32', 'a shell script stands in for the browser');

  test('in app mode, through a file only the officer can read: the token is in no process list', async ({
    folder,
    start,
  }) => {
    const first = await start();
    const noted = join(folder, 'given');
    const second = await run(['--data', join(folder, 'data')], { PATH: fakeBrowser(folder), DISPLAY: ':0' });
    expect(second.code).toBe(0);
    await expect.poll(() => existsSync(noted)).toBe(true);
    const given = readFileSync(noted, 'utf8').trim().split('\n');
    const token = /#token=([\w-]+)/.exec(second.stdout)?.[1] ?? '';
    expect(given.join(' ')).not.toContain(token);
    expect(given).toContain('--disable-background-timer-throttling');
    const file = given.find((word) => word.startsWith('--app=file://'))?.slice('--app=file://'.length) ?? '';
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(`http://127.0.0.1:${new URL(first.address).port}/#token=${token}`);
  });

  test('without a display the address is printed, saying why', async ({ folder, start }) => {
    await start();
    const PATH = fakeBrowser(folder);
    const second = await run(['--data', join(folder, 'data')], { PATH, DISPLAY: '', WAYLAND_DISPLAY: '' });
    expect(second.stdout).toMatch(READY);
    expect(second.stderr).toContain('没有图形界面');
  });

  test('without Chinese fonts it says so, and how to get them', async ({ folder }) => {
    const PATH = fakeProgram(folder, 'fc-list', 'exit 0');
    const data = join(folder, 'data');
    const child = spawn(process.execPath, [BUILT_HOST, '--no-open', '--data', data], {
      env: { ...process.env, PATH },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    await expect.poll(() => stderr).toContain('apt install fonts-noto-cjk');
    child.kill('SIGKILL');
  });
});

test('SIGTERM closes cleanly, with a backup of what changed; the next start is a clean one', async ({
  folder,
  start,
}) => {
  const host = await start();
  const api = connectWebApi(await signIn(host.address));
  const officer = { type: 'AddOfficer', officerId: 'wang', name: '王值班', post: 'watchOfficer' } as const;
  await api.execute({ desk: 'main', commandId: 'command-1', officerId: 'wang', command: officer });
  api.close();
  expect(await host.stop()).toBe(0);
  expect(
    readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' }).filter((name) => /backup/i.test(name))
      .length,
  ).toBeGreaterThan(1);
  const again = connectWebApi(await signIn((await start()).address));
  const desk = await again.query('main', { type: 'getDesk' });
  expect(desk.ok && desk.result.officers).toHaveLength(1);
  again.close();
});

test.describe('a folder that cannot be used is said in words, exit 1', () => {
  test('not a folder', async ({ folder }) => {
    writeFileSync(join(folder, 'file'), '');
    const got = await run(['--no-open', '--data', join(folder, 'file')]);
    expect([got.code, got.stdout]).toEqual([1, '']);
    expect(got.stderr).toContain('不是文件夹');
  });

  test("somebody else's file", async ({ folder }) => {
    writeFileSync(join(folder, 'desk.db'), 'not a database at all'.repeat(500));
    const got = await run(['--no-open', '--data', folder]);
    expect([got.code, got.stdout]).toEqual([1, '']);
    expect(got.stderr).toContain('不是值守台的数据文件');
  });
});
