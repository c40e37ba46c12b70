/** 记录: everything recorded about the incident, newest first; what was struck stands struck, with who said why. */
import { useEffect, useRef } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { EntryWords } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { setIncidentView } from '#renderer/app/incidentView.ts';
import { classes } from '#renderer/ui/classes.ts';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import type { IncidentFile, LogRow } from '#shared/domain/rows.ts';
import { standingOf } from '../acts/acts.ts';
import { NoteForm } from '../acts/NoteForm.tsx';
import { useActs } from '../acts/useActs.ts';
import styles from './LogTab.module.css';
import { StrikeButton } from './StrikeButton.tsx';

export function LogTab({ file, entryId }: { file: IncidentFile; entryId: string | null }) {
  const t = useT();
  const acts = useActs();
  // Notes may come in after closing, as figures may.
  const takesNotes = acts.may('figures') && standingOf(file) !== 'merged';
  return (
    <div className={styles.column}>
      {takesNotes && <NoteForm file={file} />}
      <ol className={styles.log} aria-label={t('incident.tab.log')}>
        {file.entries.toReversed().map((row) => (
          <Entry key={row.entryId} file={file} row={row} isPointedAt={row.entryId === entryId} />
        ))}
      </ol>
    </div>
  );
}

type EntryProps = { file: IncidentFile; row: LogRow; isPointedAt: boolean };

function Entry({ file, row, isPointedAt }: EntryProps) {
  const t = useT();
  const acts = useActs();
  const format = useFormat();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isPointedAt) return;
    item.current?.scrollIntoView({ block: 'center' });
    item.current?.focus({ preventScroll: true });
  }, [isPointedAt]);
  return (
    <li
      ref={item}
      className={classes(styles.entry, isPointedAt && styles.pointedAt)}
      {...(isPointedAt ? { tabIndex: -1, 'aria-current': true } : {})}
    >
      <time className={styles.time} dateTime={new Date(row.recordedAt).toISOString()}>
        {format.instant(row.recordedAt, readNow())}
        {format.timeExact(row.recordedAt).slice(-3)}
      </time>
      <span>
        <EntryWords row={row} />
      </span>
      <span className={styles.quiet}>{row.actor.name}</span>
      <span className={styles.acts}>
        {acts.may('figures') && (
          <RowButton
            aria-label={t('attachments.attachToWhat', { time: format.instant(row.recordedAt, readNow()) })}
            onPress={() => setIncidentView(file.incidentId, { tab: 'attachments', entryId: row.entryId })}
          >
            {t('attachments.attachTo')}
          </RowButton>
        )}
        <StrikeButton file={file} entryId={row.entryId} />
      </span>
    </li>
  );
}
