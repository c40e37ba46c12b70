/** One lane: what is owed to whom, its window on the axis, and word and time at the now line. Opens its reasons. */
import { memo } from 'react';
import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { type ClockWords, useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useTickText } from '#renderer/app/clock/useTickText.ts';
import { type Format, useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { Translate } from '#renderer/app/i18n/translator.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { StateShape } from '#renderer/ui/StateBadge.tsx';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { Asked } from '../asked.ts';
import { type Axis, fractionOf } from './axis.ts';
import styles from './Lanes.module.css';
import { isDone, isGone, type Lane } from './lanes.ts';
import { marksOf } from './marks.ts';
import { place, stretch } from './place.ts';

type Props = { lane: Lane; axis: Axis; incidentId: string; onWhy: (asked: Asked) => void };

export const LaneRow = memo(function LaneRow({ lane, axis, incidentId, onWhy }: Props) {
  const t = useT();
  const words = usePlanWords();
  const clock = useClockWords();
  const format = useFormat();
  const { current: row } = lane;
  const name = words.rule(row.rule);
  const to = row.to === null ? '' : words.unit(row.to);
  return (
    <li className={styles.lane} data-tone={clockTone(row)} data-gone={isGone(row) || undefined}>
      <button
        type="button"
        className={styles.name}
        title={to === '' ? name : `${name} → ${to}`}
        aria-label={spoken(row, name, to, clock, format, t)}
        onClick={() => onWhy({ incidentId, key: row.key })}
      >
        {row.supervised && <span className={styles.supervised}>{t('board.supervised')}</span>}
        <span className={styles.rule}>{name}</span>
      </button>
      <span className={styles.to} aria-hidden="true">
        {to}
      </span>
      <span className={styles.ruleId} aria-hidden="true">
        {row.rule}
      </span>
      <Track lane={lane} axis={axis} />
    </li>
  );
});

/** The row for the ear: no countdown, but the instants behind it. */
function spoken(row: Obligation, name: string, to: string, clock: ClockWords, format: Format, t: Translate): string {
  const at = (instant: number) => format.near(instant, row.trigger);
  return [
    to === '' ? name : `${name} → ${to}`,
    clock.word(row),
    row.dueAt === null ? null : t('board.dueEnd', { time: at(row.dueAt) }),
    row.fulfilledAt === null ? null : t('board.metAt', { time: at(row.fulfilledAt) }),
    ...row.flags.map((flag) => t(`ui.flag.${flag}`)),
    row.supervised ? t('board.supervisedWord') : null,
  ]
    .filter(Boolean)
    .join(t('board.spokenJoin'));
}

function Track({ lane, axis }: { lane: Lane; axis: Axis }) {
  const t = useT();
  const { current: row } = lane;
  const now = fractionOf(axis, axis.now);
  const { bars, limits, dots, attention, note } = marksOf(lane, axis);
  return (
    <div className={styles.track} aria-hidden="true">
      {bars.map((bar, index) => (
        <span
          key={`${bar.kind} ${index}`}
          className={styles.bar}
          data-kind={bar.kind}
          data-clipped={bar.isClipped || undefined}
          style={stretch(bar.from, bar.to, now, bar.isAhead)}
        />
      ))}
      {attention.map((at) => (
        <span key={`attention ${at}`} className={styles.attention} style={{ left: place(at, at > now) }} />
      ))}
      {limits.map(({ at, isAhead }) => (
        <span key={`limit ${at}`} className={styles.limit} style={{ left: place(at, isAhead) }} />
      ))}
      {dots.map(({ at, isLate }) => (
        <span key={`dot ${at}`} className={styles.dot} data-late={isLate} style={{ left: place(at, false) }} />
      ))}
      {row.flags.includes('escalatedNow') && row.state === 'overdue' && (
        <span className={styles.flag} style={{ right: `calc(100% - ${place(fractionOf(axis, row.arisenAt), false)})` }}>
          {t('ui.flag.escalatedNow')}
        </span>
      )}
      {isDone(row) ? <DoneWord row={row} note={note} /> : <RunningWord row={row} />}
    </div>
  );
}

function RunningWord({ row }: { row: Obligation }) {
  const clock = useClockWords();
  const time = useTickText((now) => clock.time(row, now));
  return (
    <span className={styles.slide}>
      <span className={styles.band}>
        <StateShape state={row.state} />
        <span className={styles.word}>{clock.word(row)}</span>
        <span className={styles.time} ref={time} />
      </span>
    </span>
  );
}

function DoneWord({ row, note }: { row: Obligation; note: { at: number } | 'band' }) {
  const clock = useClockWords();
  const words = (
    <>
      <StateShape state={row.state} />
      <span className={styles.word}>{clock.text(row, 0)}</span>
    </>
  );
  if (note === 'band') {
    return (
      <span className={styles.slide}>
        <span className={styles.band}>{words}</span>
      </span>
    );
  }
  return (
    <>
      <span className={styles.slide}>
        <span className={styles.band} />
      </span>
      <span className={styles.note} style={{ left: place(note.at, false) }}>
        {words}
      </span>
    </>
  );
}
