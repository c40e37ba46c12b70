/** F2 接报: a call taken by keyboard alone, on one page, while the engine says what saving will start. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IntakePage } from './IntakePage.tsx';

export function IntakeScreen() {
  const t = useT();
  const { readOnly } = useDesk();
  return readOnly ? <EmptyState title={t('intake.title')}>{t('app.readOnly')}</EmptyState> : <IntakePage />;
}
