/** As wide as its frame, in the screen's own size of type. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Sheet } from '#shared/domain/timeline/layout.ts';

const FIRST: Sheet = { width: 1200, em: 12, plot: 168 };
/** `--text-s`, and the room that names have, in ems. */
const TYPE = 0.8125;
const NAMES = 16;

export function useSheet(frame: RefObject<HTMLElement | null>): Sheet {
  const [sheet, setSheet] = useState(FIRST);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const em = Math.round(root * TYPE * 10) / 10;
      const width = Math.max(600, element.clientWidth);
      setSheet((now) => (now.width === width && now.em === em ? now : { width, em, plot: em * NAMES }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return sheet;
}
