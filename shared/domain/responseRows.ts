/**
 * Rows of the response: level, conditions, checklists, on-scene command, groups, units, tasks, instructions, the time
 * after. Plain data with UTC epoch milliseconds; running times are formatted by the screen against the host's clock.
 */
import type { CriterionMatch, Prompt } from '#shared/plan/assessment.ts';
import type { ConditionRow } from '#shared/plan/engine/conditionTable.ts';
import type { Provenance } from '#shared/plan/schema.ts';
import type { GroupState } from './onScene/events.ts';
import type { Basis, DelegatedAct, ResponseDecision, StoredParty, StoredPerson, StoredUnit } from './parts.ts';
import type { Actor } from './recorded.ts';
import type { TaskSource } from './work/events.ts';

/** Who wrote it down, and when. */
type Written = { entryId: string; recordedAt: number; actor: Actor };

export type Proposer = { unit: string; name: string };

/** A decision or a sign-off given by phone, to be signed for (补签). */
export type SignatureRow = {
  /** The decision's entry. */
  of: string;
  part: 'decision' | 'approval' | 'signOff';
  act: 'start' | 'adjust' | 'terminate' | 'signOff';
  /** null: of a document. */
  level: string | null;
  /** The document's; null: of a level. */
  title: string | null;
  /** null where none was said. */
  post: string | null;
  name: string;
  decidedAt: number;
  signed: { by: string; at: number; entryId: string } | null;
};

/** The response in force. */
export type ResponseRow = {
  responseId: string;
  level: string;
  /** The minute the present level was decided. */
  since: number;
  /** The minute of the start. */
  startedAt: number;
  /** The post that put the present level in force and so ends it (谁启动，谁终止); the delegating one under a delegation. */
  startedBy: string;
  /** The decision of the present level. */
  decidedBy: ResponseDecision;
  proposer: Proposer | null;
  /** Criteria met when it was decided; empty where it rests on judgement. */
  basis: Basis;
  reason: string | null;
  matter: string | null;
  /** Ordered besides those of the plan. */
  measures: string | null;
  /** Items of the plan's lists that the level brought when it was decided. */
  planMeasures: string[];
  expectedUntil: number | null;
  /** A decision of this response by phone is not signed for yet. */
  pendingSignature: boolean;
  transferredTo: { unit: string; person: string; at: number; entryId: string } | null;
  /** The start of an earlier, ended response that this one cites. */
  citesEntryId: string | null;
};

export type ResponseEntryRow = Written & {
  kind: 'started' | 'adjusted' | 'terminated';
  responseId: string;
  from: string | null;
  /** null: ended. */
  level: string | null;
  decision: ResponseDecision;
  approval: ResponseDecision | null;
  reason: string | null;
  basis: Basis;
};

export type ProposalRow = Written & {
  proposalId: string;
  level: string | null;
  proposer: Proposer;
  basis: Basis;
  reason: string | null;
  at: number;
  /** superseded: a level was decided since without it. */
  state: 'open' | 'decided' | 'declined' | 'superseded';
};

export type DelegationRow = Written & {
  delegationId: string;
  from: { post: string; name: string };
  to: { post: string; name: string | null };
  for: DelegatedAct;
  at: number;
  expiresAt: number;
  state: 'open' | 'used' | 'expired';
};

/** One criterion of one level, and whether it is met by confirmed figures, the careful reading, or a forecast only. */
export type { ConditionRow };

export type LevelRow = {
  level: string;
  isProposed: boolean;
  isInForce: boolean;
  /** Posts that may decide to put it in force now: after a transfer those of the command above. */
  may: string[];
  rows: readonly ConditionRow[];
};

export type ChecklistItemRow = {
  id: string;
  clause: string;
  provenance: Provenance;
  doneBy: string[];
  state: 'open' | 'assigned' | 'done' | 'notApplicable';
  /** A note, a reason or the task's result. */
  note: string | null;
  /** Who set it last, and when; null while untouched. */
  set: (Written & { at: number }) | null;
  /** The open or finished task made of it. */
  taskId: string | null;
};

export type ChecklistRow = {
  id: string;
  /** What brought it. */
  because:
    | { kind: 'always' }
    | { kind: 'level'; level: string; responseId: string }
    | { kind: 'condition'; conditions: string[] }
    | { kind: 'ended' };
  /** When it came. */
  since: number;
  items: ChecklistItemRow[];
};

export type OnSceneRow = Written & {
  head: StoredPerson;
  place: string;
  decision: ResponseDecision;
  openedAt: number;
  closedAt: number | null;
  closedReason: string | null;
  /** The entry that changed it last. */
  headEntryId: string;
};

