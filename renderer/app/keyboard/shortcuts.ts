/** The keys that work everywhere. Pure, so that the table can be tested; `useShortcuts` carries them out. */
export type Shortcut =
  | 'board'
  | 'intake'
  | 'incident'
  | 'report'
  | 'note'
  | 'write'
  | 'clue'
  | 'switch'
  | 'lock'
  | 'find'
  | 'keys';

export const SHORTCUT_KEYS: Record<Shortcut, string> = {
  board: 'F1',
  intake: 'F2',
  incident: 'F3',
  report: 'F4',
  note: 'F6',
  write: 'F7',
  switch: 'F8',
  lock: 'F9',
  clue: 'F10',
  find: 'Ctrl K',
  keys: '?',
};

const FUNCTION_KEYS: Record<string, Shortcut> = {
  F1: 'board',
  F2: 'intake',
  F3: 'incident',
  F4: 'report',
  F6: 'note',
  F7: 'write',
  F8: 'switch',
  F9: 'lock',
  F10: 'clue',
};

export type Press = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  /** The focus is where letters are typed. */
  inText: boolean;
};

export function shortcutOf(press: Press): Shortcut | null {
  if (press.isComposing || press.repeat || press.altKey) return null;
  const command = press.ctrlKey || press.metaKey;
  if (command) return press.key.toLowerCase() === 'k' && !press.shiftKey ? 'find' : null;
  if (!press.shiftKey && press.key in FUNCTION_KEYS) return FUNCTION_KEYS[press.key] ?? null;
  return (press.key === '?' || press.key === '？') && !press.inText ? 'keys' : null;
}
