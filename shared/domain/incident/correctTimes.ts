/** Correcting 发生, 发现 or 接报 recomputes every clock; the correction and its reason stay in the log. */
import type { Timed } from '#shared/plan/facts.ts';
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { futureTimes, timesOutOfOrder } from '../questions.ts';
import { currentNow, decided, incidentEvent, onIncident } from './onIncident.ts';

export function correctTimes(command: CommandOf<'CorrectTimes'>, context: DecisionContext): Decision {
  const { occurredAt, discoveredAt, receivedAt, reason } = command;
  return onIncident(command, context, 'open', (subject) => {
    if (occurredAt === undefined && discoveredAt === undefined && receivedAt === undefined) {
      return rejected(deskError('nothingToRecord', { field: 'occurredAt' }));
    }
    const known = currentNow(subject, context).times;
    const changed = [
      ['occurredAt', occurredAt, known.occurred],
      ['discoveredAt', discoveredAt, known.discovered],
      ['receivedAt', receivedAt, known.received],
    ] as const;
    const asked = changed.flatMap(([field, given, old]) => (given !== undefined && !isSame(given, old) ? [field] : []));
    if (asked.length === 0) return rejected(deskError('nothingChanged', { field: 'occurredAt' }));
    const event = incidentEvent(command, 'TimesCorrected', {
      ...(occurredAt !== undefined && { occurred: occurredAt }),
      ...(discoveredAt !== undefined && { discovered: discoveredAt }),
      ...(receivedAt !== undefined && { received: receivedAt }),
      reason,
    });
    const after = Object.fromEntries(changed.map(([field, given, old]) => [field, given === undefined ? old : given]));
    return decided(
      [event],
      [...futureTimes({ occurredAt, discoveredAt, receivedAt }, context.now), ...timesOutOfOrder(after, asked)],
    );
  });
}

function isSame(a: Timed | null, b: Timed | null): boolean {
  return a?.at === b?.at && a?.precision === b?.precision;
}
