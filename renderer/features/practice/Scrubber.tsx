import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { goTo, type Span } from '#renderer/app/practice/practice.ts';
import styles from './PracticeBar.module.css';
import { placesOf } from './places.ts';

const MINUTE = 60_000;

/** The whole span as a line, the scenario's entries as ticks on it. Arrow keys move by a minute, page keys by more. */
export function Scrubber({ span, at }: { span: Span; at: number }) {
  const t = useT();
  const format = useFormat();
  return (
    <Slider
      aria-label={t('practice.position')}
      minValue={span.from}
      maxValue={span.to}
      step={MINUTE}
      value={at}
      onChange={(value) => goTo(value)}
      className={styles.slider ?? ''}
    >
      <SliderTrack className={styles.track ?? ''}>
        <span className={styles.done} style={{ width: `${((at - span.from) / (span.to - span.from || 1)) * 100}%` }} />
        {placesOf(span).map((place) => (
          <span key={place} className={styles.tick} style={{ left: `${place}%` }} />
        ))}
        <SliderThumb
          className={styles.thumb ?? ''}
          aria-valuetext={`${format.date(at)} ${format.timeExact(at)}`}
          aria-label={t('practice.position')}
        />
      </SliderTrack>
    </Slider>
  );
}
