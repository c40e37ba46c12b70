/** Where an arrow key leads: along the row in time, or to the nearest in time of the row above or below. */
import { type Item, type Row, startOf } from '#shared/domain/timeline/items.ts';

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

export function nextItem(rows: readonly Row[], current: string | null, to: Move): Item | null {
  const rowIndex = rows.findIndex(({ items }) => items.some(({ id }) => id === current));
  const row = rows[rowIndex];
  if (row === undefined) return rows[0]?.items[0] ?? null;
  const index = row.items.findIndex(({ id }) => id === current);
  const at = startOf(row.items[index] as Item);
  switch (to) {
    case 'left':
      return row.items[index - 1] ?? null;
    case 'right':
      return row.items[index + 1] ?? null;
    case 'first':
      return row.items[0] ?? null;
    case 'last':
      return row.items.at(-1) ?? null;
    case 'up':
      return nearest(rows[rowIndex - 1], at);
    case 'down':
      return nearest(rows[rowIndex + 1], at);
  }
}

function nearest(row: Row | undefined, at: number): Item | null {
  const away = (item: Item) => Math.abs(startOf(item) - at);
  return (
    row?.items.reduce<Item | null>((best, item) => (best === null || away(item) < away(best) ? item : best), null) ??
    null
  );
}
