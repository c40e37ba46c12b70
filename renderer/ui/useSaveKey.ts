/** Ctrl or ⌘ Enter anywhere inside the element saves: `<form ref={useSaveKey(save)}>`. Never while composing. */
import { type RefCallback, useCallback, useEffect, useRef } from 'react';

export function useSaveKey(save: () => void): RefCallback<HTMLElement> {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  return useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  }, []);
}
