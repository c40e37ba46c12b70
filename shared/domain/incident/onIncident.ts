/** The frame of every decision on one incident: find it, see that it still takes such entries, and know its plan. */
import type { Assessment } from '#shared/plan/assessment.ts';
import { assessLedger, createLedger } from '#shared/plan/engine/assess.ts';
import { type Current, currentAt, effectiveAt } from '#shared/plan/engine/current.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskError } from '../checks.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion } from '../errors.ts';
import { isUnmet } from '../questions.ts';
import { type NewEvent, type PlanPin, SYSTEM_ACTOR } from '../recorded.ts';
import type { IncidentEventPayload, IncidentEventType, Shown } from './events.ts';
import { evolveIncident, type IncidentState } from './incident.ts';
import { ledgerOf } from './ledgerOf.ts';
import { statusOf } from './status.ts';

export type Subject = { state: IncidentState; plan: PlanPackage; pin: PlanPin };

type Target = {
  incidentId: string;
  entryId?: string | undefined /** The command's field that names it. */;
  field?: string;
};

/**
 * `open`: only while it runs · `afterClosing`: what may still come in later, e.g. in the 30 days of supplementary reports ·
 * `always`: even after it went into another.
 */
export function onIncident(
  target: Target,
  context: DecisionContext,
  takes: 'open' | 'afterClosing' | 'always',
  then: (subject: Subject) => Decision,
): Decision {
  const { incidentId, entryId, field = 'incidentId' } = target;
  const state = context.incident(incidentId);
  if (state === null) return rejected(deskError('unknownIncident', { field, id: incidentId }));
  const status = statusOf(state);
  if (status.kind === 'merged' && takes !== 'always')
    return rejected(deskError('incidentMerged', { id: incidentId, into: status.into }));
  if (status.kind === 'closed' && takes === 'open') {
    return rejected(deskError('incidentClosed', { id: incidentId, closedAt: status.at }));
  }
  if (entryId !== undefined && state.entries.some((entry) => entry.entryId === entryId)) {
    return rejected(deskError('idTaken', { field: 'entryId', id: entryId }));
  }
  const pinned = context.plan(state.planPin.id);
  if (pinned === null) return rejected(deskError('unknownPlan', { planId: state.planPin.id }));
  return then({ state, plan: pinned.plan, pin: state.planPin });
}

export function incidentEvent<T extends IncidentEventType>(
  target: Target,
  type: T,
  payload: IncidentEventPayload<T>,
): NewEvent {
  const event = { stream: `incident/${target.incidentId}`, type, payload };
  return target.entryId === undefined ? event : { ...event, entryId: target.entryId };
}

/** Accepted, or asked back first where something is odd. */
export function decided(events: NewEvent[], questions: readonly ConfirmQuestion[]): Decision {
  return questions.length === 0 ? accepted(events) : { kind: 'confirm', questions: [...questions], events };
}

export const nowTimed = (context: DecisionContext): Timed => ({ at: context.now, precision: 'second' });

/** The values that count now; less work than an assessment where no clock is asked about. */
export function currentNow({ plan, state }: Subject, context: DecisionContext): Current {
  return currentAt(plan, effectiveAt(state.facts, context.now));
}

/** The same, once these events are recorded. */
export function currentAfter(
  plan: PlanPackage,
  state: IncidentState | null,
  events: readonly NewEvent[],
  context: DecisionContext,
): Current {
  return currentAt(plan, effectiveAt(stateAfter(state, events, context).facts, context.now));
}

export function assessNow({ plan, state }: Subject, context: DecisionContext): Assessment {
  return assessLedger(ledgerOf(plan, state), context.now);
}

/** What the board would say once these events are recorded. */
export function assessAfter(
  plan: PlanPackage,
  state: IncidentState | null,
  events: readonly NewEvent[],
  context: DecisionContext,
): Assessment {
  const before = state === null ? undefined : ledgerOf(plan, state);
  return assessLedger(createLedger(plan, stateAfter(state, events, context), before), context.now);
}

function stateAfter(state: IncidentState | null, events: readonly NewEvent[], context: DecisionContext): IncidentState {
  return events.reduce<IncidentState | null>(
    (before, { stream, type, payload, entryId }, index) =>
      evolveIncident(before, {
        stream,
        type,
        payload,
        entryId: entryId ?? `~${index}`,
        recordedAt: context.now,
        actor: SYSTEM_ACTOR,
        position: Number.MAX_SAFE_INTEGER,
      }),
    state,
  ) as IncidentState;
}

/** Keeps what stood on the screen, so that a later engine or plan never rewrites what the officer saw. */
export function shownOf(assessment: Assessment, pin: PlanPin, context: DecisionContext): Shown {
  return {
    planHash: pin.hash,
    engineVersion: context.engineVersion,
    clockGrade: assessment.clockGrade,
    proposedLevel: assessment.proposedLevel,
    unmet: assessment.obligations
      .filter(isUnmet)
      .map(({ key, dueAt, state, lateBySeconds }) => ({ key, dueAt, state, lateBySeconds })),
  };
}
