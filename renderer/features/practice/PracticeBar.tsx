/** The scrubber of a practice replay: where the scenario stands, and the way back to the real desk. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import {
  goTo,
  nextMark,
  type Practice,
  previousMark,
  SPEEDS,
  type Speed,
  setPlaying,
  setSpeed,
  usePractice,
} from '#renderer/app/practice/practice.ts';
import { openDesk } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import styles from './PracticeBar.module.css';
import { Scrubber } from './Scrubber.tsx';

export function PracticeBar() {
  const practice = usePractice((state) => state.practice);
  return practice && <Bar practice={practice} />;
}

function Bar({ practice }: { practice: Practice }) {
  const t = useT();
  const format = useFormat();
  const { desk } = useDesk();
  const { at, playing, speed, span } = practice;
  const reached = span.marks.filter((mark) => mark <= at).length;
  return (
    <section className={styles.bar} aria-label={t('practice.title', { title: desk.title ?? '' })}>
      <div className={styles.controls}>
        <Button variant="primary" onPress={() => setPlaying(!playing)} className={styles.play ?? ''}>
          <StepShape d={playing ? 'M3 2h2v8H3ZM7 2h2v8H7Z' : 'M3 1.5 10 6 3 10.5Z'} />
          {t(playing ? 'practice.pause' : 'practice.play')}
        </Button>
        <Button aria-label={t('practice.previous')} onPress={() => goTo(previousMark(span, at))}>
          <StepShape d="M3 2v8M10 2 4.5 6 10 10Z" />
        </Button>
        <Button aria-label={t('practice.next')} onPress={() => goTo(nextMark(span, at))}>
          <StepShape d="M9 2v8M2 2 7.5 6 2 10Z" />
        </Button>
        <ChoiceGroup
          label={t('practice.speed')}
          labelHidden
          choices={SPEEDS.map((n) => ({ id: String(n), label: t('practice.times', { n }) }))}
          value={String(speed)}
          onChange={(id) => setSpeed(Number(id) as Speed)}
        />
      </div>
      <Scrubber span={span} at={at} />
      <div className={styles.where}>
        <span className={styles.instant}>
          {format.date(at)} {format.timeExact(at)}
        </span>
        <span className={styles.marks}>{t('practice.mark', { n: reached, of: span.marks.length })}</span>
      </div>
      <Button onPress={() => openDesk(null)}>{t('practice.leave')}</Button>
    </section>
  );
}

/** Drawn, because fonts without media signs would show boxes. */
function StepShape({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 12 12" width="0.9em" height="0.9em" aria-hidden="true">
      <path d={d} fill="currentColor" stroke="currentColor" strokeWidth="1.2" />
    </svg>
  );
}
