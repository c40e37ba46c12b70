/** Minutes to a first report in words; sent before it was written down is said so. */
import { useCallback } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';

export function useMinutes(): (minutes: number | null) => string {
  const t = useT();
  return useCallback(
    (minutes) => {
      if (minutes === null) return t('statistics.notYet');
      return minutes < 0 ? t('statistics.before', { n: -minutes }) : t('statistics.minutes', { n: minutes });
    },
    [t],
  );
}
