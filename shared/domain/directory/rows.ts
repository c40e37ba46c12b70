/** What is read of the directory, as plain data. */
import type { Actor } from '../recorded.ts';
import type { Contact } from './contact.ts';
import type { DoneImport, RecordedCall } from './directory.ts';

export type ContactRow = Contact & {
  contactId: string;
  /** What a change of it is made against; null: as the plan gives it. */
  head: string | null;
  changedAt: number | null;
  changedBy: Actor | null;
  confirmedAt: number | null;
  /** From this instant on it is shown as 待核对; null: nobody ever confirmed it. */
  doubtfulFrom: number | null;
  ofPlan: boolean;
};

export type ContactList = {
  /** How many fit, of which `rows` are some. */
  total: number;
  rows: ContactRow[];
  /** Entries in all, whatever the filter. */
  size: number;
};

/** An entry with the latest calls to it, newest first. */
export type ContactFile = ContactRow & { calls: (RecordedCall & { incidentId: string | null })[] };

/** Somebody who fits what is typed: of the directory, or named in an incident and in no directory yet. */
export type PersonMatch = {
  contactId: string | null;
  name: string;
  unit: string | null;
  post: string | null;
  numbers: Contact['numbers'];
  /** The incident's title where the person comes from one. */
  namedIn: string | null;
};

export type ImportRow = DoneImport;
