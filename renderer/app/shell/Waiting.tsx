/** Before there is anything to show: connecting, or why it did not work and what can be done. */
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { isGone } from '../desk/DeskProvider.tsx';
import type { QueryFailure } from '../desk/queryCache.ts';
import { useT } from '../i18n/locale.ts';
import { DeskGone } from './DeskGone.tsx';
import styles from './Waiting.module.css';

type Props = { failure: QueryFailure | undefined; onRetry: () => void };

export function Waiting({ failure, onRetry }: Props) {
  const t = useT();
  return (
    <main className={styles.waiting} aria-busy={failure === undefined}>
      {failure === undefined && <p className={styles.words}>{t('app.connecting')}</p>}
      {failure !== undefined && (
        <div role="alert">
          {isGone(failure) ? (
            <DeskGone />
          ) : (
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
          )}
        </div>
      )}
    </main>
  );
}
