/**
 * A query's result on screen: what is known, or why nothing is.
 * `<Loaded query={useDeskQuery({ type: 'getIncident', incidentId })}>{(file) => …}</Loaded>`
 */
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { errorText } from '#shared/contract/errorText.ts';
import { useT } from '../i18n/locale.ts';
import styles from './Loaded.module.css';
import type { QueryFailure } from './queryCache.ts';

type LoadedProps<T> = {
  query: { data: T | undefined; failure: QueryFailure | undefined; reload: () => void };
  children: (data: T) => ReactNode;
};

export function Loaded<T>({ query, children }: LoadedProps<T>) {
  const t = useT();
  const { data, failure, reload } = query;
  if (data !== undefined) return children(data);
  if (failure === undefined) return <p className={styles.reading}>{t('app.reading')}</p>;
  const reason = failure.kind === 'refused' ? errorText(failure.error) : t('app.connectFailed');
  return (
    <div role="alert">
      <EmptyState
        title={t('app.readFailed', { reason })}
        actions={<Button onPress={reload}>{t('app.retry')}</Button>}
      />
    </div>
  );
}
