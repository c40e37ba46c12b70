/**
 * What moves every second without React: a ref whose element is written to on each tick. 600 rows loaded and 144 of them
 * visible cost one subscription and one comparison a row, no render. Use it for countdowns in lists:
 *
 *     const left = useTickText((now) => format.span(now, row.dueAt));
 *     return <td ref={left} />;
 *
 * The element must have no React children. `useTick` is the general form, for a bar's width or a class.
 */
import { type RefCallback, useCallback, useEffect, useRef } from 'react';
import { readNow, subscribeNow } from './clock.ts';

export function useTick<E extends HTMLElement | SVGElement>(paint: (element: E, now: number) => void): RefCallback<E> {
  const element = useRef<E | null>(null);
  const latest = useRef(paint);
  // What is painted may depend on props: paint again after each render.
  useEffect(() => {
    latest.current = paint;
    if (element.current) paint(element.current, readNow());
  });
  useEffect(
    () =>
      subscribeNow((now) => {
        if (element.current) latest.current(element.current, now);
      }),
    [],
  );
  return useCallback((node: E | null) => {
    element.current = node;
    if (node) latest.current(node, readNow());
  }, []);
}

export function useTickText(textAt: (now: number) => string): RefCallback<HTMLElement> {
  return useTick<HTMLElement>((element, now) => writeText(element, textAt(now)));
}

/** Into the text node that is there: a new one each second would be garbage, and reading the old one back costs as much. */
export function writeText(element: Element, text: string): void {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.textContent = text;
  else if (node.data !== text) node.data = text;
}
