import { useT } from '#renderer/app/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

export function BoardScreen() {
  const t = useT();
  return <EmptyState title={t('app.board')} />;
}
