/** Rows of clues and warnings: plain data with UTC epoch milliseconds and transition instants. */
import type { Provenance } from '#shared/plan/schema.ts';
import type { WarningColour } from '#shared/plan/warningSection.ts';
import type { WarnedFile } from './attachment/attachment.ts';
import type { StoredUnit } from './parts.ts';
import type { Actor } from './recorded.ts';
import type { Timed } from './values.ts';
import type { Settled } from './warning/clue.ts';
import type { ChangedPart, WarningContent } from './warning/events.ts';
import type {
  Assessment,
  RecipientState,
  WarningApproval,
  WarningReport,
  WarningStage,
  WarningState,
  WarningVersion,
} from './warning/warning.ts';

export type ClueRow = {
  clueId: string;
  source: string;
  who: string | null;
  contact: string | null;
  area: string | null;
  place: string | null;
  kind: string | null;
  said: string;
  received: Timed;
  entryId: string;
  recordedAt: number;
  actor: Actor;
  /** null: it waits for assessment. */
  settled: Settled | null;
  attachments: readonly WarnedFile[];
};

/** What the quieter class of alarms calls: acknowledgement that is missing, a review, an action that is due. */
export type WarningReminder = { key: string; kind: 'ack' | 'review' | 'action'; what: string; from: number };

/** What the board shows of a warning. */
export type WarningRow = {
  warningId: string;
  title: string;
  planId: string;
  stage: WarningStage;
  /** Proposed or in force; null while none is. */
  level: string | null;
  colour: WarningColour | null;
  /** 0 before the issue. */
  version: number;
  area: string;
  kind: string | null;
  openedAt: number;
  /** When the level was issued; before that when the present stage began. */
  since: number;
  /** In whose name, by which post. */
  issuedBy: { authority: string; post: string; name: string } | null;
  recipients: number;
  unacknowledged: number;
  /** When it is to be looked at again; `isDue` once that has passed. Nothing ends by itself. */
  review: { at: number; isDue: boolean } | null;
  incidentId: string | null;
  endedAt: number | null;
  lastEntryAt: number;
  reminders: WarningReminder[];
  nextChangeAt: number | null;
};

export type RecipientRow = Omit<RecipientState, 'sent' | 'acknowledged'> & {
  /** The last time, of whatever version. */
  sent: RecipientState['sent'][number] | null;
  /** Of the standing issue. */
  acknowledged: RecipientState['acknowledged'][number] | null;
};

export type WarningActionRow = {
  id: string;
  label: string;
  labelEn: string;
  clause: string;
  provenance: Provenance;
  doneBy: string[];
  state: 'open' | 'assigned' | 'done' | 'notApplicable';
  note: string | null;
  to: StoredUnit | null;
  dueAt: number | null;
  overdue: boolean;
  set: { at: number; entryId: string; recordedAt: number; actor: Actor } | null;
  everyHours: number | null;
  /** Of a recurring one: until when it is due, and how many times it was missed. */
  until: number | null;
  missed: number;
};

export type WarningDifference = { part: ChangedPart; before: string; after: string };

export type WarningVersionRow = WarningVersion & { difference: WarningDifference[] };

/** The warning's file: the row and everything behind it. */
export type WarningFile = WarningRow & {
  at: number;
  assessments: readonly Assessment[];
  reports: readonly WarningReport[];
  approval: WarningApproval | null;
  versions: WarningVersionRow[];
  recipientRows: RecipientRow[];
  actions: { id: string; label: string; labelEn: string; clause: string; items: WarningActionRow[] }[];
  released: WarningState['released'];
  converted: WarningState['converted'];
  clueIds: readonly string[];
  attachments: readonly WarnedFile[];
  /** Posts that may do the next thing, by the level that rules. */
  may: { approve: string[]; issue: string[]; release: string[] };
  /** What the intake is filled with when it becomes an incident. */
  intake: { details: Record<string, string>; title: string };
};

export type { WarningContent, WarningStage };
