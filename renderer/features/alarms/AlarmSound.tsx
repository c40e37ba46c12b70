/** Whether alarms can be heard at this screen, with a test of each rhythm. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { armSound, tryOut, useSound } from '#renderer/app/sound/sound.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import styles from './AlarmSound.module.css';

const TESTS = ['dueSoon', 'due', 'repeat'] as const;

export function AlarmSound() {
  const t = useT();
  const state = useSound((sound) => sound.state);
  return (
    <Popover
      label={t(`alarms.sound.${state}`)}
      trigger={<span className={styles[state]}>{t(`alarms.sound.${state}`)}</span>}
    >
      <div className={styles.tests}>
        <p>{t('alarms.test.explain')}</p>
        {TESTS.map((kind) => (
          <Button key={kind} isDisabled={state === 'none'} onPress={() => void armSound().then(() => tryOut(kind))}>
            {t('alarms.test')} · {t(`alarms.test.${kind}`)}
          </Button>
        ))}
      </div>
    </Popover>
  );
}
