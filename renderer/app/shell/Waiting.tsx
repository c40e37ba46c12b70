/** Before there is anything to show: connecting, or why it did not work and how to try again. */
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useT } from '../i18n/locale.ts';
import styles from './Waiting.module.css';

export function Waiting({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const t = useT();
  return (
    <main className={styles.waiting} aria-busy={!failed}>
      {failed ? (
        <div role="alert">
          <EmptyState
            title={t('app.connectFailed')}
            actions={
              <Button variant="primary" onPress={onRetry}>
                {t('app.retry')}
              </Button>
            }
          >
            {t('app.connectFailedHelp')}
          </EmptyState>
        </div>
      ) : (
        <p className={styles.words}>{t('app.connecting')}</p>
      )}
    </main>
  );
}
