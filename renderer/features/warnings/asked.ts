/** What the officer is about to record about one warning. */
import type { RecipientRow, WarningActionRow, WarningFile } from '#shared/contract/rows.ts';

export type Asked =
  | { kind: 'assess' }
  | { kind: 'report' }
  | { kind: 'approve' }
  | { kind: 'issue' }
  | { kind: 'change' }
  | { kind: 'send' }
  | { kind: 'acknowledge'; recipient: RecipientRow }
  | { kind: 'release' }
  | { kind: 'assign'; item: WarningActionRow }
  | { kind: 'notApplicable'; item: WarningActionRow };

/** null: a practice replay takes nothing. */
export type Ask = ((asked: Asked) => void) | null;
export type AskedProps<K extends Asked['kind']> = {
  asked: Extract<Asked, { kind: K }>;
  file: WarningFile;
  onClose: () => void;
};
