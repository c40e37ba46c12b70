/** One of the two pasts: any minute of the night, by key or pointer, and now back by one press. */
import { useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './InstantSwitch.module.css';

const MINUTE = 60_000;

type Props = {
  name: string;
  help: string;
  from: number;
  to: number;
  /** null: now. */
  value: number | null;
  onChange: (at: number | null) => void;
};

export function InstantSwitch({ name, help, from, to, value, onChange }: Props) {
  const t = useT();
  const format = useFormat();
  // Followed while it is dragged; asked for when it is let go.
  const [dragged, setDragged] = useState<number | null>(null);
  const last = Math.max(from, Math.ceil((to - from) / MINUTE) * MINUTE + from);
  const at = dragged ?? value ?? last;
  const words = at >= last ? t('timeline.now') : format.instant(at, to);
  return (
    <div className={styles.switch} data-past={value !== null || undefined}>
      <span className={styles.name}>
        {name} <b>{words}</b>
      </span>
      <Slider
        aria-label={name}
        minValue={from}
        maxValue={last}
        step={MINUTE}
        value={at}
        isDisabled={last <= from}
        onChange={setDragged}
        onChangeEnd={(chosen) => {
          setDragged(null);
          onChange(chosen >= last ? null : chosen);
        }}
        className={styles.slider ?? ''}
      >
        <SliderTrack className={styles.track ?? ''}>
          <SliderThumb className={styles.thumb ?? ''} aria-label={name} aria-valuetext={words} />
        </SliderTrack>
      </Slider>
      <Button
        isDisabled={value === null}
        aria-label={t('timeline.backToNow', { which: name })}
        onPress={() => onChange(null)}
      >
        {t('timeline.now')}
      </Button>
      <span className={styles.help}>{help}</span>
    </div>
  );
}
