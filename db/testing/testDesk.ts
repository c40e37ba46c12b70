/** Desks for tests: a clock that is set by hand, countable ids, and commands that are confirmed where asked. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDesk, type Desk, type DeskOptions } from '#db/desk/createDesk.ts';
import { attachmentPath } from '#db/files/names.ts';
import type { DeskClock } from '#db/log/clock.ts';
import { sha256Hex } from '#db/log/hash.ts';
import type { ExecuteReply } from '#shared/contract/deskApi.ts';
import type { KeptFile } from '#shared/domain/attachment/attachment.ts';
import { mimeOf } from '#shared/domain/attachment/fileKind.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';

export const PLAN_ID = 'jincheng-pipeline-2026';
/** 2026-03-02 08:00 in Asia/Shanghai. */
export const START = Date.UTC(2026, 2, 2, 0, 0);
export const MINUTE = 60_000;

/** Gone when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type ManualClock = DeskClock & { set(at: number): void; pass(ms: number): void };

export function manualClock(at = START): ManualClock {
  let now = at;
  return {
    now: () => now,
    monotonic: () => now,
    bootId: 'test-boot',
    set: (instant) => {
      now = instant;
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

export type TestDesk = Desk & {
  clock: ManualClock;
  /** Executes under a fresh command id and says yes where asked. */
  run(command: CommandInput, commandId?: string): ExecuteReply;
  /** As `run`; throws where it is refused. */
  must(command: CommandInput): Extract<ExecuteReply, { ok: true }>;
  /** As if a host had kept the file: its bytes beside the log, and what a command says of it. */
  keep(bytes: Uint8Array, name: string): KeptFile;
};

/** The least there is of one. */
export const SMALL_PDF: Uint8Array = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

function keepThere(path: string, bytes: Uint8Array, name: string): KeptFile {
  const sha256 = sha256Hex(bytes);
  const mime = mimeOf(bytes, bytes);
  if (mime === null) throw new Error(`not a kind of file that is kept: ${name}`);
  if (path !== ':memory:') {
    const file = attachmentPath(path, sha256);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { sha256, size: bytes.length, mime, name };
}

let commands = 0;

export function testDesk(options: Partial<DeskOptions> & { clock?: ManualClock } = {}): TestDesk {
  const clock = options.clock ?? manualClock();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `made-${START}-${commands}-${ids}`;
  };
  const desk = createDesk({ path: ':memory:', kind: 'live', plans: builtinPlans, newId, ...options, clock });
  const run: TestDesk['run'] = (command, commandId) => {
    commands += 1;
    const request = { desk: desk.deskId, commandId: commandId ?? `command-${commands}`, officerId: 'officer', command };
    const reply = desk.execute(request);
    return 'confirm' in reply ? desk.execute({ ...request, confirmToken: reply.confirm.token }) : reply;
  };
  return {
    ...desk,
    clock,
    run,
    keep: (bytes, name) => keepThere(options.path ?? ':memory:', bytes, name),
    must(command) {
      const reply = run(command);
      if (!reply.ok) throw new Error(`${command.type}: ${JSON.stringify(reply)}`);
      return reply;
    },
  };
}

/** With its plan and one officer, 王值班. */
export function readyDesk(options: Parameters<typeof testDesk>[0] = {}): TestDesk {
  const desk = testDesk(options);
  desk.must({ type: 'AddOfficer', officerId: 'officer', name: '王值班', post: 'watchOfficer' });
  desk.must({ type: 'SetUpDesk', planId: PLAN_ID });
  return desk;
}

export const iso = (at: number): string => new Date(at).toISOString();

export function openIncident(desk: TestDesk, incidentId: string): Extract<ExecuteReply, { ok: true }> {
  const at = iso(desk.clock.now());
  return desk.must({
    type: 'TakeCall',
    callId: `call-of-${incidentId}`,
    receivedAt: at,
    occurredAt: at,
    figures: { dead: 1 },
    details: { place: '泽州县巴公镇' },
    disposition: { kind: 'open', incidentId, title: `事件 ${incidentId}` },
  });
}
