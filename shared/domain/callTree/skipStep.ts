/** Somebody is not called, for a reason; or is to be called after all. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { callEvent, claimedError, onStep, settledError } from './onCalls.ts';

export function skipCallStep(command: CommandOf<'SkipCallStep'>, context: DecisionContext): Decision {
  return onStep(command, context, 'present', (on) => {
    const { run, step } = on;
    const error = firstError(settledError(step), claimedError(on, context));
    if (error !== null) return rejected(error);
    return accepted([callEvent(command, run, step.who.label, 'CallStepSkipped', { reason: command.reason })]);
  });
}

export function reopenCallStep(command: CommandOf<'ReopenCallStep'>, context: DecisionContext): Decision {
  return onStep(command, context, 'present', ({ run, step }) => {
    const { label: who } = step.who;
    if (step.answered === null && step.skipped === null)
      return rejected(deskError('callStepOpen', { field: 'stepId', who }));
    return accepted([callEvent(command, run, who, 'CallStepReopened', { reason: command.reason })]);
  });
}
