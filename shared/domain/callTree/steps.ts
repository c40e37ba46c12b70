/**
 * The steps of a run and what became of each: folded from what was recorded. A step is reached by an answered call and by
 * nothing else; who has it is asked at an instant, for a claim lapses by itself [CALLS-2, CALLS-3].
 */
import type { Called, PlannedCall } from '#shared/plan/callTreeSection.ts';
import type { PlanPackage, Provenance } from '#shared/plan/schema.ts';
import type { RecordedEvent } from '../recorded.ts';
import type { RecipientState } from '../warning/warning.ts';
import type { CallTreeEventPayload, CallTreeEventType } from './events.ts';
import type { CallTry, Skipped, StepAcknowledged, StepCalled, StepState, Words, Written } from './parts.ts';
import type { CallRun, Calls } from './runs.ts';

const MINUTE_MS = 60_000;

export type CallStep = {
  stepId: string;
  wave: number;
  called: StepCalled;
  who: Words;
  what: Words | null;
  alternates: readonly Called[];
  clause: string | null;
  provenance: Provenance | null;
  /** By whom, where the plan does not name it. */
  added: Written | null;
  /** Oldest first. */
  tries: readonly CallTry[];
  answered: CallTry | null;
  skipped: Skipped | null;
  /** Who last said that they are calling; whether it still holds is asked at an instant. */
  claim: Written | null;
  /** Of a warning's recipient: the version was acknowledged, whichever way. */
  acknowledged: StepAcknowledged | null;
};

export function stepState({ answered, skipped, acknowledged }: CallStep): StepState {
  if (answered !== null) return 'answered';
  if (skipped !== null) return 'skipped';
  return acknowledged === null ? 'left' : 'acknowledged';
}

export const isLeft = (step: CallStep): boolean => stepState(step) === 'left';

export const claimMs = ({ callTrees }: PlanPackage): number => (callTrees?.claimMinutes ?? 0) * MINUTE_MS;
export const retryMs = ({ callTrees }: PlanPackage): number => (callTrees?.retryMinutes ?? 0) * MINUTE_MS;

/** Who is calling at that instant. */
export const claimAt = (plan: PlanPackage, { claim }: CallStep, at: number): Written | null =>
  claim !== null && claim.recordedAt + claimMs(plan) > at ? claim : null;

const untouched = { added: null, tries: [], answered: null, skipped: null, claim: null, acknowledged: null } as const;

/** In the order of the waves, within one as the plan lists them; what was added comes last in its wave. */
export function stepsOf(calls: Calls, run: CallRun): CallStep[] {
  const planned = run.tree.steps.flatMap((step) => plannedSteps(calls, run, step));
  const steps = new Map(planned.map((step) => [step.stepId, step]));
  for (const entry of calls.entries) apply(calls.plan, steps, run, entry);
  return [...steps.values()].sort((a, b) => a.wave - b.wave);
}

function plannedSteps(calls: Calls, run: CallRun, planned: PlannedCall): CallStep[] {
  const { id, call, wave, label, labelEn, alternates, clause, provenance } = planned;
  const common = { ...untouched, wave, what: { label, labelEn }, alternates, clause, provenance };
  if (call !== 'recipients')
    return [{ ...common, stepId: id, called: stepCalled(call), who: calledWords(calls.plan, call) }];
  // Recipients are only ever added, so their place in the list is a name that lasts.
  return calls.recipients.map((recipient, index) => ({
    ...common,
    stepId: `${id}.${index + 1}`,
    called: { kind: 'recipient', id: recipient.id, phone: recipient.phone },
    who: recipientWords(calls.plan, recipient),
    acknowledged: acknowledgedOf(recipient, run.version ?? 1),
  }));
}

function acknowledgedOf({ acknowledged }: RecipientState, version: number): CallStep['acknowledged'] {
  const found = acknowledged.findLast((each) => each.version >= version);
  return found === undefined ? null : { person: found.person, at: found.at.at };
}

