/** Whether alarms are heard at this screen, how loud, and what each kind sounds like. */

import { changeSettings, useSettings } from '#renderer/app/desk/settings.ts';
import type { StageKind } from '#renderer/app/entries/describeAlarm.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { RHYTHMS } from '#renderer/app/sound/rhythm.ts';
import { armSound, tryOut, useSound, VOLUMES, type Volume } from '#renderer/app/sound/sound.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import styles from './Settings.module.css';

const KINDS = Object.keys(RHYTHMS) as StageKind[];
const LOUDNESS = Object.keys(VOLUMES) as Volume[];

export function SoundPanel() {
  const t = useT();
  const state = useSound((sound) => sound.state);
  const volume = useSettings((settings) => settings.volume);
  const hear = (kind: StageKind) => void armSound().then(() => tryOut(kind));
  return (
    <Panel
      title={t('settings.sound')}
      aside={<span className={state === 'on' ? styles.on : styles.off}>{t(`alarms.sound.${state}`)}</span>}
    >
      <div className={layout.stack}>
        {state === 'off' && <Button onPress={() => hear('dueSoon')}>{t('alarms.sound.arm')}</Button>}
        <ChoiceGroup
          label={t('settings.sound.volume')}
          choices={LOUDNESS.map((id) => ({ id, label: t(`settings.sound.volume.${id}`) }))}
          value={volume}
          onChange={(id) => {
            changeSettings({ volume: id as Volume });
            if (state === 'on') tryOut('due');
          }}
        />
        <p className={styles.hint}>{t('settings.sound.volumeHint')}</p>
        <fieldset className={styles.tests}>
          <legend>{t('settings.sound.tests')}</legend>
          {KINDS.map((kind) => (
            <Button key={kind} isDisabled={state === 'none'} onPress={() => hear(kind)}>
              {t('alarms.test')} · {t(`alarms.test.${kind}`)}
            </Button>
          ))}
        </fieldset>
        <p className={styles.hint}>{t('alarms.test.explain')}</p>
      </div>
    </Panel>
  );
}
