/**
 * What a first report took, in words: minutes, or that it was sent before it was written down; keys, or that not all of
 * them were counted.
 */
import { useMemo } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { FirstReports } from '#shared/contract/rows.ts';

export type FirstValues = { minutes: (minutes: number | null) => string; keys: (first: Told) => string };
/** Of one incident, or of a median. */
type Told = Pick<FirstReports, 'intakeToReport' | 'keysToReport'>;

export function useFirstValues(): FirstValues {
  const t = useT();
  return useMemo(
    () => ({
      minutes: (minutes) => {
        if (minutes === null) return t('statistics.notYet');
        return minutes < 0 ? t('statistics.before', { n: -minutes }) : t('statistics.minutes', { n: minutes });
      },
      keys: ({ intakeToReport, keysToReport }) => {
        if (keysToReport !== null) return t('statistics.keys', { n: keysToReport });
        return t(intakeToReport === null ? 'statistics.notYet' : 'statistics.notCounted');
      },
    }),
    [t],
  );
}
