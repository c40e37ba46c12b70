/** 附件: the files of the incident, its calls and entries; added by button, drop or paste, seen, saved, and told where gone. */
import { useRef, useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { type Choice, Select } from '#renderer/ui/Select.tsx';
import type { AttachedTo } from '#shared/domain/attachment/attachment.ts';
import type { AttachmentRow, IncidentFile } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';
import { AttachmentDialog } from './AttachmentDialog.tsx';
import { AttachmentItem } from './AttachmentItem.tsx';
import styles from './Attachments.module.css';
import { useAttach } from './useAttach.ts';
import { useDroppedFiles } from './useDroppedFiles.ts';
import { useFileStates } from './useFileStates.ts';

/** `entryId`: the entry of the log from which this was opened. */
export function AttachmentsTab({ file, entryId }: { file: IncidentFile; entryId: string | null }) {
  const t = useT();
  const acts = useActs();
  const rows = file.attachments.toReversed();
  const states = useFileStates(rows.map((row) => row.file));
  const [viewed, setViewed] = useState<AttachmentRow | null>(null);
  const view = (row: AttachmentRow): void => {
    states.look();
    setViewed(row);
  };
  return (
    <div className={styles.column}>
      {acts.may('figures') && <Adding key={entryId} file={file} entryId={entryId} />}
      {rows.length === 0 && <p className={styles.quiet}>{t('attachments.none')}</p>}
      {rows.length > 0 && (
        <ul className={styles.list} aria-label={t('attachments.list')}>
          {rows.map((row) => (
            <AttachmentItem
              key={row.attachmentId}
              incident={file}
              row={row}
              state={states.stateOf(row.file.sha256)}
              onView={() => view(row)}
            />
          ))}
        </ul>
      )}
      <AttachmentDialog row={viewed} onClose={() => setViewed(null)} />
    </div>
  );
}

function Adding({ file, entryId }: { file: IncidentFile; entryId: string | null }) {
  const t = useT();
  const { attach, adding, failures } = useAttach(file.incidentId);
  const choices = useTargets(file, entryId);
  const [to, setTo] = useState(entryId === null ? 'incident' : `entry ${entryId}`);
  const input = useRef<HTMLInputElement>(null);
  const add = (files: readonly File[]): void => {
    if (files.length > 0 && adding === null) void attach(files, targetOf(to));
  };
  const isOver = useDroppedFiles(add);
  return (
    <section className={classes(styles.adding, isOver && styles.isOver)} aria-label={t('attachments.add')}>
      <div className={styles.row}>
        <Select label={t('attachments.to')} choices={choices} value={to} onChange={setTo} />
        <Button variant="primary" isDisabled={adding !== null} onPress={() => input.current?.click()}>
          {t('attachments.add')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <p className={styles.quiet}>{t('attachments.hint')}</p>
      {adding !== null && <output>{t('attachments.adding', { name: adding })}</output>}
      {failures.map((failure) => (
        <p key={failure} role="alert" className={styles.failure}>
          {failure}
        </p>
      ))}
    </section>
  );
}

function useTargets(file: IncidentFile, entryId: string | null): Choice[] {
  const t = useT();
  const format = useFormat();
  const timeOf = (id: string): string => {
    const entry = file.entries.find((row) => row.entryId === id);
    return entry === undefined ? id : format.instant(entry.recordedAt, readNow());
  };
  const calls = file.calls.map((callId): Choice => {
    const entry = file.entries.find(({ payload }) => (payload as { callId?: string }).callId === callId);
    return { id: `call ${callId}`, label: t('attachments.to.call', { time: timeOf(entry?.entryId ?? callId) }) };
  });
  const entry: Choice[] =
    entryId === null ? [] : [{ id: `entry ${entryId}`, label: t('attachments.to.entry', { time: timeOf(entryId) }) }];
  return [{ id: 'incident', label: t('attachments.to.incident') }, ...calls, ...entry];
}

function targetOf(choice: string): AttachedTo {
  const [kind, id = ''] = choice.split(' ', 2);
  if (kind === 'call') return { kind: 'call', callId: id };
  return kind === 'entry' ? { kind: 'entry', entryId: id } : { kind: 'incident' };
}
