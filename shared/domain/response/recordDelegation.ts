/** An absent post gives one decision into another's hands; recorded before that one decides. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { decided, incidentEvent, nowTimed, onIncident, type Subject } from '../incident/onIncident.ts';
import { takenError } from '../incident/taken.ts';
import { futureTimes, isBefore } from '../questions.ts';
import { authorityError } from './authority.ts';
import { levelInForce } from './levels.ts';

export function recordDelegation(command: CommandOf<'RecordDelegation'>, context: DecisionContext): Decision {
  const { delegationId, from, to, means, givenAt, expiresAt, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    const at = givenAt ?? nowTimed(context);
    const error = firstError(
      takenError(subject.state, 'DelegationRecorded', 'delegationId', delegationId),
      unknownItem('to.post', to.post, subject.plan.posts),
      to.post === from.post ? deskError('delegatedToItself', { field: 'to.post', post: to.post }) : null,
      delegatorError(subject, command),
      isBefore(at, expiresAt)
        ? null
        : deskError('endBeforeStart', { field: 'expiresAt', startedAt: at.at, endedAt: expiresAt.at }),
    );
    if (error !== null) return rejected(error);
    const event = incidentEvent(command, 'DelegationRecorded', {
      delegationId,
      from,
      to: { post: to.post, name: to.name ?? null },
      for: command.for,
      means,
      at,
      expires: expiresAt,
      reason: reason ?? null,
    });
    return decided([event], futureTimes({ givenAt }, context.now));
  });
}

/** Only one's own authority can be given on, so there is no delegating what was delegated. */
function delegatorError({ state, plan }: Subject, { from, for: act }: CommandOf<'RecordDelegation'>): DeskError | null {
  const inForce = levelInForce(state);
  const unknown = 'level' in act ? unknownItem('for.level', act.level, plan.levels) : null;
  if (unknown !== null) return unknown;
  if (act.act !== 'start' && inForce === null) return deskError('noLevelInForce');
  return authorityError(plan, inForce, from.post, act, 'from.post');
}
