/**
 * What a command's decision sees and answers. Pure: the desk hands in the instant, the actor, the states and fresh
 * ids, and appends what comes out.
 */
import type { LogHead } from '#shared/documents/document.ts';
import type { Instant } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { AlarmAbout } from './alarm/about.ts';
import type { AlarmState } from './alarm/alarm.ts';
import type { FileState, KeptFile } from './attachment/attachment.ts';
import type { CallState } from './call/call.ts';
import type { DeskState } from './desk/desk.ts';
import type { DirectoryState } from './directory/directory.ts';
import type { ConfirmQuestion, DeskError } from './errors.ts';
import type { IncidentState } from './incident/incident.ts';
import type { Actor, NewEvent, PlanPin } from './recorded.ts';
import type { ClueState } from './warning/clue.ts';
import type { WarningState } from './warning/warning.ts';

export {
  type Actor,
  type NewEvent,
  type PlanPin,
  type RecordedEvent,
  type StreamId,
  SYSTEM_ACTOR,
} from './recorded.ts';

export type PinnedPlan = { plan: PlanPackage; pin: PlanPin };

export type DecisionContext = {
  now: Instant;
  actor: Actor;
  engineVersion: string;
  /** Of the log as it stands before this command. */
  logHead: LogHead;
  desk: DeskState;
  /** The desk's own plan, or the one pinned by an incident; null when unknown to this file. */
  plan(planId: string): PinnedPlan | null;
  incident(incidentId: string): IncidentState | null;
  call(callId: string): CallState | null;
  clue(clueId: string): ClueState | null;
  warning(warningId: string): WarningState | null;
  alarms(about: AlarmAbout): AlarmState;
  /** Asked for only where it is needed: it may hold tens of thousands of entries. */
  directory(): DirectoryState;
  /** How its bytes lie beside the log; a desk in memory keeps none and takes the caller's word. */
  keptFile(file: KeptFile): FileState;
};

export type Decision =
  | { kind: 'accepted'; events: NewEvent[] }
  | { kind: 'rejected'; error: DeskError }
  /** Odd but allowed: the events are appended once a person says yes. */
  | { kind: 'confirm'; questions: ConfirmQuestion[]; events: NewEvent[] };

export const accepted = (events: NewEvent[]): Decision => ({ kind: 'accepted', events });
export const rejected = (error: DeskError): Decision => ({ kind: 'rejected', error });
