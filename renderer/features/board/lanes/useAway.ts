/**
 * Marks an element `data-away` while it is far from being seen, so that CSS can leave it out of layout and paint and a
 * tick can pass it by. Wider than the window by a quarter, so that scrolling finds it ready.
 */
import { type RefCallback, useCallback } from 'react';

const MARGIN = '25%';

export function useAway(): RefCallback<HTMLElement> {
  return useCallback((element: HTMLElement | null) => {
    if (element === null || !('IntersectionObserver' in window)) return;
    const seen = new IntersectionObserver(
      ([entry]) => element.toggleAttribute('data-away', entry?.isIntersecting === false),
      { rootMargin: MARGIN },
    );
    seen.observe(element);
    return () => seen.disconnect();
  }, []);
}

export const isAway = (element: Element): boolean => element.closest('[data-away]') !== null;
