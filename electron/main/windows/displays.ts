/** Electron's displays as plain rows. There is always one: a machine without a screen never gets this far. */
import type { Screen } from 'electron';
import type { DisplayRow } from '#shared/contract/shell.ts';
import type { Display } from './placement.ts';

type ScreenLike = Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;

const labelOf = (label: string, index: number): string => label || `${index + 1}`;

/** The primary one first. */
export function listDisplays(screen: ScreenLike): [Display, ...Display[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const plain = ({ id, label, bounds, workArea }: Display, index: number): Display => ({
    id,
    label: labelOf(label, index),
    bounds,
    workArea,
  });
  return [plain(primary, 0), ...others.map((display, index) => plain(display, index + 1))];
}

export const displayRows = (displays: readonly Display[]): DisplayRow[] =>
  displays.map(({ id, label, bounds: { width, height } }, index) => ({
    displayId: id,
    label: `${label} ${width}×${height}`,
    width,
    height,
    isPrimary: index === 0,
  }));
