/** The frame of every decision on a call: find the incident or warning, its run and the step. */
import { deskError } from '../checks.ts';
import { type Decision, type DecisionContext, type NewEvent, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { onIncident } from '../incident/onIncident.ts';
import { onWarning } from '../warning/onWarning.ts';
import { warningStream } from '../warning/warning.ts';
import type { CallSubject } from './commands.ts';
import type { CallTreeEventPayload, CallTreeEventType } from './events.ts';
import { type CallRun, type Calls, incidentCalls, presentRun, warningCalls } from './runs.ts';
import { type CallStep, claimAt, claimMs, stepsOf } from './steps.ts';

type Target = { subject: CallSubject; entryId?: string | undefined; runId?: string | undefined };
export type OnRun = { calls: Calls; run: CallRun; steps: readonly CallStep[] };
export type OnStep = OnRun & { step: CallStep };

/** `present`: only of the calls that are to be made now · `made`: also of earlier ones, for a call made is made. */
export function onRun(
  target: Target,
  context: DecisionContext,
  takes: 'present' | 'made',
  then: (on: OnRun) => Decision,
): Decision {
  const { subject, entryId } = target;
  const go = (calls: Calls): Decision => {
    const run = target.runId === undefined ? presentRun(calls) : calls.runs.find(({ runId }) => runId === target.runId);
    if (run === null) return rejected(deskError('noCallTree', { title: calls.title }));
    if (run === undefined) return rejected(deskError('unknownReference', { field: 'runId', id: target.runId }));
    if (takes === 'present' && run.end !== null)
      return rejected(deskError('callTreeEnded', { tree: run.tree.label, how: run.end.how }));
    return then({ calls, run, steps: stepsOf(calls, run) });
  };
  if ('warningId' in subject)
    return onWarning({ ...subject, entryId }, context, ['issued'], ({ plan, state }) => go(warningCalls(plan, state)));
  const { incidentId } = subject;
  const field = 'subject.incidentId';
  return onIncident({ incidentId, entryId, field }, context, takes === 'made' ? 'afterClosing' : 'open', (found) =>
    go(incidentCalls(found.plan, found.state)),
  );
}

export function onStep(
  target: Target & { stepId: string },
  context: DecisionContext,
  takes: 'present' | 'made',
  then: (on: OnStep) => Decision,
): Decision {
  return onRun(target, context, takes, (on) => {
    const step = on.steps.find(({ stepId }) => stepId === target.stepId);
    if (step === undefined) return rejected(deskError('unknownReference', { field: 'stepId', id: target.stepId }));
    return then({ ...on, step });
  });
}

/** Another officer is calling. */
export function claimedError({ calls: { plan }, step }: OnStep, { actor, now }: DecisionContext): DeskError | null {
  const claim = claimAt(plan, step, now);
  if (claim === null || claim.actor.officerId === actor.officerId) return null;
  return deskError('callStepClaimed', {
    field: 'stepId',
    who: step.who.label,
    by: claim.actor.name,
    officerId: claim.actor.officerId,
    at: claim.recordedAt,
    until: claim.recordedAt + claimMs(plan),
  });
}

export function settledError({ answered, skipped, who: { label: who } }: CallStep): DeskError | null {
  const field = 'stepId';
  if (answered !== null) {
    const by = answered.answeredBy ?? answered.name ?? who;
    return deskError('callStepReached', { field, who, by, at: answered.at.at });
  }
  return skipped === null ? null : deskError('callStepSkipped', { field, who, reason: skipped.reason });
}

type OwnPayload<T extends CallTreeEventType> = Omit<CallTreeEventPayload<T>, 'runId' | 'stepId' | 'who' | 'tree'>;

export function callEvent<T extends CallTreeEventType>(
  { subject, entryId, stepId }: Target & { stepId: string },
  { tree, runId }: CallRun,
  who: string,
  type: T,
  payload: OwnPayload<T>,
): NewEvent {
  const stream = 'warningId' in subject ? warningStream(subject.warningId) : `incident/${subject.incidentId}`;
  const event = { stream, type, payload: { runId, stepId, who, tree: tree.label, ...payload } };
  return entryId === undefined ? event : { ...event, entryId };
}
