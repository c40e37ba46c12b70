/**
 * The address names a desk that is not open. A practice replay is opened again from here, in its place; once it is open,
 * whoever opened it, the page goes on by itself.
 */
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { practiceDeskOf } from '#shared/contract/deskApi.ts';
import { useHostInfo } from '../desk/hostInfo.ts';
import { useT } from '../i18n/locale.ts';
import { useOpenPractice } from '../practice/useOpenPractice.ts';
import { openDesk, usePlace } from '../routes/navigation.ts';

export function DeskGone() {
  const t = useT();
  const deskId = usePlace((place) => place.deskId);
  const route = usePlace((place) => place.route);
  const scenario = useHostInfo(({ info }) => info?.scenarios)?.find(
    ({ scenarioId }) => practiceDeskOf(scenarioId) === deskId,
  );
  const { open, opening } = useOpenPractice();
  const leave = <Button onPress={() => openDesk(null)}>{t('practice.leave')}</Button>;
  if (scenario === undefined) return <EmptyState title={t('app.noSuchDesk')} actions={leave} />;
  const { scenarioId, title } = scenario;
  return (
    <EmptyState
      title={t('practice.closed')}
      actions={
        <>
          <Button variant="primary" isDisabled={opening} onPress={() => void open(scenarioId, route)}>
            {opening ? t('practice.opening') : t('practice.open', { title })}
          </Button>
          {leave}
        </>
      }
    >
      {t('practice.closedHelp')}
    </EmptyState>
  );
}