export type PersonRow = {
  person: StoredPerson;
  groupId: string;
  inAt: number;
  outAt: number | null;
  entryId: string;
};

export type GroupRow = {
  groupId: string;
  /** Of the plan; null for an added one. */
  planGroup: string | null;
  name: string;
  lead: StoredUnit;
  deputies: StoredUnit[];
  members: StoredUnit[];
  duties: string;
  leader: StoredPerson | null;
  state: GroupState | 'dissolved';
  stateSince: number;
  /** Who is there now, and who was. */
  people: PersonRow[];
  present: number;
  openTasks: number;
  /** The entry that changed it last. */
  headEntryId: string;
};

export type UnitRow = Written & {
  summonsId: string;
  unit: StoredUnit;
  what: string | null;
  phone: string | null;
  answeredBy: string | null;
  calledAt: number;
  enRouteAt: number | null;
  /** Who told that it set out. */
  enRouteBy: string | null;
  expectedAt: number | null;
  arrivedAt: number | null;
  people: number | null;
  /** Written down on arrival. */
  note: string | null;
  stoodDownAt: number | null;
  stoodDownReason: string | null;
  state: 'called' | 'enRoute' | 'arrived' | 'stoodDown';
};

export type TaskRow = Written & {
  taskId: string;
  what: string;
  detail: string | null;
  to: StoredParty;
  givenBy: string;
  source: TaskSource;
  assignedAt: number;
  dueAt: number | null;
  state: 'assigned' | 'accepted' | 'finished' | 'returned';
  /** Open and past its due time. */
  overdue: boolean;
  acceptedAt: number | null;
  acceptedBy: string | null;
  notes: { at: number; text: string; entryId: string; actor: Actor }[];
  /** Finished or returned. */
  endedAt: number | null;
  /** The result, or the reason of the return. */
  outcome: string | null;
};

export type InstructionRow = Written & {
  instructionId: string;
  from: string;
  text: string;
  receivedAt: number;
  answer: { text: string; at: number; entryId: string; actor: Actor } | null;
};

export type ReinforcementRow = Written & {
  requestId: string;
  to: string;
  what: string;
  person: string | null;
  requestedAt: number;
  answer: {
    answer: 'granted' | 'partly' | 'refused';
    text: string | null;
    person: string | null;
    at: number;
    entryId: string;
  } | null;
};

/** The command was handed up; of every response of the incident. */
export type TransferRow = Written & { responseId: string; unit: string; person: string; at: number };

/** Once the response was terminated, or the incident closed [plan 5, 493]. */
export type AfterwardsRow = {
  endedAt: number;
  /** Casualties that change until then are reported still; from `flaggedFrom` on they are flagged. */
  supplement: { rule: string; until: number; flaggedFrom: number | null; flaggedBy: string | null }[];
  /** What the law sets for others; ids of the plan's legalTerms. */
  terms: { id: string; until: number | null }[];
};

/** What the board keeps in sight besides clocks; never statutory. */
export type ReminderRow = { key: string; incidentId: string; incidentTitle: string; since: number } & (
  | { kind: 'signature'; signature: SignatureRow }
  | { kind: 'task'; taskId: string; what: string; to: StoredParty; dueAt: number; overdue: boolean }
  | { kind: 'unit'; summonsId: string; unit: StoredUnit; enRouteAt: number | null; expectedAt: number | null }
  | { kind: 'instruction'; instructionId: string; from: string; text: string }
  | { kind: 'reinforcement'; requestId: string; to: string; what: string }
);

/** Everything about the response of one incident. */
export type ResponseFile = {
  incidentId: string;
  title: string;
  planId: string;
  at: number;
  /** null: none in force. */
  response: ResponseRow | null;
  /** The last entry that changed the level or who commands: what `against` of a level's decision names. */
  headEntryId: string | null;
  /** What confirmed figures propose; the rest goes to prompts. */
  proposedLevel: string | null;
  proposedBasis: CriterionMatch[];
  prompts: Prompt[];
  /** Lowest first. */
  levels: LevelRow[];
  /** Posts that may end the response, and approve its end. */
  termination: { may: string[]; approve: string[] };
  proposals: ProposalRow[];
  delegations: DelegationRow[];
  signatures: SignatureRow[];
  history: ResponseEntryRow[];
  transfers: TransferRow[];
  checklists: ChecklistRow[];
  /** The one open or last closed. */
  onScene: OnSceneRow | null;
  groups: GroupRow[];
  units: UnitRow[];
  tasks: TaskRow[];
  instructions: InstructionRow[];
  reinforcements: ReinforcementRow[];
  afterwards: AfterwardsRow | null;
  reminders: ReminderRow[];
  /** The next instant at which anything here changes by itself, or null. */
  nextChangeAt: number | null;
};
