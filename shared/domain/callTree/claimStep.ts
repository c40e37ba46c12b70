/** An officer says that they are calling, so that two never ring the same person up; or that they are not after all. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { callEvent, claimedError, onStep, settledError } from './onCalls.ts';
import { claimAt } from './steps.ts';

export function claimCallStep(command: CommandOf<'ClaimCallStep'>, context: DecisionContext): Decision {
  return onStep(command, context, 'present', (on) => {
    const { calls, run, step } = on;
    const holder = claimAt(calls.plan, step, context.now)?.actor ?? null;
    const isTakenOver = holder !== null && command.from === holder.officerId;
    const error = firstError(settledError(step), isTakenOver ? null : claimedError(on, context));
    if (error !== null) return rejected(error);
    const takenFrom = isTakenOver && holder.officerId !== context.actor.officerId ? holder.name : null;
    return accepted([callEvent(command, run, step.who.label, 'CallStepClaimed', { takenFrom })]);
  });
}

export function releaseCallStep(command: CommandOf<'ReleaseCallStep'>, context: DecisionContext): Decision {
  return onStep(command, context, 'present', (on) => {
    const { calls, run, step } = on;
    const other = claimedError(on, context);
    if (other !== null) return rejected(other);
    const { label: who } = step.who;
    if (claimAt(calls.plan, step, context.now) === null)
      return rejected(deskError('callStepNotClaimed', { field: 'stepId', who }));
    return accepted([callEvent(command, run, who, 'CallStepReleased', {})]);
  });
}
