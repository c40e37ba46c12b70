/** One incident's lanes on their common axis. Nothing here renders until data changes or the now band has gone too far. */
import { useMemo, useState } from 'react';
import { type Axis, axisOf } from '#renderer/app/axis/axis.ts';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Asked } from '../asked.ts';
import { LaneChart } from './LaneChart.tsx';
import { LaneNames } from './LaneNames.tsx';
import { LaneRow } from './LaneRow.tsx';
import styles from './Lanes.module.css';
import { type Lane, lanesOf } from './lanes.ts';
import { fold } from './lanesView.ts';
import { NowBand } from './NowBand.tsx';
import { StateCounts } from './StateCounts.tsx';
import { useAway } from './useAway.ts';

type Props = {
  incident: IncidentRow;
  isOpen: boolean;
  isOnly: boolean;
  isDense: boolean;
  onWhy: (asked: Asked) => void;
};

export function LaneGroup({ incident, isOpen, isOnly, isDense, onWhy }: Props) {
  const t = useT();
  const { plan } = useDesk();
  const { incidentId, title, assessment } = incident;
  const lanes = useMemo(() => lanesOf(plan, assessment.obligations), [plan, assessment]);
  const levelRank = plan.levels.findIndex(({ id }) => id === assessment.level);
  const bodyId = `lanes-${incidentId}`;
  const away = useAway();
  return (
    <section className={styles.group} aria-label={title} ref={away}>
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
        <StateCounts obligations={assessment.obligations} isFolded={!isOpen} />
      </h3>
      {isOpen && (
        <div id={bodyId}>
          {lanes.length === 0 ? (
            <p className={styles.none}>{t('board.noLanes')}</p>
          ) : (
            <Chart incident={incident} lanes={lanes} isDense={isDense} onWhy={onWhy} />
          )}
        </div>
      )}
    </section>
  );
}

type ChartProps = Pick<Props, 'incident' | 'isDense' | 'onWhy'> & { lanes: readonly Lane[] };

function Chart({ incident, lanes, isDense, onWhy }: ChartProps) {
  const [laidOutAt, setLaidOutAt] = useState(readNow);
  const axis = useMemo(() => axisFor(incident, lanes, laidOutAt), [incident, lanes, laidOutAt]);
  return (
    <div
      className={styles.chart}
      style={{ containIntrinsicBlockSize: `calc(var(--head) + var(--row) * ${lanes.length})` }}
    >
      <div className={styles.still}>
        <LaneChart lanes={lanes} axis={axis} isDense={isDense} />
        <ul className={styles.lanes}>
          {lanes.map(({ id, current }) => (
            <LaneRow key={id} row={current} incidentId={incident.incidentId} onWhy={onWhy} />
          ))}
        </ul>
        <LaneNames lanes={lanes} />
      </div>
      <NowBand lanes={lanes} axis={axis} onWornOut={setLaidOutAt} />
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
