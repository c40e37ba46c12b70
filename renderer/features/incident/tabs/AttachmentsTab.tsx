/** 附件: the files of the incident, its calls and entries; added by button, drop or paste, seen, saved, and told where gone. */
import { useState } from 'react';
import { AddFiles } from '#renderer/app/attachments/AddFiles.tsx';
import { AttachmentList } from '#renderer/app/attachments/AttachmentList.tsx';
import styles from '#renderer/app/attachments/Attachments.module.css';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { type Choice, Select } from '#renderer/ui/Select.tsx';
import type { AttachedTo } from '#shared/domain/attachment/attachment.ts';
import type { AttachmentRow, IncidentFile } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';

/** `entryId`: the entry of the log from which this was opened. */
export function AttachmentsTab({ file, entryId }: { file: IncidentFile; entryId: string | null }) {
  const acts = useActs();
  const targetOf = useTargetText(file);

  function strikeOf(row: AttachmentRow): (() => void) | null {
    const entry = file.entries.find((one) => one.entryId === row.entryId);
    return entry === undefined || !acts.may('strike') ? null : () => acts.open({ kind: 'strike', entry });
  }

  return (
    <div className={styles.column}>
      {acts.may('figures') && <Adding key={entryId} file={file} entryId={entryId} />}
      <AttachmentList attachments={file.attachments} targetOf={targetOf} strikeOf={strikeOf} />
    </div>
  );
}

function Adding({ file, entryId }: { file: IncidentFile; entryId: string | null }) {
  const t = useT();
  const { incidentId } = file;
  const [to, setTo] = useState(entryId === null ? 'incident' : `entry ${entryId}`);
  return (
    <AddFiles commandFor={(attachment) => ({ type: 'AttachFile', incidentId, of: targetOf(to), ...attachment })}>
      <Select label={t('attachments.to')} choices={useTargets(file, entryId)} value={to} onChange={setTo} />
    </AddFiles>
  );
}

function useTargetText({ entries }: IncidentFile): (row: AttachmentRow) => string {
  const t = useT();
  const format = useFormat();
  return ({ of }) => {
    if (of.kind === 'incident') return t('attachments.to.incident');
    const target = entries.find(({ entryId, payload }) =>
      of.kind === 'entry' ? entryId === of.entryId : (payload as { callId?: string }).callId === of.callId,
    );
    const time = target === undefined ? '' : format.instant(target.recordedAt, readNow());
    return t(`attachments.to.${of.kind}`, { time });
  };
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
