/** What people recorded last, newest first; with the incident's name where there is more than one. Alarms have their bar. */

import { EntryWords } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { SHORTCUT_KEYS } from '#renderer/app/keyboard/shortcuts.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { BoardRow, LogRow } from '#shared/contract/rows.ts';
import styles from './LatestEntries.module.css';

type Props = { entries: readonly LogRow[]; incidents: BoardRow['incidents']; closed: BoardRow['recentlyClosed'] };

export function LatestEntries({ entries, incidents, closed }: Props) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const names = new Map([...closed, ...incidents].map(({ incidentId, title }) => [incidentId, title]));
  const newest = entries[0]?.recordedAt ?? 0;
  const told = entries.filter(({ type }) => type !== 'AlarmRaised' && type !== 'AlarmJoined');
  return (
    <Panel
      title={t('board.latest')}
      aside={t('board.findHint', { key: SHORTCUT_KEYS.find })}
      className={styles.panel ?? ''}
    >
      {told.length === 0 && <p className={styles.none}>{t('board.latestNone')}</p>}
      <ol className={styles.list}>
        {told.map((row) => (
          <li key={row.entryId} className={styles.entry}>
            <time className={styles.time} dateTime={new Date(row.recordedAt).toISOString()}>
              {format.near(row.recordedAt, newest)}
            </time>
            <div className={styles.words}>
              <EntryWords row={row} />
              {names.size > 1 && row.incidentId !== null && (
                <a className={styles.incident} href={hrefOf({ screen: 'incident', incidentId: row.incidentId })}>
                  {names.get(row.incidentId) ?? ''}
                </a>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
