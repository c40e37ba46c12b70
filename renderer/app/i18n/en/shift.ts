import type { shift as original } from '../zh-CN/shift.ts';

export const shift: Record<keyof typeof original, string> = {
  'shift.none': 'Nobody has been on watch yet.',
  'shift.which': 'Shift',
  'shift.now': 'this one: {name}, since {from}',
  'shift.past': '{name}, {from} to {to}',
  'shift.failed': 'The entries of this shift cannot be read',
};
