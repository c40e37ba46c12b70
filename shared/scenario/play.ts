/**
 * Plays a scenario's steps through a desk, as officers would have: `by` is all the sign-in there is. The desk is handed
 * in, so the headless replay and the practice replay are the same night.
 */
import type { ConfirmQuestion, DeskError } from '#shared/domain/errors.ts';
import type { ScenarioStep } from './scenarioFile.ts';

type Request = {
  desk: string;
  commandId: string;
  officerId: string;
  command: { type: string };
  confirmToken?: string;
};
type Reply =
  | { ok: true; entryIds: string[] }
  | { ok: false; error: DeskError }
  | { ok: false; confirm: { questions: ConfirmQuestion[]; token: string } };

export type PlayedDesk = {
  deskId: string;
  execute(request: Request): Reply;
  /** The clock it runs on. */
  setClock(now: number): void;
};

export type Outcome =
  | { kind: 'done'; entryIds: string[] }
  | { kind: 'refused'; error: DeskError }
  | { kind: 'asked'; questions: ConfirmQuestion[] };

export type DoStep = Extract<ScenarioStep, { kind: 'do' }>;

/** Answers how to play one step after the other. Officers are `by-1`, `by-2` … in the order they first appear. */
export function createPlayer(desk: PlayedDesk, planId: string): (step: DoStep) => Outcome {
  const officers = new Map<string, string>();
  let sent = 0;

  function execute(officerId: string, command: { type: string }, confirmed: boolean): Outcome {
    sent += 1;
    const request = { desk: desk.deskId, commandId: `scenario-${String(sent).padStart(6, '0')}`, officerId, command };
    const reply = desk.execute(request);
    if (reply.ok) return { kind: 'done', entryIds: reply.entryIds };
    if ('error' in reply) return { kind: 'refused', error: reply.error };
    if (!confirmed) return { kind: 'asked', questions: reply.confirm.questions };
    const again = desk.execute({ ...request, confirmToken: reply.confirm.token });
    if (again.ok) return { kind: 'done', entryIds: again.entryIds };
    return 'error' in again
      ? { kind: 'refused', error: again.error }
      : { kind: 'asked', questions: again.confirm.questions };
  }

  function needed(outcome: Outcome): void {
    if (outcome.kind !== 'done') throw new Error(`the desk could not be prepared: ${JSON.stringify(outcome)}`);
  }

  function addOfficer(name: string, post: string): string {
    for (let number = officers.size + 1; ; number += 1) {
      const officerId = `by-${number}`;
      const outcome = execute(officerId, command('AddOfficer', { officerId, name, post }), false);
      // A step of the scenario may have given this id to somebody.
      if (outcome.kind === 'refused' && outcome.error.code === 'idTaken') continue;
      needed(outcome);
      return officerId;
    }
  }

  function signIn({ name, post }: DoStep['by']): string {
    const who = `${name}\n${post}`;
    const known = officers.get(who);
    if (known !== undefined) return known;
    const officerId = addOfficer(name, post);
    if (officers.size === 0) needed(execute(officerId, command('SetUpDesk', { planId }), false));
    officers.set(who, officerId);
    return officerId;
  }

  return function play(step) {
    desk.setClock(step.at);
    const officerId = signIn(step.by);
    return execute(officerId, step.command, step.confirmed);
  };
}

const command = (type: string, rest: Record<string, unknown>): { type: string } => ({ type, ...rest });
