/** Where a fraction of the axis stands in the track: what lies ahead of now is shifted by the band's width. */
const AXIS = '(100% - var(--band))';

export const place = (fraction: number, isAhead: boolean): string =>
  `calc(${AXIS} * ${fraction.toFixed(5)}${isAhead ? ' + var(--band)' : ''})`;

/** From a fraction to another; null is the now line, and a bit more under the band, so that the bar seems to grow. */
export function stretch(
  from: number,
  to: number | null,
  now: number,
  isAhead: boolean,
): { left: string; width: string } {
  const share = ((to ?? now) - from).toFixed(5);
  return {
    left: place(from, false),
    width: `calc(${AXIS} * ${share}${to === null || isAhead ? ' + var(--band)' : ''})`,
  };
}
