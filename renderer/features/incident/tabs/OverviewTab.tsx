/** 概况: when, what the words say, what the facts mean, and what was entered last. */
import type { IncidentFile } from '#shared/domain/rows.ts';
import { ConditionsPanel } from './ConditionsPanel.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { GradePanel } from './GradePanel.tsx';
import { LatestPanel } from './LatestPanel.tsx';
import styles from './OverviewTab.module.css';
import { ResponsePanel } from './ResponsePanel.tsx';
import { TimesPanel } from './TimesPanel.tsx';

export function OverviewTab({ file }: { file: IncidentFile }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <GradePanel file={file} />
        <ResponsePanel file={file} />
        <FiguresPanel file={file} />
        <LatestPanel file={file} />
      </div>
      <div className={styles.column}>
        <TimesPanel file={file} />
        <ConditionsPanel file={file} />
        <DetailsPanel file={file} />
      </div>
    </div>
  );
}
