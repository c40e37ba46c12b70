import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { FigureNow } from '#shared/plan/assessment.ts';
import { Unknown } from './FactList.tsx';

/** A figure as it counts now: a number being verified anew keeps the number. */
export function FigureValue({ figure: { figure, quantity, beingVerified, conflictsWith } }: { figure: FigureNow }) {
  const t = useT();
  const words = usePlanWords();
  if (quantity === null) return '—';
  if (quantity.kind === 'unknown') return <Unknown>{t('ui.unknown')}</Unknown>;
  return (
    <>
      {words.quantity(figure, quantity)}
      {beingVerified && (
        <>
          {' '}
          <Unknown>{t('ui.unknown')}</Unknown>
        </>
      )}
      {conflictsWith.length > 0 && (
        <span title={t('incident.figures.conflict')}>
          <span aria-hidden="true"> ▲</span>
          <HiddenText>{t('incident.figures.conflict')}</HiddenText>
        </span>
      )}
    </>
  );
}
