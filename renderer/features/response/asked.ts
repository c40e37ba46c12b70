/** What the officer is about to record. */
import type { ProposalRow, ReinforcementRow, ResponseFile, SignatureRow } from '#shared/contract/rows.ts';

export type Asked =
  | { kind: 'decide'; level: string | null; proposal: ProposalRow | null }
  | { kind: 'propose' }
  | { kind: 'decline'; proposal: ProposalRow }
  | { kind: 'terminate'; proposal: ProposalRow | null }
  | { kind: 'sign'; signature: SignatureRow }
  | { kind: 'delegate' }
  | { kind: 'transfer' }
  | { kind: 'reinforce' }
  | { kind: 'answer'; request: ReinforcementRow };

/** null: a practice replay takes nothing. */
export type Ask = ((asked: Asked) => void) | null;
export type AskedProps<K extends Asked['kind']> = {
  asked: Extract<Asked, { kind: K }>;
  file: ResponseFile;
  onClose: () => void;
};
