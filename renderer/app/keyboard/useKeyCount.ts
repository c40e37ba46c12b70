/**
 * Counts the keys of a form from its opening to saving, over leaving, coming back and reloading. The form's element hears
 * them, lists it opens elsewhere in the document included; a dialog that is not the form's does not count.
 */
import { type KeyboardEventHandler, useCallback, useEffect, useMemo, useRef } from 'react';
import { useDeskId, useHost } from '../desk/deskContext.ts';
import { type Counted, countFrom, type FormStanding, isStroke, keptOf, OPEN } from './keyCount.ts';

type Counting = {
  /** Of the draft that keeps the count; null while nothing is counted. */
  key: string | null;
  form: FormStanding;
};

type Running = { key: string; counted: Counted; isOpen: boolean };

export type KeyCount = {
  onKeyDownCapture: KeyboardEventHandler;
  /** For the command; nothing where not every key was counted. */
  recorded: () => { keysPressed?: number };
  /** Saved or thrown away: the next form begins. */
  reset: () => void;
  /** The form goes on under another key, as a signed draft does. */
  moveTo: (key: string) => void;
};

export function useKeyCount({ key, form }: Counting): KeyCount {
  const { drafts } = useHost();
  const deskId = useDeskId();
  const running = useRef<Running | null>(null);
  const latestForm = useRef(form);
  useEffect(() => {
    latestForm.current = form;
  });

  const keep = useCallback(
    (under: string, value: string | null) => {
      drafts.write(deskId, under, value);
      // At once: what would be written a moment later is lost with the page.
      drafts.flush();
    },
    [drafts, deskId],
  );
  const stroke = useCallback(
    (event: Parameters<typeof isStroke>[0]) => {
      const count = running.current;
      if (count === null || !isStroke(event)) return;
      if (count.counted !== null) count.counted += 1;
      if (count.isOpen) return;
      count.isOpen = true;
      keep(count.key, OPEN);
    },
    [keep],
  );

  useEffect(() => {
    if (key === null) return;
    const counted = countFrom(drafts.read(deskId, key).value, latestForm.current);
    const count: Running = { key, counted, isOpen: false };
    running.current = count;
    const leave = () => {
      count.isOpen = false;
      keep(key, keptOf(count.counted, latestForm.current));
    };
    // Nothing has the focus, as after a click beside the fields.
    const pressed = (event: KeyboardEvent) => event.target === document.body && stroke(event);
    window.addEventListener('keydown', pressed, { capture: true });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('keydown', pressed, { capture: true });
      window.removeEventListener('pagehide', leave);
      running.current = null;
      leave();
    };
  }, [key, drafts, deskId, keep, stroke]);

  return useMemo(() => {
    const reset = () => {
      // The page may show the next form already; only this one's keys are forgotten.
      const count = running.current;
      if (count !== null && count.key === key) {
        count.counted = 0;
        count.isOpen = false;
      }
      if (key !== null) keep(key, null);
    };
    return {
      onKeyDownCapture: stroke,
      recorded: () => {
        const counted = running.current?.counted ?? null;
        return counted === null ? {} : { keysPressed: counted };
      },
      reset,
      moveTo: (other) => {
        keep(other, keptOf(running.current?.counted ?? null, 'begun'));
        reset();
      },
    };
  }, [stroke, key, keep]);
}
