/** Says what the last self-check found wrong, across every screen, until a check finds it mended. */
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { faultsOf } from '#shared/domain/desk/selfCheck.ts';
import { useDeskApi } from '../desk/deskContext.ts';
import { useLiveDesk } from '../desk/useLiveDesk.ts';
import { faultsText } from '../entries/faultsText.ts';
import { useT } from '../i18n/locale.ts';
import { openDesk } from '../routes/navigation.ts';
import { useSound } from '../sound/sound.ts';
import { runSelfCheck, standing, useSelfCheck } from './selfCheck.ts';

export function SelfCheckBanner() {
  const t = useT();
  const api = useDeskApi();
  const live = useLiveDesk();
  const sound = useSound(({ state }) => state);
  const { unrecorded, isRunning } = useSelfCheck();
  const found = unrecorded?.results ?? live?.desk.selfCheck?.results;
  if (found === undefined || live === undefined) return null;
  const results = standing(found, sound);
  if (faultsOf(results).length === 0) return null;
  const text = { faults: faultsText(t, results) };
  return (
    <Banner
      tone="strong"
      actions={
        <>
          <Button isDisabled={isRunning} onPress={() => void runSelfCheck(api, live.officer.officerId)}>
            {t(isRunning ? 'settings.check.running' : 'settings.check.run')}
          </Button>
          <Button variant="quiet" onPress={() => openDesk(null, { screen: 'settings' })}>
            {t('check.open')}
          </Button>
        </>
      }
    >
      {unrecorded === null ? t('check.banner', text) : t('check.bannerUnrecorded', text)}
    </Banner>
  );
}
