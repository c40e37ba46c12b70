/** A limit's length: `（30 分钟以内）`, `（4 小时以内）`. */
import type { Translate } from '../i18n/translator.ts';

export function withinText(minutes: number, t: Translate): string {
  return minutes % 60 === 0 && minutes > 60
    ? t('board.withinHours', { n: minutes / 60 })
    : t('board.within', { n: minutes });
}
