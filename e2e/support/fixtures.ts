/**
 * A desk of its own for every browser test: the built host as a process on a fresh folder, a page that has entered, and
 * the same desk's API to set the scene with. What the browser complains about fails the test.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { addressWith, askRunningHost } from '#electron/web/runningHost.ts';
import type { WebApi } from '#renderer/platform/webApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type HostProcess, startHostUnder } from './hostProcess.ts';
import { connectWebApi, signIn } from './webClient.ts';

export { expect, type Page };

export type Desk = {
  readonly folder: string;
  /** The running host; another one after `restart`. */
  host(): HostProcess;
  api(): WebApi;
  /** SIGKILL and a new start on the same folder. */
  killAndRestart(): Promise<void>;
  /** Closed in order, something done to its folder, and started again; its API is not there until the desk is. */
  stopAndRestart(meanwhile: (folder: string) => void): Promise<void>;
  /** As the officer 王值班; throws where it is refused. */
  record(...commands: CommandInput[]): Promise<void>;
  /** The first run, done: 王值班 is the officer and on watch. */
  setUp(): Promise<void>;
  /** A fresh address, as a second start prints it. */
  address(): Promise<string>;
  /** Opens such an address, and the screen behind it. */
  enter(page: Page): Promise<void>;
};

export const OFFICER = { officerId: 'wang', name: '王值班', post: 'watchOfficer' };
const MINUTE = 60_000;

/** `minutes` before now, to the minute, as a command takes it. */
export const ago = (minutes: number): string =>
  `${new Date(Math.floor((Date.now() - minutes * MINUTE) / MINUTE) * MINUTE).toISOString().slice(0, 16)}Z`;

/** The same instant as the officer types it, in the plan's zone whatever the machine's is. */
export function typed(minutesAgo: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return parts.format(Date.now() - minutesAgo * MINUTE).replace(':', '');
}

let commands = 0;

/** `env`: what the host's process is given besides. */
export async function openDesk(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Desk & { end(): Promise<void> }> {
  let host = await startHostUnder(env, folder);
  const session = await signIn(host.address);
  let api = connectWebApi(session);

  async function record(...list: CommandInput[]): Promise<void> {
    for (const command of list) {
      commands += 1;
      const request = {
        desk: 'main',
        commandId: `scene-${process.pid}-${commands}`,
        officerId: OFFICER.officerId,
        command,
      };
      const reply = await api.execute(request);
      const done = 'confirm' in reply ? await api.execute({ ...request, confirmToken: reply.confirm.token }) : reply;
      if (!done.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(done)}`);
    }
  }

  async function address(): Promise<string> {
    const running = await askRunningHost(folder);
    if (running === null) throw new Error('the host does not answer');
    return addressWith(running.port, running.token);
  }

  return {
    folder,
    address,
    host: () => host,
    api: () => api,
    record,
    async killAndRestart() {
      await host.kill();
      api.close();
      host = await startHostUnder(env, folder);
      api = connectWebApi(session);
    },
    async stopAndRestart(meanwhile) {
      await host.stop();
      api.close();
      meanwhile(folder);
      host = await startHostUnder(env, folder);
      api = connectWebApi(session);
    },
    async setUp() {
      await record(
        { type: 'AddOfficer', ...OFFICER },
        { type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' },
        { type: 'TakeDuty', duty: 'watch', officerId: OFFICER.officerId },
      );
    },
    async enter(page) {
      await page.goto(await address());
      await page.waitForURL('**/desk**');
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    },
    async end() {
      api.close();
      await host.kill();
    },
  };
}

/** Not a mistake: the entrance asks whether there is a session yet, and a killed host does not answer. */
const EXPECTED =
  /401 \(Unauthorized\)|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to|ERR_EMPTY_RESPONSE/;

export const test = base.extend<{ desk: Desk; complaints: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs; this one needs nothing
  desk: async ({}, provide) => {
    const folder = mkdtempSync(join(tmpdir(), 'watchdesk-e2e-'));
    const desk = await openDesk(folder);
    await provide(desk);
    await desk.end();
    rmSync(folder, { recursive: true, force: true });
  },
  complaints: [
    async ({ context }, provide) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const isBad = message.type() === 'error' || /Content Security Policy|Permissions-Policy/.test(message.text());
        if (isBad && !EXPECTED.test(message.text())) complaints.push(message.text());
      });
      context.on('weberror', (event) => complaints.push(event.error().message));
      await provide(complaints);
      expect(complaints, 'the browser complained').toEqual([]);
    },
    { auto: true },
  ],
});

/** A leak 58 minutes ago, reported now: the phone report is late, the written one is not yet. */
export const lateCall = (incidentId: string): CommandInput => ({
  type: 'TakeCall',
  callId: `call-${incidentId}`,
  occurredAt: ago(58),
  discoveredAt: ago(39),
  receivedAt: ago(1),
  conditions: { leak: 'yes' },
  figures: { dead: 0, trapped: 'unknown' },
  details: { area: 'zezhou', place: '金村镇', pipeline: '东黄复线', medium: 'crude', object: 'transmission' },
  disposition: { kind: 'open', incidentId },
});
