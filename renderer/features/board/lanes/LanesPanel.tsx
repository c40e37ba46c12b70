/** 时限: every obligation of every open incident as a lane, the most urgent incident first and unfolded. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Asked } from '../asked.ts';
import { LaneGroup } from './LaneGroup.tsx';
import styles from './Lanes.module.css';
import { foldAll, isUnfolded, useLanesView } from './lanesView.ts';

/** From here on rows are packed closer. */
const MANY_ROWS = 60;

type Props = { incidents: readonly IncidentRow[]; onWhy: (asked: Asked) => void };

export function LanesPanel({ incidents, onWhy }: Props) {
  const t = useT();
  const view = useLanesView();
  const open = incidents.map(({ incidentId }, index) => isUnfolded(view, incidentId, index));
  const rows = incidents.reduce(
    (sum, { assessment }, index) => sum + (open[index] ? assessment.obligations.length : 0),
    0,
  );
  const isDense = rows > MANY_ROWS;
  const allOpen = open.every(Boolean);
  return (
    <Panel
      title={t('board.lanes')}
      aside={
        <span className={styles.aside}>
          <Legend />
          {incidents.length > 1 && (
            <Button variant="quiet" className={styles.foldAll ?? ''} onPress={() => foldAll(!allOpen)}>
              {t(allOpen ? 'board.foldAll' : 'board.unfoldAll')}
            </Button>
          )}
        </span>
      }
      className={styles.panel ?? ''}
    >
      <div className={styles.groups} data-dense={isDense || undefined}>
        {incidents.map((incident, index) => (
          <LaneGroup
            key={incident.incidentId}
            incident={incident}
            isOpen={open[index] ?? false}
            isOnly={incidents.length === 1}
            isDense={isDense}
            onWhy={onWhy}
          />
        ))}
      </div>
    </Panel>
  );
}

function Legend() {
  const t = useT();
  return (
    <span className={styles.legend} aria-hidden="true">
      <span>
        <i className={styles.legendDot} data-late="false" /> {t('board.legend.onTime')}
      </span>
      <span>
        <i className={styles.legendDot} data-late="true" /> {t('board.legend.late')}
      </span>
      <span>
        <i className={styles.legendLimit} /> {t('board.legend.limit')}
      </span>
    </span>
  );
}
