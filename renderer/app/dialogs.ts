/** Dialogs that open from anywhere, by key or by a button. */
import { create } from 'zustand';

export type OpenDialog =
  | { kind: 'find' }
  | { kind: 'keys' }
  /** A free log entry; about this incident when one is named. */
  | { kind: 'note'; incidentId: string | null }
  /** 线索: something that may become a warning. */
  | { kind: 'clue' };

const useDialogs = create<{ open: OpenDialog | null }>(() => ({ open: null }));

export const useOpenDialog = (): OpenDialog | null => useDialogs((state) => state.open);
export const openDialog = (open: OpenDialog): void => useDialogs.setState({ open });
export const closeDialog = (): void => useDialogs.setState({ open: null });
