/** What the officer is about to record. */
import type { BulletinRow, IncidentFile } from '#shared/contract/rows.ts';
import type { BulletinKind } from '#shared/plan/publicitySection.ts';

export type Asked =
  | { kind: 'draft'; of: BulletinKind }
  | { kind: 'revise'; row: BulletinRow }
  | { kind: 'approve'; row: BulletinRow }
  | { kind: 'release'; row: BulletinRow }
  | { kind: 'withdraw'; row: BulletinRow }
  | { kind: 'sentiment' };

/** null: a practice replay takes nothing. */
export type Ask = ((asked: Asked) => void) | null;
export type AskedProps<K extends Asked['kind']> = {
  asked: Extract<Asked, { kind: K }>;
  file: IncidentFile;
  onClose: () => void;
};
