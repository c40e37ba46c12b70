/** What queries answer: the rows of the domain, and the desk's own. */

import type { AttentionSet } from '#shared/domain/desk/attention.ts';
import type { Handover, PaperSettings, SelfCheck } from '#shared/domain/desk/desk.ts';
import type { HandoverSection } from '#shared/domain/handover/sections.ts';
import type { PeopleView } from '#shared/domain/people/view.ts';
import type { RosterView } from '#shared/domain/roster/view.ts';
import type { DutyRow, OfficerRow } from '#shared/domain/rows.ts';

export type * from '#shared/domain/callTree/rows.ts';
export type * from '#shared/domain/directory/rows.ts';
export type * from '#shared/domain/responseRows.ts';
export type * from '#shared/domain/rows.ts';
export type * from '#shared/domain/statistics/rows.ts';
export type * from '#shared/domain/warningRows.ts';

/** live: real · drill: 演练 · practice: a replayed scenario, read only, under its own clock, marked 演练. */
export type DeskKind = 'live' | 'drill' | 'practice';

export type DeskRow = {
  deskId: string;
  kind: DeskKind;
  title: string | null;
  /** null until the desk is set up. */
  planId: string | null;
  planHash: string | null;
  officers: OfficerRow[];
  onDuty: DutyRow[];
  logLength: number;
  /** First 8 hex digits of the chain's head. */
  headHash: string;
  /** The chain that entries now go to; with the two above what a document cites. */
  chainId: string;
  papers: PaperSettings;
  /** The last 发文字号 given, by year. */
  lastNumbers: Readonly<Record<number, number>>;
  lastBackupAt: number | null;
  /** Who last set this desk's attention marks; null while the package's own hold. */
  attention: AttentionSet | null;
  /** The last one recorded. */
  selfCheck: SelfCheck | null;
  people: PeopleRow;
  /** The latest handovers of the watch, oldest first. */
  handovers: readonly Handover[];
  /** Practice: the instants a scrubber can go to. */
  span: { from: number; to: number; marks: number[] } | null;
};

/** What is handed over with the watch, as known at an instant. */
export type HandoverRow = { at: number; sections: HandoverSection[]; digest: string };

export type RosterRow = RosterView;

/** Officers by what the log says of them. */
export type PeopleRow = PeopleView;

/** What the desk can tell of its own safety; asked for when somebody looks. */
export type HealthRow = {
  lastBackupAt: number | null;
  /** How many there are; each was read as a whole before it got its name [FILE-5]. */
  backups: number;
  /** Since when something is in no backup. */
  unsavedSince: number | null;
  /** The wall clock was not set back and is not behind the log. */
  clockTrusted: boolean;
};

export type { TriState } from '#shared/plan/facts.ts';