const recipientWords = ({ warnings }: PlanPackage, { id, name }: RecipientState): Words => ({
  label: name,
  labelEn: warnings?.recipients.find((each) => each.id === id)?.labelEn ?? name,
});

const stepCalled = (call: Called): StepCalled =>
  'party' in call ? { kind: 'party', id: call.party } : { kind: 'post', id: call.post, heldBy: call.heldBy ?? null };

/** As the officer calls them: 副指挥长（市应急管理局局长）. */
export function calledWords({ posts, units, organisations }: PlanPackage, call: Called): Words {
  if ('party' in call) {
    const found = [...units, ...organisations].find(({ id }) => id === call.party);
    return { label: found?.label ?? call.party, labelEn: found?.labelEn ?? call.party };
  }
  const found = posts.find(({ id }) => id === call.post);
  const holder = call.heldBy === undefined ? '' : `（${call.heldBy}）`;
  return { label: `${found?.label ?? call.post}${holder}`, labelEn: `${found?.labelEn ?? call.post}${holder}` };
}

type Steps = Map<string, CallStep>;

function apply(plan: PlanPackage, steps: Steps, run: CallRun, entry: RecordedEvent): void {
  const { runId, stepId } = entry.payload as CallTreeEventPayload<CallTreeEventType>;
  if (runId !== run.runId) return;
  const written: Written = { entryId: entry.entryId, recordedAt: entry.recordedAt, actor: entry.actor };
  if (isType(entry, 'CallStepAdded')) {
    if (!steps.has(stepId)) steps.set(stepId, addedStep(plan, entry.payload, written));
    return;
  }
  const step = steps.get(stepId);
  if (step === undefined) return;
  if (isType(entry, 'CallStepClaimed')) {
    // One officer has one telephone: whatever else they had is anybody's again.
    for (const other of steps.values()) dropClaim(steps, other, written.actor.officerId);
    steps.set(stepId, { ...step, claim: written });
  } else if (isType(entry, 'CallStepReleased')) dropClaim(steps, step, written.actor.officerId);
  else if (isType(entry, 'CallStepTried')) {
    const { runId: _, stepId: __, who: ___, tree: ____, ...tried } = entry.payload;
    const made: CallTry = { ...tried, ...written };
    const answered = tried.result === 'answered' ? made : step.answered;
    steps.set(stepId, { ...step, tries: [...step.tries, made], answered, claim: null });
  } else if (isType(entry, 'CallStepSkipped'))
    steps.set(stepId, { ...step, skipped: { ...written, reason: entry.payload.reason }, claim: null });
  else if (isType(entry, 'CallStepReopened'))
    steps.set(stepId, { ...step, answered: null, skipped: null, claim: null });
}

function dropClaim(steps: Steps, step: CallStep, officerId: string): void {
  if (step.claim?.actor.officerId === officerId) steps.set(step.stepId, { ...step, claim: null });
}

type Added = CallTreeEventPayload<'CallStepAdded'>;

function addedStep(plan: PlanPackage, payload: Added, added: Written): CallStep {
  const { stepId, who, wave, what } = payload;
  const called = calledOf(payload);
  const words = called === null ? { label: who, labelEn: who } : calledWords(plan, called);
  return {
    ...untouched,
    stepId,
    wave,
    called: called === null ? { kind: 'other', phone: payload.phone } : stepCalled(called),
    who: words,
    what: what === null ? null : { label: what, labelEn: what },
    alternates: [],
    clause: null,
    provenance: null,
    added,
  };
}

function calledOf({ called: { kind, id } }: Added): Called | null {
  if (id === null || kind === 'other') return null;
  return kind === 'post' ? { post: id } : { party: id };
}

type Typed<T extends CallTreeEventType> = RecordedEvent & { type: T; payload: CallTreeEventPayload<T> };
const isType = <T extends CallTreeEventType>(entry: RecordedEvent, type: T): entry is Typed<T> => entry.type === type;
