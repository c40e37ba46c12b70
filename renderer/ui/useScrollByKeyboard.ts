/** What scrolls can be scrolled with the keyboard: it takes the focus while, and only while, something is out of sight. */
import { type RefObject, useEffect, useRef } from 'react';

export function useScrollByKeyboard<Scroller extends HTMLElement = HTMLDivElement>(): RefObject<Scroller | null> {
  const ref = useRef<Scroller>(null);
  // After every render: what is inside may have grown.
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const look = () => {
      if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  });
  return ref;
}
