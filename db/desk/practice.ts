/**
 * A practice desk: a scenario's commands executed on the scenario's own clock, one after another, by the same desk that
 * runs live; then it is only looked at, at any instant of that night. It lives in memory and is marked 演练 everywhere.
 */
import type { ExecuteReply } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { createDesk, type Desk } from './createDesk.ts';
import { readOnlyDesk } from './readOnlyDesk.ts';

export type PracticeStep = {
  /** UTC ms; never before the step before. */
  at: number;
  by: { name: string; post: string };
  command: CommandInput;
};

export type PracticeRequest = {
  deskId: string;
  title: string;
  planId: string;
  plans: readonly unknown[];
  steps: readonly PracticeStep[];
};

export function createPracticeDesk({ deskId, title, planId, plans, steps }: PracticeRequest): Desk {
  const begin = steps[0]?.at ?? 0;
  let now = begin;
  let ids = 0;
  const desk = createDesk({
    path: ':memory:',
    kind: 'practice',
    deskId,
    title,
    plans,
    newId: () => `practice-${(ids += 1)}`,
    clock: { now: () => now, monotonic: () => now - begin, bootId: 'practice' },
  });
  const officers = new Map<string, string>();

  function execute(command: CommandInput, officerId: string): ExecuteReply {
    const request = { desk: deskId, commandId: `practice-command-${(ids += 1)}`, officerId, command };
    const reply = desk.execute(request);
    // The script says what happened: what a person was asked then, they said yes to.
    return 'confirm' in reply ? desk.execute({ ...request, confirmToken: reply.confirm.token }) : reply;
  }

  /** Whoever acts for the first time signs in. */
  function officerOf({ name, post }: PracticeStep['by']): string {
    const known = officers.get(`${post} ${name}`);
    if (known !== undefined) return known;
    const officerId = `officer-${officers.size + 1}`;
    officers.set(`${post} ${name}`, officerId);
    execute({ type: 'AddOfficer', officerId, name, post }, officerId);
    return officerId;
  }

  execute({ type: 'SetUpDesk', planId }, SYSTEM_ACTOR.officerId);
  for (const step of steps) {
    now = Math.max(now, step.at);
    execute(step.command, officerOf(step.by));
  }
  return readOnlyDesk(desk, { from: begin, to: now, marks: desk.log.readInstants() });
}
