/** What is read of the calls of a level or a warning, as plain data. */
import type { Provenance } from '#shared/plan/schema.ts';
import type { Actor } from '../recorded.ts';
import type { Timed } from '../values.ts';
import type { CallSubject } from './commands.ts';
import type { CallNumber, CallTry, RunEnd, Skipped, StepAcknowledged, StepCalled, StepState, Words } from './parts.ts';

/** Of the present calls, as the board shows them. */
export type CallTreeRow = {
  subject: CallSubject;
  title: string;
  planId: string;
  runId: string;
  /** Of a response or of a warning. */
  kind: 'level' | 'warning';
  level: string;
  tree: Words;
  since: Timed;
  total: number;
  answered: number;
  skipped: number;
  /** Recipients who acknowledged without having been called. */
  acknowledged: number;
  left: number;
  /** Of those left: tried, and not reached. */
  unreached: number;
  /** Who is calling whom now. */
  calling: { officer: string; who: Words }[];
  /** Whom anybody would call next; null: nobody is left, or all who are left are being called. */
  next: Words | null;
  nextChangeAt: number | null;
};

export type CallStepRow = {
  stepId: string;
  wave: number;
  who: Words;
  what: Words | null;
  called: StepCalled['kind'];
  clause: string | null;
  provenance: Provenance | null;
  addedBy: Actor | null;
  state: StepState;
  claim: { officerId: string; name: string; since: number; until: number } | null;
  /** Newest last. */
  tries: readonly CallTry[];
  /** When somebody not reached is to be tried again. */
  againAt: number | null;
  skipped: Skipped | null;
  /** The recipient's acknowledgement of this version; `owed`: it is a recipient without one. */
  acknowledged: StepAcknowledged | null;
  owesAcknowledgement: boolean;
  /** Reached for a lower level or an earlier issue. */
  earlier: { tree: Words; at: Timed; answeredBy: string | null } | null;
  /** In the order in which they are to be tried. */
  numbers: CallNumber[];
  /** Of the step itself, without its alternates. */
  ownNumbers: number;
  /** Where its numbers are to be filled in; null: in no entry of the plan's. */
  contactId: string | null;
};

export type CallTreeFile = {
  subject: CallSubject;
  title: string;
  planId: string;
  at: number;
  /** null: nobody is to be called, now or before. */
  run:
    | (Omit<CallTreeRow, 'subject' | 'title' | 'planId' | 'tree' | 'nextChangeAt'> & {
        tree: Words & { clause: string; provenance: Provenance; note: string | null };
        claimMinutes: number;
        retryMinutes: number;
        end: RunEnd | null;
        steps: CallStepRow[];
        /** Steps in the order in which the officer who asked should call. */
        order: string[];
      })
    | null;
  /** Every run, oldest first. */
  runs: { runId: string; tree: Words; since: Timed; end: RunEnd | null; answered: number; total: number }[];
  /** The next instant at which anything here changes by itself. */
  nextChangeAt: number | null;
};
