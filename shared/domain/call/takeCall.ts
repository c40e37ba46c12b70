/**
 * 接报: the call is kept as it was taken; by its disposition it opens an incident, joins one, or stands alone as a false
 * alarm or a duplicate. Out of scope warns and names the other plan, never blocks [plan 1.3].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError, detailErrors, figureErrors, firstError, unknownItems, withItemIds } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import type { ReportedFacts } from '../incident/events.ts';
import type { IncidentState } from '../incident/incident.ts';
import { currentAfter, currentNow, decided, incidentEvent, onIncident } from '../incident/onIncident.ts';
import { futureTimes, isBefore, outOfScope, partsOverWhole, timesOutOfOrder } from '../questions.ts';
import { type NewEvent, type PlanPin, UNNAMED_ACTOR } from '../recorded.ts';
import { convertedWarning } from '../warning/convertWarning.ts';
import { titleFrom } from './title.ts';

type TakeCall = CommandOf<'TakeCall'>;
type Given = { command: TakeCall; reported: ReportedFacts; questions: ConfirmQuestion[] };

/** Nobody is turned away because nobody has unlocked the desk: the call counts at once, and waits for a name. */
export function takeCall(command: TakeCall, context: DecisionContext): Decision {
  const decision = take(command, context);
  if (decision.kind === 'rejected' || context.actor.officerId !== UNNAMED_ACTOR.officerId) return decision;
  const unnamed: NewEvent = { stream: 'desk', type: 'UnnamedCallTaken', payload: { callId: command.callId } };
  return { ...decision, events: [...decision.events, unnamed] };
}

