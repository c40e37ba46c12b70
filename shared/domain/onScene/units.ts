/** Units asked to come: called, on their way, arrived; or stood down [plan 4.3.3(2)]. */
import type { Timed } from '#shared/plan/facts.ts';
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion } from '../errors.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { decided, incidentEvent, nowTimed, onIncident } from '../incident/onIncident.ts';
import { isStruck } from '../incident/status.ts';
import { takenError } from '../incident/taken.ts';
import { isSameUnit, storedUnit, unitErrors } from '../parties.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { NewEvent } from '../recorded.ts';
import type { UnitRow } from '../responseRows.ts';

export const isAwaited = ({ state }: UnitRow): boolean => state === 'called' || state === 'enRoute';

export function unitsOf(state: IncidentState): UnitRow[] {
  const units = new Map<string, UnitRow>();
  const put = (summonsId: string, change: Partial<UnitRow>) => {
    const unit = units.get(summonsId);
    if (unit !== undefined) units.set(summonsId, { ...unit, ...change });
  };
  for (const entry of state.entries) {
    if (isStruck(state, entry.entryId)) continue;
    if (isEntry(entry, 'UnitCalled')) {
      const { at, ...called } = entry.payload;
      const { entryId, recordedAt, actor } = entry;
      units.set(called.summonsId, {
        ...called,
        entryId,
        recordedAt,
        actor,
        calledAt: at.at,
        enRouteAt: null,
        enRouteBy: null,
        expectedAt: null,
        arrivedAt: null,
        people: null,
        note: null,
        stoodDownAt: null,
        stoodDownReason: null,
        state: 'called',
      });
    } else if (isEntry(entry, 'UnitEnRoute')) {
      const { summonsId, person, expected, at } = entry.payload;
      put(summonsId, { enRouteAt: at.at, enRouteBy: person, expectedAt: expected?.at ?? null, state: 'enRoute' });
    } else if (isEntry(entry, 'UnitArrived')) {
      const { summonsId, people, note, at } = entry.payload;
      put(summonsId, { arrivedAt: at.at, people, note, state: 'arrived' });
    } else if (isEntry(entry, 'UnitStoodDown')) {
      const { summonsId, reason, at } = entry.payload;
      put(summonsId, { stoodDownAt: at.at, stoodDownReason: reason, state: 'stoodDown' });
    }
  }
  return [...units.values()];
}

export function callUnit(command: CommandOf<'CallUnit'>, context: DecisionContext): Decision {
  const { summonsId, answeredBy, phone, what, calledAt } = command;
  return onIncident(command, context, 'open', ({ state, plan }) => {
    const error = firstError(
      takenError(state, 'UnitCalled', 'summonsId', summonsId),
      unitErrors(plan, 'unit', [command.unit]),
    );
    if (error !== null) return rejected(error);
    const unit = storedUnit(plan, command.unit);
    const earlier = unitsOf(state).find((row) => isAwaited(row) && isSameUnit(row.unit, unit));
    const questions: ConfirmQuestion[] =
      earlier === undefined
        ? []
        : [{ code: 'unitAlreadyCalled', params: { name: unit.name, calledAt: earlier.calledAt } }];
    const event = incidentEvent(command, 'UnitCalled', {
      summonsId,
      unit,
      answeredBy: answeredBy ?? null,
      phone: phone ?? null,
      what: what ?? null,
      at: calledAt ?? nowTimed(context),
    });
    return decided([event], [...futureTimes({ calledAt }, context.now), ...questions]);
  });
}

type OnUnit = { type: string; incidentId: string; entryId?: string | undefined; summonsId: string };

/** A step of a unit still awaited; it may arrive after the incident was closed. */
function onAwaited(
  command: OnUnit,
  context: DecisionContext,
  [field, time]: readonly [field: string, time: Timed | undefined],
  then: (row: UnitRow) => NewEvent,
): Decision {
  return onIncident(command, context, 'afterClosing', ({ state }) => {
    const named = 'summonsId';
    const row = unitsOf(state).find(({ summonsId }) => summonsId === command.summonsId);
    if (row === undefined) return rejected(deskError('unknownReference', { field: named, id: command.summonsId }));
    if (!isAwaited(row))
      return rejected(deskError('unitNotAwaited', { field: named, name: row.unit.name, state: row.state }));
    return decided(
      [then(row)],
      [...futureTimes({ [field]: time }, context.now), ...outOfOrder(['calledAt', row.calledAt], [field, time])],
    );
  });
}

export function recordUnitEnRoute(command: CommandOf<'RecordUnitEnRoute'>, context: DecisionContext): Decision {
  const { at, person, expectedAt } = command;
  return onAwaited(command, context, ['at', at], ({ summonsId, unit }) =>
    incidentEvent(command, 'UnitEnRoute', {
      summonsId,
      unit,
      person: person ?? null,
      expected: expectedAt ?? null,
      at: at ?? nowTimed(context),
    }),
  );
}

export function recordUnitArrival(command: CommandOf<'RecordUnitArrival'>, context: DecisionContext): Decision {
  const { arrivedAt, people, note } = command;
  return onAwaited(command, context, ['arrivedAt', arrivedAt], ({ summonsId, unit }) =>
    incidentEvent(command, 'UnitArrived', {
      summonsId,
      unit,
      people: people ?? null,
      note: note ?? null,
      at: arrivedAt ?? nowTimed(context),
    }),
  );
}

export function standDownUnit(command: CommandOf<'StandDownUnit'>, context: DecisionContext): Decision {
  const { reason, at } = command;
  return onAwaited(command, context, ['at', at], ({ summonsId, unit }) =>
    incidentEvent(command, 'UnitStoodDown', { summonsId, unit, reason, at: at ?? nowTimed(context) }),
  );
}
