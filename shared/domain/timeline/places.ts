/**
 * Where each kind of entry stands in the picture, and when it happened. One table over every event there is, so that a new
 * one has to be given its place; null stands nowhere, since a span or a bar shows it or it says nothing of the night.
 */
import type { Precision, Timed } from '#shared/plan/facts.ts';
import type { IncidentEventPayload, IncidentEventType } from '../incident/events.ts';
import type { LogRow } from '../rows.ts';

/** `at` null: nothing was said of when, so it stands where it was recorded. */
type Stands = { row: string; at: Timed | null } | null;
type Places = { [T in IncidentEventType]: (payload: IncidentEventPayload<T>) => Stands };

const on = (row: string, at: Timed | null = null): Stands => ({ row, at });
const facts = (): Stands => on('facts');
const nowhere = (): Stands => null;
const group = (groupId: string, at: Timed | null): Stands => on(`group ${groupId}`, at);

const PLACES: Places = {
  IncidentOpened: ({ received }) => on('facts', received),
  CallJoined: ({ received }) => on('facts', received),
  // The curve shows them.
  FiguresRecorded: nowhere,
  ConditionsRecorded: ({ observed }) => on('facts', observed),
  DurationRecorded: ({ started, ended }) => on('facts', ended ?? started ?? null),
  DetailsRevised: facts,
  TimesCorrected: facts,
  GradeDetermined: nowhere,
  ReportRecorded: ({ report }) => on('reports', report.sent),
  DemandRecorded: ({ at }) => on('reports', at),
  SwitchSet: facts,
  MarkSet: facts,
  ObligationWaived: () => on('reports'),
  NoteAdded: ({ happened }) => on('facts', happened),
  EntryStruck: facts,
  DocumentSigned: ({ issue }) => on('reports', issue?.at ?? null),
  ReceiptConfirmed: ({ at }) => on('reports', at),
  PaperSent: ({ at }) => on('reports', at),
  PaperReceived: ({ at }) => on('reports', at),
  IncidentExported: nowhere,
  IncidentClosed: facts,
  IncidentMerged: facts,
  IncidentAbsorbed: facts,
  ResponseProposed: ({ at }) => on('level', at),
  ProposalDeclined: ({ decision }) => on('level', decision.at),
  ResponseStarted: nowhere,
  ResponseAdjusted: nowhere,
  ResponseTerminated: ({ decision }) => on('level', decision.at),
  SignatureRecorded: ({ at }) => on('level', at),
  DelegationRecorded: ({ at }) => on('level', at),
  CommandTransferred: ({ at }) => on('level', at),
  ReinforcementRequested: ({ at }) => on('level', at),
  ReinforcementAnswered: ({ at }) => on('level', at),
  OnSceneCommandOpened: nowhere,
  OnSceneCommandChanged: ({ decision }) => on('onScene', decision.at),
  OnSceneCommandClosed: ({ at }) => on('onScene', at),
  // Each group's span begins with it.
  GroupsSetUp: nowhere,
  GroupAdded: nowhere,
  GroupChanged: ({ groupId, decision }) => group(groupId, decision.at),
  GroupDissolved: ({ groupId, decision }) => group(groupId, decision.at),
  GroupStateSet: ({ groupId, state, at }) => (state === 'withdrawn' ? group(groupId, at) : null),
  GroupLeaderSet: ({ groupId, at }) => group(groupId, at),
  PersonCheckedIn: ({ groupId, at }) => group(groupId, at),
  PersonCheckedOut: ({ groupId, at }) => group(groupId, at),
  UnitCalled: nowhere,
  UnitEnRoute: ({ at }) => on('units', at),
  UnitArrived: ({ at }) => on('units', at),
  UnitStoodDown: ({ at }) => on('units', at),
  ChecklistItemSet: ({ at }) => on('tasks', at),
  TaskAssigned: nowhere,
  TaskAccepted: ({ at }) => on('tasks', at),
  TaskNoted: ({ at }) => on('tasks', at),
  TaskFinished: ({ at }) => on('tasks', at),
  TaskReturned: ({ at }) => on('tasks', at),
  InstructionRecorded: nowhere,
  InstructionAnswered: ({ at }) => on('instructions', at),
  BulletinDrafted: () => on('bulletins'),
  BulletinRevised: () => on('bulletins'),
  BulletinApproved: ({ approval }) => on('bulletins', approval.at),
  BulletinReleased: ({ at }) => on('bulletins', at),
  BulletinWithdrawn: () => on('bulletins'),
  SentimentRecorded: ({ at }) => on('bulletins', at),
  PhoneCallRecorded: ({ at }) => on('facts', at),
  // Thirty calls of one level would hide the night; who was reached is what counts of them.
  CallStepClaimed: nowhere,
  CallStepReleased: nowhere,
  CallStepTried: ({ at, result }) => (result === 'answered' ? on('units', at) : null),
  CallStepSkipped: nowhere,
  CallStepReopened: nowhere,
  CallStepAdded: nowhere,
  FileAttached: facts,
};

export type Place = { row: string; at: number; precision: Precision };

/** An entry of a kind unknown to this version stands among the facts; what was struck must be seen struck. */
export function placeOf({ type, payload, recordedAt, struck }: LogRow): Place | null {
  const known = Object.hasOwn(PLACES, type);
  const place = known ? (PLACES[type as IncidentEventType] as (payload: unknown) => Stands)(payload) : on('facts');
  const stands = place ?? (struck === null ? null : on('facts'));
  if (stands === null) return null;
  const { row, at } = stands;
  return { row, at: at?.at ?? recordedAt, precision: at?.precision ?? 'second' };
}
