/**
 * Ctrl/⌘ and a key act on the page, wherever the focus is and even if it is nowhere. Not while the input method composes,
 * not while a dialog is open: that has acts of its own.
 */
import { useEffect, useRef } from 'react';

const COMPOSING = 229;

export function useCommandKey(commandKey: string, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing, keyCode, repeat } = event;
      const isLetter = commandKey.length === 1;
      if ((isLetter ? key.toLowerCase() : key) !== commandKey || !(ctrlKey || metaKey)) return;
      if (isComposing || keyCode === COMPOSING || (isLetter && (shiftKey || altKey))) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      event.preventDefault();
      if (!repeat) latest.current();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [commandKey]);
}
