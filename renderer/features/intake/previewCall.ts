/**
 * What saving would do, worked out in the page by the desk's own decision and engine: the clocks that would start, what
 * would be asked back, what would be refused. Nothing is guessed twice, so the right column cannot disagree with the log.
 */

import { initialAlarms } from '#shared/domain/alarm/alarm.ts';
import { takeCall } from '#shared/domain/call/takeCall.ts';
import type { DecisionContext } from '#shared/domain/decision.ts';
import { initialDesk } from '#shared/domain/desk/desk.ts';
import { initialDirectory } from '#shared/domain/directory/directory.ts';
import type { ConfirmQuestion, DeskError } from '#shared/domain/errors.ts';
import { takeCallSchema } from '#shared/domain/incident/commands.ts';
import { evolveIncident, type IncidentState } from '#shared/domain/incident/incident.ts';
import { type NewEvent, type PlanPin, SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import type { Assessment } from '#shared/plan/assessment.ts';
import { assess } from '#shared/plan/engine/assess.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { TakeCallInput } from './readIntake.ts';

export type CallPreview =
  | { kind: 'incident'; title: string; assessment: Assessment; questions: ConfirmQuestion[] }
  /** A false alarm or a duplicate: recorded, no clock starts. */
  | { kind: 'callOnly' }
  | { kind: 'refused'; error: DeskError }
  /** Not enough yet to say anything. */
  | { kind: 'nothing' };

export type PreviewContext = {
  plan: PlanPackage;
  planHash: string;
  now: number;
  /** The incident the call is to join, where it is known. */
  joined: IncidentState | null;
};

export function previewCall(input: TakeCallInput, context: PreviewContext): CallPreview {
  const { plan, planHash, now, joined } = context;
  const { kind } = input.disposition;
  if (kind === 'falseAlarm' || kind === 'duplicate') return { kind: 'callOnly' };
  const parsed = takeCallSchema.safeParse(withoutWarning(input));
  if (!parsed.success || (kind === 'join' && joined === null)) return { kind: 'nothing' };
  const pin: PlanPin = { id: plan.id, version: plan.version, hash: planHash };
  const asked: DecisionContext = {
    now,
    actor: SYSTEM_ACTOR,
    engineVersion: ENGINE_VERSION,
    keptFile: () => 'missing',
    logHead: { chainId: '', position: 0, hash: '' },
    desk: { ...initialDesk, plan: pin },
    plan: () => ({ plan, pin }),
    incident: (incidentId) => (joined?.incidentId === incidentId ? joined : null),
    call: () => null,
    clue: () => null,
    warning: () => null,
    alarms: () => initialAlarms,
    directory: () => initialDirectory,
  };
  const decision = takeCall(parsed.data, asked);
  if (decision.kind === 'rejected') return { kind: 'refused', error: decision.error };
  const state = after(joined, decision.events, now);
  if (state === null) return { kind: 'nothing' };
  const questions = decision.kind === 'confirm' ? decision.questions : [];
  return { kind: 'incident', title: state.title, assessment: assess(plan, state, now), questions };
}

/** Whether the warning may still become an incident is the desk's to say; no clock depends on it. */
function withoutWarning(input: TakeCallInput): TakeCallInput {
  if (input.disposition.kind !== 'open') return input;
  const { fromWarningId: _, ...disposition } = input.disposition;
  return { ...input, disposition };
}

function after(joined: IncidentState | null, events: readonly NewEvent[], now: number): IncidentState | null {
  return events
    .filter(({ stream }) => stream.startsWith('incident/'))
    .reduce<IncidentState | null>(
      (state, { stream, type, payload }, index) =>
        evolveIncident(state, {
          stream,
          type,
          payload,
          entryId: `preview-${index}`,
          recordedAt: now,
          actor: SYSTEM_ACTOR,
          position: Number.MAX_SAFE_INTEGER,
        }),
      joined,
    );
}

/** The fold of an incident file's entries: what the joined incident knows so far. */
export const stateOf = (file: IncidentFile): IncidentState | null =>
  file.entries.reduce<IncidentState | null>((state, entry) => evolveIncident(state, entry), null);
