/**
 * A list of suggestions is no dialog: the rest of the page stays readable and reachable while it is open. The library
 * hides everything outside of the field from assistive technology, although it can still be focused [WCAG 4.1.2]; it
 * spares what is marked as its live announcer, so what stands around the field is marked while the list is open.
 */
import { type RefObject, useEffect, useRef } from 'react';

const MARK = 'data-live-announcer';
const AROUND = '[role="dialog"], [role="alertdialog"], #root';

export function useKeepReadable(field: RefObject<HTMLElement | null>): (isOpen: boolean) => void {
  const marked = useRef<Element | null>(null);
  const mark = (around: Element | null) => {
    marked.current?.removeAttribute(MARK);
    around?.setAttribute(MARK, 'true');
    marked.current = around;
  };
  // Left behind, the mark would keep the page readable behind a dialog.
  useEffect(() => () => marked.current?.removeAttribute(MARK), []);
  return (isOpen) => mark(isOpen ? (field.current?.closest(AROUND) ?? null) : null);
}
