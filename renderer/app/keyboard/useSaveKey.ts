/** Ctrl/⌘ Enter saves the page's form. */
import { useCommandKey } from './useCommandKey.ts';

export const useSaveKey = (save: () => void): void => useCommandKey('Enter', save);
