/** The page's keys, wherever the focus is but in a dialog; where something is typed, with Alt. */
import { useEffect, useRef } from 'react';
import { type CallKey, callKeyOf } from './callKeys.ts';

const TYPED =
  'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="listbox"], [aria-haspopup="listbox"]';

export function useCallKeys(onKey: (key: CallKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('[role="dialog"], [role="alertdialog"]')) return;
      const key = callKeyOf({
        key: event.key,
        code: event.code,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        shiftKey: event.shiftKey,
        isComposing: event.isComposing || event.keyCode === 229,
        repeat: event.repeat,
        inField: target?.matches(TYPED) === true,
      });
      if (key === null) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
