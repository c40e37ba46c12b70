/** A number with what it counts: `3人`, `12 小时`. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLocale } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { ConditionRow } from '#shared/contract/rows.ts';

export function useAmount(): (condition: Pick<ConditionRow, 'subject'>, n: number) => string {
  const words = usePlanWords();
  const locale = useLocale();
  const { plan } = useDesk();
  return ({ subject }, n) => {
    if (subject.kind === 'duration') return words.hours(n);
    const unit = plan.figures.find(({ id }) => id === subject.id)?.unit ?? '';
    return `${Math.round(n * 100) / 100}${locale === 'zh-CN' ? unit : ''}`;
  };
}
