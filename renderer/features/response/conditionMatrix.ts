/**
 * The plan's conditions as one table: what is known of each thing, and what every level asks of it. So one row says why
 * this level and why not the next.
 */
import type { ConditionRow, LevelRow } from '#shared/contract/rows.ts';

export type MatrixRow = {
  subject: ConditionRow['subject'];
  /** What is known of it; the same in every level's row. */
  known: ConditionRow;
  /** Per level, lowest first: what it asks; most levels ask one thing or nothing. */
  cells: { level: string; asks: ConditionRow[] }[];
};

export function conditionMatrix(levels: readonly LevelRow[]): MatrixRow[] {
  const rows = new Map<string, MatrixRow>();
  for (const { rows: conditions } of levels) {
    for (const known of conditions) {
      const key = `${known.subject.kind} ${known.subject.id}`;
      if (rows.has(key)) continue;
      const cells = levels.map(({ level, rows: all }) => ({
        level,
        asks: all.filter(({ subject }) => subject.kind === known.subject.kind && subject.id === known.subject.id),
      }));
      rows.set(key, { subject: known.subject, known, cells });
    }
  }
  return [...rows.values()];
}

/** Why not the next level: the one above what is proposed, with what its numbers still lack; null at the top. */
export function nextLevel(
  levels: readonly LevelRow[],
  proposed: string | null,
): Pick<LevelRow, 'level' | 'rows'> | null {
  const next = levels[levels.findIndex(({ level }) => level === proposed) + 1];
  if (next === undefined) return null;
  const lacking = next.rows.filter((row) => (missingOf(row) ?? 0) > 0);
  return { level: next.level, rows: lacking.toSorted((a, b) => shareOf(b) - shareOf(a)) };
}

/** How near it is. */
const shareOf = ({ confirmed, needed }: ConditionRow): number => (confirmed ?? 0) / (needed ?? 1);

/** How much a number still lacks; null where it is met or nothing is known. */
export function missingOf({ met, needed, confirmed }: ConditionRow): number | null {
  if (met === 'confirmed' || needed === null || confirmed === null) return null;
  return Math.max(0, Math.round((needed - confirmed) * 100) / 100);
}
