/**
 * One incident's lanes on their common axis. A tick moves the now band by one custom property and writes the countdowns;
 * nothing renders until data changes or the band has gone too far.
 */
import { memo, useMemo, useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useTick } from '#renderer/app/clock/useTickText.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { zonedParts } from '#renderer/app/format/instant.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Asked } from '../asked.ts';
import { type Axis, axisOf, fractionOf, isWornOut, ticksOf } from './axis.ts';
import { LaneRow } from './LaneRow.tsx';
import styles from './Lanes.module.css';
import { type Lane, lanesOf } from './lanes.ts';
import { fold } from './lanesView.ts';
import { place } from './place.ts';
import { StateCounts } from './StateCounts.tsx';

const MOST_TICKS = 7;
/** Steps the now line moves in: finer than a pixel of any screen. */
const STEPS = 4000;

type Props = { incident: IncidentRow; isOpen: boolean; isOnly: boolean; onWhy: (asked: Asked) => void };

export function LaneGroup({ incident, isOpen, isOnly, onWhy }: Props) {
  const t = useT();
  const { plan } = useDesk();
  const { incidentId, title, assessment } = incident;
  const lanes = useMemo(() => lanesOf(plan, assessment.obligations), [plan, assessment]);
  const levelRank = plan.levels.findIndex(({ id }) => id === assessment.level);
  const bodyId = `lanes-${incidentId}`;
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupHead}>
        {isOnly ? (
          <span className={styles.groupTitle}>{title}</span>
        ) : (
          <button
            type="button"
            className={styles.groupButton}
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={() => fold(incidentId, !isOpen)}
          >
            <span className={styles.chevron} aria-hidden="true">
              {isOpen ? '▾' : '▸'}
            </span>
            <span className={styles.groupTitle}>{title}</span>
            {levelRank >= 0 && (
              <LevelBadge sign={plan.levels[levelRank]?.sign ?? null} rank={levelRank} of={plan.levels.length} />
            )}
          </button>
        )}
        <StateCounts obligations={assessment.obligations} />
      </h3>
      {isOpen && (
        <div id={bodyId}>
          {lanes.length === 0 ? (
            <p className={styles.none}>{t('board.noLanes')}</p>
          ) : (
            <Chart incident={incident} lanes={lanes} onWhy={onWhy} />
          )}
        </div>
      )}
    </section>
  );
}

function Chart({ incident, lanes, onWhy }: { incident: IncidentRow; lanes: readonly Lane[]; onWhy: Props['onWhy'] }) {
  const [laidOutAt, setLaidOutAt] = useState(readNow);
  const axis = useMemo(() => axisFor(incident, lanes, laidOutAt), [incident, lanes, laidOutAt]);
  const root = useTick<HTMLDivElement>((element, tick) => {
    const now = Math.max(tick, axis.start);
    if (isWornOut(axis, now)) {
      setLaidOutAt(now);
      return;
    }
    const step = String(Math.round(fractionOf(axis, now) * STEPS) / STEPS);
    if (element.style.getPropertyValue('--now') !== step) element.style.setProperty('--now', step);
  });
  return (
    <div className={styles.chart} ref={root}>
      <Scale axis={axis} />
      <ul className={styles.lanes}>
        {lanes.map((lane) => (
          <LaneRow key={lane.id} lane={lane} axis={axis} incidentId={incident.incidentId} onWhy={onWhy} />
        ))}
      </ul>
    </div>
  );
}

/** From the event, or whatever is earlier, to now and on. */
function axisFor({ assessment }: IncidentRow, lanes: readonly Lane[], laidOutAt: number): Axis {
  const windows = lanes.flatMap(({ current, earlier }) => [...earlier, current]);
  const start = Math.min(assessment.times.clockStart.at, ...windows.map(({ trigger }) => trigger));
  const unmet = lanes.map(({ current }) => current).filter(({ state }) => state === 'pending' || state === 'dueSoon');
  const limits = unmet.flatMap(({ dueAt }) => dueAt ?? []);
  return axisOf(start, Math.max(start, laidOutAt, assessment.at), limits);
}

const Scale = memo(function Scale({ axis }: { axis: Axis }) {
  const t = useT();
  const format = useFormat();
  const ticks = useMemo(() => ticksOf(axis, MOST_TICKS, zoneOffset(axis.start, format.timeZone)), [axis, format]);
  return (
    <div className={styles.scale} aria-hidden="true">
      <span className={styles.tick} style={{ left: 0 }} data-edge="start">
        {format.near(axis.start, axis.now)}
      </span>
      {ticks.map((at) => (
        <span key={at} className={styles.tick} style={{ left: place(fractionOf(axis, at), at > axis.now) }}>
          {format.time(at)}
        </span>
      ))}
      <span className={styles.slide}>
        <span className={styles.band}>
          <span className={styles.nowWord}>{t('board.now')}</span>
        </span>
      </span>
    </div>
  );
});

function zoneOffset(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = zonedParts(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
