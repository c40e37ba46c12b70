/** What the officer is about to record. */
import type { GroupRow, InstructionRow, ResponseFile, TaskRow, UnitRow } from '#shared/contract/rows.ts';

export type Asked =
  | { kind: 'onScene' }
  | { kind: 'closeOnScene' }
  | { kind: 'setUp' }
  | { kind: 'group'; group: GroupRow | null }
  | { kind: 'dissolve'; group: GroupRow }
  | { kind: 'leader'; group: GroupRow }
  | { kind: 'checkIn'; group: GroupRow }
  | { kind: 'task'; group: GroupRow | null; instruction: InstructionRow | null }
  | { kind: 'note'; task: TaskRow }
  | { kind: 'finish'; task: TaskRow }
  | { kind: 'return'; task: TaskRow }
  | { kind: 'call' }
  | { kind: 'enRoute'; unit: UnitRow }
  | { kind: 'arrive'; unit: UnitRow }
  | { kind: 'standDown'; unit: UnitRow }
  | { kind: 'instruction' }
  | { kind: 'answer'; instruction: InstructionRow };

/** null: a practice replay takes nothing. */
export type Ask = ((asked: Asked) => void) | null;
export type AskedProps<K extends Asked['kind']> = {
  asked: Extract<Asked, { kind: K }>;
  file: ResponseFile;
  onClose: () => void;
};
