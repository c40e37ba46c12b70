/**
 * What a command's decision sees and answers, and what an event looks like once recorded. Pure: the desk hands in the
 * instant, the actor, the states and fresh ids, and appends what comes out.
 */
import type { Instant } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { AlarmState } from './alarm/alarm.ts';
import type { CallState } from './call/call.ts';
import type { DeskState } from './desk/desk.ts';
import type { ConfirmQuestion, DeskError } from './errors.ts';
import type { IncidentState } from './incident/incident.ts';

export type Actor = { officerId: string; name: string; post: string };

/** The program itself, e.g. when it raises an alarm. */
export const SYSTEM_ACTOR: Actor = { officerId: 'system', name: 'Watchdesk', post: '系统' };

export type PlanPin = { id: string; version: string; hash: string };
export type PinnedPlan = { plan: PlanPackage; pin: PlanPin };

/** `desk`, `call/<callId>`, `incident/<incidentId>` or `alarm/<incidentId>`. */
export type StreamId = string;

export type NewEvent = {
  stream: StreamId;
  type: string;
  payload: unknown;
  /** Chosen by the caller's command; the desk makes one up where it is left out. */
  entryId?: string;
};

/** An event as the folds and views read it (current schema version; the log keeps the full envelope). */
export type RecordedEvent = {
  entryId: string;
  stream: StreamId;
  type: string;
  payload: unknown;
  recordedAt: Instant;
  actor: Actor;
  /** Position in this file's log. */
  position: number;
};

export type DecisionContext = {
  now: Instant;
  actor: Actor;
  engineVersion: string;
  desk: DeskState;
  /** The desk's own plan, or the one pinned by an incident; null when unknown to this file. */
  plan(planId: string): PinnedPlan | null;
  incident(incidentId: string): IncidentState | null;
  call(callId: string): CallState | null;
  alarms(incidentId: string): AlarmState;
};

export type Decision =
  | { kind: 'accepted'; events: NewEvent[] }
  | { kind: 'rejected'; error: DeskError }
  /** Odd but allowed: the events are appended once a person says yes. */
  | { kind: 'confirm'; questions: ConfirmQuestion[]; events: NewEvent[] };

export const accepted = (events: NewEvent[]): Decision => ({ kind: 'accepted', events });
export const rejected = (error: DeskError): Decision => ({ kind: 'rejected', error });
