/** F2 接报: a call taken by keyboard alone, on one page, while the engine says what saving will start. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { FillFromWarning } from './FillFromWarning.tsx';
import { IntakePage } from './IntakePage.tsx';

/** `fromWarningId`: a warning that came true. */
export function IntakeScreen({ fromWarningId = null }: { fromWarningId?: string | null }) {
  const t = useT();
  const { readOnly } = useDesk();
  if (readOnly) return <EmptyState title={t('intake.title')}>{t('app.readOnly')}</EmptyState>;
  return fromWarningId === null ? <IntakePage /> : <FillFromWarning warningId={fromWarningId} />;
}
