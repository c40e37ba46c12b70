/** What a locked screen shows: that it is locked and what goes on, the board and the intake as ever, and a door elsewhere. */
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNow } from '../clock/clock.ts';
import { useLiveDesk } from '../desk/useLiveDesk.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import { SHORTCUT_KEYS } from '../keyboard/shortcuts.ts';
import { openDesk } from '../routes/navigation.ts';
import type { Screen } from '../routes/route.ts';
import { askSignIn, useIdentity, useLockedAt } from './identity.ts';

export const OPEN_WHILE_LOCKED: readonly Screen[] = ['board', 'intake'];

const unlock = (): void => void askSignIn(useIdentity.getState().identity?.officerId ?? null, 'unlock');

export function LockBanner() {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const lockedAt = useLockedAt();
  const live = useLiveDesk();
  const officerId = useIdentity(({ identity }) => identity?.officerId ?? null);
  if (lockedAt === null) return null;
  const name = live?.desk.officers.find((officer) => officer.officerId === officerId)?.name;
  const time = format.near(lockedAt, now);
  return (
    <Banner
      tone="strong"
      actions={
        <Button variant="primary" kbd={SHORTCUT_KEYS.switch} onPress={unlock}>
          {t('people.lock.unlock')}
        </Button>
      }
    >
      {name === undefined ? t('people.lock.bannerNobody', { time }) : t('people.lock.banner', { name, time })}
    </Banner>
  );
}

export function LockedScreen() {
  const t = useT();
  return (
    <EmptyState
      title={t('people.lock.shut')}
      actions={
        <>
          <Button variant="primary" size="l" kbd={SHORTCUT_KEYS.switch} onPress={unlock}>
            {t('people.lock.unlock')}
          </Button>
          <Button size="l" onPress={() => openDesk(null)}>
            {t('app.board')}
          </Button>
        </>
      }
    >
      {t('people.lock.shutHelp')}
    </EmptyState>
  );
}
