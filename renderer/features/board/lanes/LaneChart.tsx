/**
 * The drawing behind one incident's lanes: two pictures on the same axis, what is past and, shifted by the now band, what
 * lies ahead. Plain lines and dots, so that a tick paints none of it again; the band moves over them.
 */
import { memo } from 'react';
import { type Axis, fractionOf, ticksOf, UNDER_BAND } from '#renderer/app/axis/axis.ts';
import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { zoneOffset } from '#shared/domain/report/timeText.ts';
import styles from './Lanes.module.css';
import { isDone, type Lane } from './lanes.ts';
import { type Bar, type Marks, marksOf } from './marks.ts';

/** The share of the axis a clock time needs. */
const LABEL_ROOM = { wide: 0.1, dense: 0.3 } as const;
/** Shorter bars would not be seen. */
const LEAST_BAR = 0.004;
/** Room a flag needs before its bar. */
const FLAG_ROOM = 0.25;

const percent = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;

type Props = { lanes: readonly Lane[]; axis: Axis; isDense: boolean };

export const LaneChart = memo(function LaneChart({ lanes, axis, isDense }: Props) {
  const format = useFormat();
  const now = fractionOf(axis, axis.now);
  const room = LABEL_ROOM[isDense ? 'dense' : 'wide'];
  const ticks = ticksOf(axis, room, zoneOffset(axis.start, format.timeZone));
  const marks = lanes.map((lane) => marksOf(lane, axis));
  const tick = (at: number, label: string) => (
    <g key={at}>
      <line
        className={styles.grid}
        x1={percent(fractionOf(axis, at))}
        x2={percent(fractionOf(axis, at))}
        y1="0"
        y2="100%"
      />
      <text className={styles.tick} x={percent(fractionOf(axis, at))} y="0" dx="0.35em" dy="-0.55em">
        {label}
      </text>
    </g>
  );
  return (
    <>
      <svg className={styles.past} aria-hidden="true">
        {tick(axis.start, now > room * 1.4 ? format.near(axis.start, axis.now) : '')}
        {ticks.filter((at) => at <= axis.now).map((at) => tick(at, format.time(at)))}
        {lanes.map((lane, index) => (
          <PastLane
            key={lane.id}
            lane={lane}
            axis={axis}
            marks={marks[index] as Marks}
            place={{ index, of: lanes.length }}
            now={now}
          />
        ))}
      </svg>
      <svg className={styles.ahead} aria-hidden="true">
        {ticks.filter((at) => at > axis.now).map((at) => tick(at, format.time(at)))}
        {lanes.map((lane, index) => (
          <AheadLane
            key={lane.id}
            lane={lane}
            marks={marks[index] as Marks}
            place={{ index, of: lanes.length }}
            now={now}
          />
        ))}
      </svg>
    </>
  );
});

type Place = { index: number; of: number };
/** A height in the lane, 0 top to 1 bottom, as a share of the picture. */
const y = ({ index, of }: Place, within = 0.5): string => percent((index + within) / of);

type PastProps = { lane: Lane; axis: Axis; marks: Marks; place: Place; now: number };

function PastLane({ lane: { current: row }, axis, marks, place, now }: PastProps) {
  const t = useT();
  const clock = useClockWords();
  const { bars, limits, dots, attention, note } = marks;
  const isEscalated = row.flags.includes('escalatedNow') && row.state === 'overdue';
  const arisen = fractionOf(axis, row.arisenAt);
  return (
    <g data-tone={clockTone(row)}>
      {bars.map((bar, index) => (
        <BarLine key={`${bar.kind} ${index}`} bar={bar} from={bar.from} to={pastEnd(bar, now)} place={place} />
      ))}
      {attention
        .filter((at) => at <= now)
        .map((at) => (
          <UprightLine key={`a ${at}`} className={styles.attention} at={at} place={place} />
        ))}
      {limits
        .filter(({ isAhead }) => !isAhead)
        .map(({ at }) => (
          <UprightLine key={`l ${at}`} className={styles.limit} at={at} place={place} />
        ))}
      {dots.map(({ at, isLate }) => (
        <circle key={`d ${at}`} className={styles.dot} data-late={isLate} cx={percent(at)} cy={y(place)} />
      ))}
      {isEscalated && arisen > FLAG_ROOM && (
        <text className={styles.flag} x={percent(arisen)} y={y(place)} dx="-0.5em">
          {t('ui.flag.escalatedNow')}
        </text>
      )}
      {isDone(row) && note !== 'band' && (
        <text className={styles.note} x={percent(note.at)} y={y(place)} dx="0.9em">
          {clock.text(row, 0)}
        </text>
      )}
    </g>
  );
}

function AheadLane({ lane: { current: row }, marks, place, now }: Omit<PastProps, 'axis'>) {
  return (
    <g data-tone={clockTone(row)}>
      {marks.bars
        .filter(({ isAhead }) => isAhead)
        .map((bar, index) => (
          <BarLine key={`${bar.kind} ${index}`} bar={bar} from={now} to={bar.to ?? now} place={place} />
        ))}
      {marks.attention
        .filter((at) => at > now && at < 1)
        .map((at) => (
          <UprightLine key={`a ${at}`} className={styles.attention} at={at} place={place} />
        ))}
      {marks.limits
        .filter(({ isAhead }) => isAhead)
        .map(({ at }) => (
          <UprightLine key={`l ${at}`} className={styles.limit} at={at} place={place} />
        ))}
    </g>
  );
}

function pastEnd({ to, isAhead }: Bar, now: number): number {
  const end = to === null ? now + UNDER_BAND : isAhead ? Math.min(to, now + UNDER_BAND) : to;
  return Math.min(1, end);
}

function BarLine({ bar, from, to, place }: { bar: Bar; from: number; to: number; place: Place }) {
  return (
    <line
      className={styles.bar}
      data-kind={bar.kind}
      x1={percent(from)}
      x2={percent(Math.max(to, from + LEAST_BAR))}
      y1={y(place)}
      y2={y(place)}
    />
  );
}

function UprightLine({ className, at, place }: { className: string | undefined; at: number; place: Place }) {
  return <line className={className} x1={percent(at)} x2={percent(at)} y1={y(place, 0.2)} y2={y(place, 0.8)} />;
}
