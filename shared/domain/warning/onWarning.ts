/** The frame of every decision on one warning: find it, know its plan, and see whether it stands where this may be done. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { deskError } from '../checks.ts';
import { type Decision, type DecisionContext, type NewEvent, rejected } from '../decision.ts';
import { notInPlan } from '../parties.ts';
import type { PlanPin } from '../recorded.ts';
import type { WarningEventPayload, WarningEventType } from './events.ts';
import { type WarningStage, type WarningState, warningStream } from './warning.ts';

export type WarningSubject = { state: WarningState; plan: PlanPackage; warnings: Warnings; pin: PlanPin };
type Target = { warningId: string; entryId?: string | undefined };

export function onWarning(
  target: Target,
  context: DecisionContext,
  stages: readonly WarningStage[],
  then: (subject: WarningSubject) => Decision,
): Decision {
  const { warningId, entryId } = target;
  const state = context.warning(warningId);
  if (state === null) return rejected(deskError('unknownWarning', { field: 'warningId', id: warningId }));
  const pinned = context.plan(state.planPin.id);
  if (pinned === null) return rejected(deskError('unknownPlan', { planId: state.planPin.id }));
  const { warnings } = pinned.plan;
  if (warnings === undefined) return rejected(notInPlan('warnings'));
  if (!stages.includes(state.stage)) {
    return rejected(deskError('warningStage', { title: state.title, stage: state.stage, needed: [...stages] }));
  }
  if (entryId !== undefined && state.entryIds.includes(entryId))
    return rejected(deskError('idTaken', { field: 'entryId', id: entryId }));
  return then({ state, plan: pinned.plan, warnings, pin: state.planPin });
}

export function warningEvent<T extends WarningEventType>(
  target: Target,
  type: T,
  payload: Omit<WarningEventPayload<T>, 'warningId'>,
): NewEvent {
  const { warningId, entryId } = target;
  const event = { stream: warningStream(warningId), type, payload: { warningId, ...payload } };
  return entryId === undefined ? event : { ...event, entryId };
}

/** A command names the version that was seen. */
export function versionError(state: WarningState, seen: number) {
  const version = state.versions.length;
  return seen === version ? null : deskError('warningChanged', { title: state.title, version, seen });
}
