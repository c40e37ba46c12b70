/** Observations of figures, latest seen first, each with whether it is the one that counts or stands against another. */
import type { FigureEntryRow, IncidentFile } from '#shared/domain/rows.ts';

export type HistoryRow = FigureEntryRow & { counts: boolean; inConflict: boolean };

/** null: all figures. */
export function historyOf(
  { figureHistory, assessment }: Pick<IncidentFile, 'figureHistory' | 'assessment'>,
  figure: string | null,
): HistoryRow[] {
  return figureHistory
    .filter((row) => figure === null || row.figure === figure)
    .map((row) => {
      const now = assessment.figures.find((item) => item.figure === row.figure);
      const sameInstant = now?.observed?.at === row.observed.at;
      const counts = !row.struck && sameInstant && now?.entryId === row.entryId && row.quantity.kind !== 'unknown';
      const conflicts = now?.conflictsWith ?? [];
      const inConflict =
        !row.struck && sameInstant && (conflicts.includes(row.entryId) || (counts && conflicts.length > 0));
      return { ...row, counts, inConflict };
    })
    .toSorted((a, b) => b.observed.at - a.observed.at || b.recordedAt - a.recordedAt);
}
