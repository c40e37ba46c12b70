/**
 * The page by keyboard alone: Ctrl/⌘ Enter saves, Enter goes on from a single line, Alt / marks 正在核实, Alt J joins the
 * suggested incident, Alt M opens the rare fields, Esc leaves and keeps the draft. Nothing happens while the input method
 * composes.
 */
import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { isComposing } from '#renderer/ui/composition.ts';

export type IntakeKeys = {
  save: () => void;
  markUnknown: (path: string) => void;
  join: () => void;
  toggleMore: () => void;
  leave: () => void;
};

export function useIntakeKeys(
  root: RefObject<HTMLElement | null>,
  keys: IntakeKeys,
): (event: ReactKeyboardEvent) => void {
  const press = (event: Pressed) => {
    const target = event.target;
    // Lists and dialogs open elsewhere in the document keep their own keys.
    if (!(target instanceof HTMLElement) || root.current === null || isComposing(event)) return;
    if (!root.current.contains(target) && target !== document.body) return;
    const act = actionOf(event, target, root.current, keys);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  // After a click beside the fields nothing has the focus; the page's keys work all the same.
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.target === document.body) latest.current(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return press;
}

type Pressed = ReactKeyboardEvent | KeyboardEvent;

function actionOf(event: Pressed, target: HTMLElement, root: HTMLElement, keys: IntakeKeys): (() => void) | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
  if (key === 'Enter' && (ctrlKey || metaKey)) return repeat ? () => {} : keys.save;
  if (altKey && !ctrlKey && !metaKey) {
    const path = target.closest<HTMLElement>('[data-field]')?.dataset['field'];
    // Chips know which of them is meant.
    if (code === 'Slash' && path !== undefined && path !== 'conditions') return () => keys.markUnknown(path);
    if (code === 'KeyJ') return keys.join;
    return code === 'KeyM' ? keys.toggleMore : null;
  }
  const listOpen = target.getAttribute('aria-expanded') === 'true';
  if (key === 'Escape') return listOpen ? null : keys.leave;
  if (key !== 'Enter' || repeat || !isOneLine(target)) return null;
  const next = () => focusNext(root, target, shiftKey ? -1 : 1);
  if (!listOpen) return next;
  // The list takes its own Enter first.
  setTimeout(next);
  return null;
}

const isOneLine = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement || target.closest('[data-field="conditions"]') !== null;

const TAB_STOPS = 'input, textarea, button, select, a[href], [tabindex="0"]';

/** What Tab stops at, in order. */
export const tabStopsIn = (root: HTMLElement): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(TAB_STOPS)].filter(
    (stop) =>
      stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.closest('[hidden], [aria-hidden="true"]') === null,
  );

export function focusNext(root: HTMLElement, from: HTMLElement, step: 1 | -1): void {
  const stops = tabStopsIn(root);
  const next = stops[stops.indexOf(from) + step];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** Into the field that an error is about. */
export function focusField(root: HTMLElement | null, path: string): void {
  root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"] :is(input, textarea, button)`)?.focus();
}
