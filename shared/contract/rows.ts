/** What queries answer: the rows of the domain, and the desk's own. */
import type { PaperSettings } from '#shared/domain/desk/desk.ts';
import type { DutyRow, OfficerRow } from '#shared/domain/rows.ts';

export type * from '#shared/domain/responseRows.ts';
export type * from '#shared/domain/rows.ts';

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
  /** Practice: the instants a scrubber can go to. */
  span: { from: number; to: number; marks: number[] } | null;
};

export type { TriState } from '#shared/plan/facts.ts';
