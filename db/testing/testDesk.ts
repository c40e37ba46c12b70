/** Desks for tests: a clock that is set by hand, countable ids, and commands that are confirmed where asked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDesk, type Desk, type DeskOptions } from '#db/desk/createDesk.ts';
import type { DeskClock } from '#db/log/clock.ts';
import type { ExecuteReply } from '#shared/contract/deskApi.ts';
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
};

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