function take(command: TakeCall, context: DecisionContext): Decision {
  const { callId, disposition } = command;
  if (context.call(callId) !== null) return rejected(deskError('idTaken', { field: 'callId', id: callId }));
  if (disposition.kind === 'join') {
    return onIncident(
      { incidentId: disposition.incidentId, entryId: command.entryId },
      context,
      'afterClosing',
      (subject) =>
        withFacts(command, subject.plan, context, (given) => join(given, disposition.incidentId, subject, context)),
    );
  }
  const pinned = context.desk.plan === null ? null : context.plan(context.desk.plan.id);
  if (pinned === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  return withFacts(command, pinned.plan, context, (given) => {
    if (disposition.kind === 'open') return open(given, pinned.plan, pinned.pin, disposition, context);
    if (disposition.kind === 'duplicate' && context.call(disposition.ofCallId) === null) {
      return rejected(deskError('unknownCall', { field: 'disposition.ofCallId', id: disposition.ofCallId }));
    }
    return decided([callTaken(given, command.entryId)], given.questions);
  });
}

function withFacts(
  command: TakeCall,
  plan: PlanPackage,
  context: DecisionContext,
  then: (given: Given) => Decision,
): Decision {
  const reported = reportedIn(command, plan);
  const error = factErrors(reported, plan);
  if (error !== null) return rejected(error);
  const { occurredAt, discoveredAt, receivedAt, observedAt } = command;
  const times = { occurredAt, discoveredAt, receivedAt };
  const questions = [
    ...futureTimes({ ...times, observedAt }, context.now),
    ...timesOutOfOrder(times),
    ...outOfScope(plan, reported.details),
  ];
  return then({ command, reported, questions });
}

function open(
  given: Given,
  plan: PlanPackage,
  pin: PlanPin,
  disposition: Extract<TakeCall['disposition'], { kind: 'open' }>,
  context: DecisionContext,
): Decision {
  const { command, reported } = given;
  const { incidentId, fromWarningId } = disposition;
  if (context.incident(incidentId) !== null) {
    return rejected(deskError('idTaken', { field: 'disposition.incidentId', id: incidentId }));
  }
  const converted =
    fromWarningId === undefined
      ? null
      : convertedWarning({ warningId: fromWarningId, incidentId, callId: command.callId }, context);
  if (converted !== null && 'code' in converted) return rejected(converted);
  const opened = incidentEvent({ incidentId, entryId: command.entryId }, 'IncidentOpened', {
    incidentId,
    callId: command.callId,
    title: disposition.title ?? titleFrom(plan, reported),
    plan: pin,
    occurred: command.occurredAt ?? null,
    discovered: command.discoveredAt ?? null,
    received: command.receivedAt,
    reported,
    ...(fromWarningId !== undefined && { warningId: fromWarningId }),
    ...(command.keysPressed !== undefined && { keysPressed: command.keysPressed }),
  });
  return onTheIncident(given, plan, null, opened, context, converted === null ? [] : [converted]);
}

function join(
  given: Given,
  incidentId: string,
  subject: { state: IncidentState; plan: PlanPackage; pin: PlanPin },
  context: DecisionContext,
): Decision {
  const { command, reported } = given;
  const known = currentNow(subject, context).times;
  const joined = incidentEvent({ incidentId, entryId: command.entryId }, 'CallJoined', {
    callId: command.callId,
    received: command.receivedAt,
    ...(known.occurred === null && command.occurredAt && { occurred: command.occurredAt }),
    ...(known.discovered === null && command.discoveredAt && { discovered: command.discoveredAt }),
    reported,
    ...(command.keysPressed !== undefined && { keysPressed: command.keysPressed }),
  });
  return onTheIncident(given, subject.plan, subject.state, joined, context);
}

function onTheIncident(
  given: Given,
  plan: PlanPackage,
  state: IncidentState | null,
  event: NewEvent,
  context: DecisionContext,
  more: readonly NewEvent[] = [],
): Decision {
  const { reported, questions } = given;
  const figures = Object.keys(reported.figures);
  const odd =
    figures.length === 0 ? [] : partsOverWhole(plan, currentAfter(plan, state, [event], context).figures, figures);
  return decided([callTaken(given), event, ...more], [...questions, ...odd]);
}

function callTaken({ command, reported }: Given, entryId?: string): NewEvent {
  const { callId, receivedAt, occurredAt, discoveredAt, disposition } = command;
  const payload = {
    callId,
    received: receivedAt,
    occurred: occurredAt ?? null,
    discovered: discoveredAt ?? null,
    reported,
    disposition: storedDisposition(disposition),
  };
  const event = { stream: `call/${callId}`, type: 'CallTaken', payload };
  return entryId === undefined ? event : { ...event, entryId };
}

function storedDisposition(disposition: TakeCall['disposition']) {
  switch (disposition.kind) {
    case 'open':
    case 'join':
      return { kind: disposition.kind, incidentId: disposition.incidentId };
    case 'falseAlarm':
      return disposition;
    case 'duplicate':
      return { ...disposition, reason: disposition.reason ?? null };
  }
}

type DurationEntry = [string, ReportedFacts['durations'][string]];

function reportedIn(command: TakeCall, plan: PlanPackage): ReportedFacts {
  const durations = Object.entries(command.durations ?? {}).map(
    ([id, { startedAt, endedAt, forecastHours }]): DurationEntry => [
      id,
      {
        ...(startedAt !== undefined && { started: startedAt }),
        ...(endedAt !== undefined && { ended: endedAt }),
        ...(forecastHours !== undefined && { forecastHours }),
      },
    ],
  );
  return {
    observed: command.observedAt ?? command.receivedAt,
    source: command.source ?? null,
    figures: command.figures ?? {},
    conditions: command.conditions ?? {},
    durations: Object.fromEntries(durations),
    marks: command.marks ?? {},
    details: withItemIds(plan, command.details ?? {}),
  };
}

function factErrors(reported: ReportedFacts, plan: PlanPackage): DeskError | null {
  return firstError(
    figureErrors(plan, reported.figures),
    unknownItems('conditions', Object.keys(reported.conditions), plan.conditions),
    unknownItems('durations', Object.keys(reported.durations), plan.durations),
    unknownItems('marks', Object.keys(reported.marks), plan.marks),
    detailErrors(plan, reported.details),
    ...Object.entries(reported.durations).map(([id, { started, ended }]) =>
      started && ended && isBefore(ended, started)
        ? deskError('endBeforeStart', { field: `durations.${id}`, startedAt: started.at, endedAt: ended.at })
        : null,
    ),
  );
}
