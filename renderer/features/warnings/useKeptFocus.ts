/**
 * Where what had the focus is gone (a step was taken, a clue dealt with), it goes to the first act there is now, so that the
 * keyboard goes on from here. `now` says what the acts depend on.
 */
import { type RefObject, useEffect, useRef } from 'react';

export function useKeptFocus(now: string): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return undefined;
    before.current = now;
    // A dialog that closes gives the focus back in the next frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return;
        root.current?.querySelector<HTMLElement>('[role=toolbar] button:not(:disabled)')?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [now]);
  return root;
}
