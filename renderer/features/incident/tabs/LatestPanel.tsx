import { readNow } from '#renderer/app/clock/clock.ts';
import { EntryWords } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { setIncidentView } from '#renderer/app/incidentView.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import styles from './OverviewTab.module.css';

const SHOWN = 6;

/** What was entered last; the whole log is a tab of its own. */
export function LatestPanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  return (
    <Panel
      title={t('incident.latest')}
      aside={
        <Button variant="quiet" onPress={() => setIncidentView(file.incidentId, { tab: 'log' })}>
          {t('incident.allEntries', { n: file.entries.length })}
        </Button>
      }
    >
      <ol className={styles.entries}>
        {file.entries
          .slice(-SHOWN)
          .toReversed()
          .map((row) => (
            <li key={row.entryId}>
              <span className={styles.time}>{format.instant(row.recordedAt, readNow())}</span>
              <EntryWords row={row} />
            </li>
          ))}
      </ol>
    </Panel>
  );
}
