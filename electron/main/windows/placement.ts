/**
 * Where windows go: back to where they were, as long as that display is still there. Pure; Electron's `screen` delivers
 * the displays. A window is never placed where nobody can see or grip it.
 */
export type Bounds = { x: number; y: number; width: number; height: number };
export type Size = { width: number; height: number };
export type Display = { id: number; label: string; bounds: Bounds; workArea: Bounds };
/** What is kept of a display: ids change when cables do, so the name and place help to find it again. */
export type RememberedDisplay = { id: number; label: string; bounds: Bounds };

/** Enough of the title bar to be seen and dragged. */
const GRIP = { width: 120, height: 40 };

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, Math.max(low, high)));
const overlap = (aStart: number, aLength: number, bStart: number, bLength: number): number =>
  Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart);

function isReachable({ x, y, width }: Bounds, { workArea }: Display): boolean {
  const shown = overlap(x, width, workArea.x, workArea.width);
  const titleBar = overlap(y, GRIP.height, workArea.y, workArea.height);
  return shown >= GRIP.width && titleBar >= GRIP.height;
}

export function centredOn({ workArea }: Display, wanted: Size): Bounds {
  const width = Math.min(wanted.width, workArea.width);
  const height = Math.min(wanted.height, workArea.height);
  const x = workArea.x + Math.round((workArea.width - width) / 2);
  const y = workArea.y + Math.round((workArea.height - height) / 2);
  return { x, y, width, height };
}

/** The remembered bounds, shrunk and shifted into the display they lie on; centred on the first display otherwise. */
export function restoredBounds(saved: Bounds | null, displays: readonly [Display, ...Display[]], wanted: Size): Bounds {
  const display = saved === null ? undefined : displays.find((candidate) => isReachable(saved, candidate));
  if (saved === null || display === undefined) return centredOn(displays[0], wanted);
  const { workArea } = display;
  const width = Math.min(saved.width, workArea.width);
  const height = Math.min(saved.height, workArea.height);
  return {
    x: Math.round(clamp(saved.x, workArea.x, workArea.x + workArea.width - width)),
    y: Math.round(clamp(saved.y, workArea.y, workArea.y + workArea.height - height)),
    width,
    height,
  };
}

/** The alarm stands in the corner: seen at once, and not over the form somebody is filling in. */
export function cornerOf({ workArea }: Display, { width, height }: Size): Bounds {
  const MARGIN = 16;
  return {
    x: workArea.x + Math.max(0, workArea.width - width - MARGIN),
    y: workArea.y + Math.max(0, workArea.height - height - MARGIN),
    width: Math.min(width, workArea.width),
    height: Math.min(height, workArea.height),
  };
}

const sameBounds = (a: Bounds, b: Bounds): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
const area = ({ bounds }: Display): number => bounds.width * bounds.height;

/** The wall's display: the remembered one by id, else by name and place; else the largest one the desk is not on. */
export function wallDisplay(
  remembered: RememberedDisplay | null,
  displays: readonly [Display, ...Display[]],
  deskDisplayId: number | null,
): Display {
  const again =
    remembered &&
    (displays.find(({ id }) => id === remembered.id) ??
      displays.find(({ label, bounds }) => label === remembered.label && sameBounds(bounds, remembered.bounds)));
  if (again) return again;
  const others = displays.filter(({ id }) => id !== deskDisplayId).toSorted((a, b) => area(b) - area(a));
  return others[0] ?? displays[0];
}
