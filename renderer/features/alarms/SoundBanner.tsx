/** Says that nothing will be heard, with the one button that mends it. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { armSound, tryOut, useSound } from '#renderer/app/sound/sound.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';

export function SoundBanner() {
  const t = useT();
  const state = useSound((sound) => sound.state);
  if (state === 'on') return null;
  if (state === 'none') return <Banner tone="strong">{t('alarms.sound.bannerNone')}</Banner>;
  return (
    <Banner
      tone="strong"
      actions={<Button onPress={() => void armSound().then(() => tryOut('dueSoon'))}>{t('alarms.sound.arm')}</Button>}
    >
      {t('alarms.sound.banner')}
    </Banner>
  );
}
