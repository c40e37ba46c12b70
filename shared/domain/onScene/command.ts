/** The on-scene command: opened, changed, closed; its head is named by whom the plan says [plan 2.2]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { isStruck } from '../incident/status.ts';
import { isEqual, storedPerson, unitErrors } from '../parties.ts';
import { storedDecision } from '../parts.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { RecordedEvent } from '../recorded.ts';
import { staleError } from '../response/decider.ts';
import type { OnSceneRow } from '../responseRows.ts';
import { onSceneAuthority } from './authority.ts';

/** The one open, or the last that was. */
export const onSceneOf = (state: IncidentState): OnSceneRow | null =>
  state.entries.filter(({ entryId }) => !isStruck(state, entryId)).reduce<OnSceneRow | null>(evolveOnScene, null);

function evolveOnScene(row: OnSceneRow | null, entry: RecordedEvent): OnSceneRow | null {
  const { entryId, recordedAt, actor } = entry;
  if (isEntry(entry, 'OnSceneCommandOpened')) {
    const { head, place, decision, at } = entry.payload;
    const written = { entryId, recordedAt, actor, headEntryId: entryId };
    return { ...written, head, place, decision, openedAt: at.at, closedAt: null, closedReason: null };
  }
  if (row === null) return null;
  if (isEntry(entry, 'OnSceneCommandChanged')) {
    const { head, place, decision } = entry.payload;
    return { ...row, head: head ?? row.head, place: place ?? row.place, decision, headEntryId: entryId };
  }
  if (isEntry(entry, 'OnSceneCommandClosed')) {
    const { at, reason } = entry.payload;
    return { ...row, closedAt: at.at, closedReason: reason, headEntryId: entryId };
  }
  return row;
}

const openOne = (state: IncidentState): OnSceneRow | null => {
  const row = onSceneOf(state);
  return row === null || row.closedAt !== null ? null : row;
};

export function openOnSceneCommand(command: CommandOf<'OpenOnSceneCommand'>, context: DecisionContext): Decision {
  const { head, place, decision, openedAt } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const open = openOne(state);
    const error = firstError(
      open === null ? null : deskError('onSceneAlreadyOpen', { place: open.place, head: open.head.name }),
      onSceneAuthority(plan, 'headNamedBy', decision.post),
      unitErrors(plan, 'head.unit', [head.unit]),
    );
    if (error !== null) return rejected(error);
    const now = nowTimed(context);
    const event = incidentEvent(command, 'OnSceneCommandOpened', {
      head: storedPerson(plan, head),
      place,
      decision: storedDecision(decision, now),
      at: openedAt ?? now,
    });
    return decided([event], futureTimes({ openedAt, 'decision.at': decision.at }, context.now));
  });
}

export function changeOnSceneCommand(command: CommandOf<'ChangeOnSceneCommand'>, context: DecisionContext): Decision {
  const { head, place, decision, against } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const open = openOne(state);
    const stale = staleError(against, open?.headEntryId ?? null);
    if (open === null) return rejected(stale ?? deskError('onSceneNotOpen'));
    const error = firstError(
      stale,
      head === undefined && place === undefined ? deskError('nothingToRecord', { field: 'head' }) : null,
      onSceneAuthority(plan, 'headNamedBy', decision.post),
      unitErrors(plan, 'head.unit', [head?.unit]),
    );
    if (error !== null) return rejected(error);
    const named = head === undefined ? null : storedPerson(plan, head);
    if ((named === null || isEqual(named, open.head)) && (place ?? open.place) === open.place)
      return rejected(deskError('nothingChanged', { field: named === null ? 'place' : 'head' }));
    const event = incidentEvent(command, 'OnSceneCommandChanged', {
      head: named,
      place: place ?? null,
      decision: storedDecision(decision, nowTimed(context)),
    });
    return decided(
      [event],
      [
        ...futureTimes({ 'decision.at': decision.at }, context.now),
        ...outOfOrder(['openedAt', open.openedAt], ['decision.at', decision.at]),
      ],
    );
  });
}

export function closeOnSceneCommand(command: CommandOf<'CloseOnSceneCommand'>, context: DecisionContext): Decision {
  const { closedAt, reason } = command;
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const open = openOne(state);
    if (open === null) return rejected(deskError('onSceneNotOpen'));
    const at = closedAt ?? nowTimed(context);
    const event = incidentEvent(command, 'OnSceneCommandClosed', { at, reason: reason ?? null });
    return decided(
      [event],
      [...futureTimes({ closedAt }, context.now), ...outOfOrder(['openedAt', open.openedAt], ['closedAt', closedAt])],
    );
  });
}
