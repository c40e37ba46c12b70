/** Somebody whom the plan does not name is to be called too. */

import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { unitErrors } from '../parties.ts';
import { callEvent, onRun } from './onCalls.ts';
import { calledWords } from './steps.ts';

type Given = CommandOf<'AddCallStep'>['called'];

export function addCallStep(command: CommandOf<'AddCallStep'>, context: DecisionContext): Decision {
  const { stepId, called, what, wave } = command;
  return onRun(command, context, 'present', ({ calls: { plan }, run, steps }) => {
    if (steps.some((step) => step.stepId === stepId))
      return rejected(deskError('idTaken', { field: 'stepId', id: stepId }));
    const error = calledError(plan, called);
    if (error !== null) return rejected(error);
    const last = steps.at(-1)?.wave ?? 1;
    const who = 'other' in called ? called.other : calledWords(plan, called).label;
    return accepted([
      callEvent(command, run, who, 'CallStepAdded', {
        called: storedCalled(called),
        phone: 'other' in called ? (called.phone ?? null) : null,
        what: what ?? null,
        wave: wave ?? last,
      }),
    ]);
  });
}

function calledError(plan: PlanPackage, called: Given): DeskError | null {
  if ('other' in called) return null;
  if ('party' in called) return unitErrors(plan, 'called.party', [called.party]);
  return unknownItem('called.post', called.post, plan.posts);
}

function storedCalled(called: Given): { kind: 'post' | 'party' | 'other'; id: string | null } {
  if ('post' in called) return { kind: 'post', id: called.post };
  if ('party' in called) return { kind: 'party', id: called.party };
  return { kind: 'other', id: null };
}
