/** What steps and their numbers are made of, for folds and rows alike. */
import type { Contact } from '../directory/contact.ts';
import type { PhoneResult } from '../directory/events.ts';
import type { Actor } from '../recorded.ts';
import type { CallTreeEventPayload } from './events.ts';

export type Written = { entryId: string; recordedAt: number; actor: Actor };
export type Words = { label: string; labelEn: string };

/** replaced: by those of a higher level or of another issue · lowered: the level went down · ended: nothing is in force. */
export type RunEnd = { how: 'replaced' | 'lowered' | 'ended'; at: number };

export type CallTry = Omit<CallTreeEventPayload<'CallStepTried'>, 'runId' | 'stepId' | 'who' | 'tree'> & Written;
export type Skipped = Written & { reason: string };
export type StepAcknowledged = { person: string; at: number };

/** Whom a step is for. */
export type StepCalled =
  | { kind: 'post'; id: string; heldBy: string | null }
  | { kind: 'party'; id: string }
  | { kind: 'recipient'; id: string | null; phone: string | null }
  | { kind: 'other'; phone: string | null };

export type StepState = 'left' | 'answered' | 'acknowledged' | 'skipped';

export type CallNumber = {
  /** null: typed with the warning's recipients or the added step, and in no directory. */
  contactId: string | null;
  name: string;
  unit: string | null;
  post: string | null;
  kind: Contact['numbers'][number]['kind'] | null;
  number: string;
  /** Whom it is tried instead of reaching; null: it is the step's own. */
  alternate: Words | null;
  doubtfulFrom: number | null;
  /** In vain, of this step. */
  tries: number;
  lastResult: PhoneResult | null;
};
