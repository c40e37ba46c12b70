/** A log entry that something stands on: its words, and the way to it in the incident's file. */
import type { IncidentFile } from '#shared/domain/rows.ts';
import { EntryWords } from '../entries/EntryWords.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import { showIncident } from '../incidentView.ts';
import styles from './Why.module.css';

type EntryLinkProps = { file: IncidentFile; entryId: string | null; onFollow: () => void };

export function EntryLink({ file, entryId, onFollow }: EntryLinkProps) {
  const t = useT();
  const format = useFormat();
  const row = file.entries.find((entry) => entry.entryId === entryId);
  if (row === undefined) return null;
  const follow = () => {
    onFollow();
    showIncident(file.incidentId, { tab: 'log', entryId: row.entryId });
  };
  return (
    <button type="button" className={styles.entry} onClick={follow} title={t('why.toEntry')}>
      <span className={styles.time}>{format.instant(row.recordedAt, file.assessment.at)}</span>
      <span>
        <EntryWords row={row} /> <span className={styles.quiet}>{row.actor.name}</span>
      </span>
    </button>
  );
}
