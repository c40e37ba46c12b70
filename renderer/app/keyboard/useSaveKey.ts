/**
 * Ctrl/⌘ Enter saves the page's form, wherever the focus is and even if it is nowhere. Not while the input method
 * composes, not while a dialog is open: that has a form of its own.
 */
import { useEffect, useRef } from 'react';

export function useSaveKey(save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, isComposing, keyCode, repeat } = event;
      if (key !== 'Enter' || !(ctrlKey || metaKey) || isComposing || keyCode === 229) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      event.preventDefault();
      if (!repeat) latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
