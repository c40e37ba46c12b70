/**
 * Importing a list: the file is read in a thread of its own, columns are matched and can be matched otherwise, what is
 * wrong is mended in place or left out, and nothing is written before the officer says so.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import act from '#renderer/app/act/Act.module.css';
import { newId } from '#renderer/app/act/useForm.ts';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk, useHost } from '#renderer/app/desk/deskContext.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { ContactRow } from '#shared/contract/rows.ts';
import type { Contact } from '#shared/domain/directory/contact.ts';
import {
  type ImportColumn,
  type ImportFault,
  type Matched,
  stageImport,
} from '#shared/domain/directory/importTable.ts';
import { MAX_FILE_BYTES, type SheetRows } from '#shared/spreadsheet/fault.ts';
import { Columns } from './Columns.tsx';
import { type Choices, Duplicates, MERGE_ALL } from './Duplicates.tsx';
import { Faults } from './Faults.tsx';
import styles from './Import.module.css';
import { askImport } from './inWorker.ts';
import { loadContacts } from './loadExisting.ts';
import { sendImport } from './sendImport.ts';

type File_ = { name: string; table: SheetRows; columns: readonly (ImportColumn | null)[] };
type Found = { matched: readonly Matched[]; faults: readonly ImportFault[] };

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t('directory.import')} isOpen onClose={onClose} size="l">
      <ImportForm onClose={onClose} />
    </Dialog>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { api } = useHost();
  const { plan, desk } = useDesk();
  const execute = useExecute();
  const say = useFailureText();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  const [file, setFile] = useState<File_ | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [isLeavingOut, setLeavingOut] = useState(false);
  const [choices, setChoices] = useState<Choices>(MERGE_ALL);
  const [busy, setBusy] = useState<'reading' | 'matching' | 'writing' | null>(null);
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => () => stop.current.abort(), []);

  async function match(next: File_): Promise<void> {
    setFile(next);
    setBusy('matching');
    const { signal } = restart();
    const contacts = await loadContacts(api, desk.deskId);
    const existing = contacts.map((row) => ({ contactId: row.contactId, head: row.head, contact: contactOf(row) }));
    const { table, columns } = next;
    const answer = await askImport({ kind: 'match', table, columns, plan: { groups: plan.groups }, existing }, signal);
    if (answer === null) return;
    setBusy(null);
    if (answer.kind === 'matched') setFound(answer);
    else if (answer.kind === 'refused') setFailure(t(`directory.fault.${answer.code}`));
  }

  async function pick(picked: File): Promise<void> {
    setFailure(null);
    setFound(null);
    setChoices(MERGE_ALL);
    setBusy('reading');
    const { signal } = restart();
    const bytes = picked.size > MAX_FILE_BYTES ? null : new Uint8Array(await picked.arrayBuffer());
    const answer =
      bytes === null
        ? ({ kind: 'refused', code: 'fileTooLarge' } as const)
        : await askImport({ kind: 'read', bytes }, signal);
    if (answer === null) return;
    setBusy(null);
    if (answer.kind === 'refused') {
      setFile(null);
      const words = t(`directory.fault.${answer.code}`);
      setFailure(words);
      announce(words, 'assertive');
    } else if (answer.kind === 'read')
      await match({ name: picked.name.slice(0, 200), table: answer.table, columns: answer.columns });
  }

  function restart(): AbortController {
    stop.current.abort();
    stop.current = new AbortController();
    return stop.current;
  }

  async function write(rows: ReturnType<typeof stageImport>): Promise<void> {
    if (file === null) return;
    setBusy('writing');
    setFailure(null);
    const { signal } = restart();
    const asOf = new Date(readNow()).toISOString();
    const outcome = await sendImport({ importId: newId(), fileName: file.name, asOf, rows }, execute, setDone, signal);
    setBusy(null);
    setDone(0);
    if (outcome === null) return announce(t('directory.importStopped'));
    const words = say(outcome);
    setFailure(words);
    if (!outcome.ok) return;
    announce(t('directory.imported', { n: rows.length }));
    onClose();
  }

  const prefix = useState(newId)[0];
  const staged = useMemo(() => {
    const choiceOf = (row: number) => choices.of.get(row) ?? choices.all;
    return found === null ? [] : stageImport(found.matched, choiceOf, (row) => `${prefix}-${row}`);
  }, [found, choices, prefix]);
  const isReady = busy === null && staged.length > 0 && (found?.faults.length === 0 || isLeavingOut);
  const setColumn = (at: number, column: ImportColumn | null) => {
    if (file === null) return;
    const columns = file.columns.map((each, index) => (index === at ? column : each === column ? null : each));
    void match({ ...file, columns });
  };
  const mend = (row: number, at: number, text: string) => {
    if (file === null) return;
    const table = file.table.map((cells, index) =>
      index === row - 1 ? replaced(cells, at, text.trim() === '' ? null : text) : cells,
    );
    void match({ ...file, table });
  };
  return (
    <div className={act.form}>
      <div className={act.actions}>
        <Button
          variant={file === null ? 'primary' : 'plain'}
          isDisabled={busy !== null}
          onPress={() => input.current?.click()}
        >
          {t('directory.chooseFile')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          hidden
          onChange={({ currentTarget }) => {
            const picked = currentTarget.files?.[0];
            if (picked !== undefined) void pick(picked);
            currentTarget.value = '';
          }}
        />
        <span className={act.quiet}>{file?.name ?? t('directory.importHint')}</span>
      </div>
      {busy !== null && (
        <div className={styles.busy}>
          <output>{t(`directory.busy.${busy}`)}</output>
          {busy === 'writing' && <progress value={done} max={1} aria-label={t('directory.busy.writing')} />}
          {busy === 'writing' && <Button onPress={() => stop.current.abort()}>{t('directory.stop')}</Button>}
        </div>
      )}
      {failure !== null && (
        <p role="alert" className={act.failure}>
          {failure}
        </p>
      )}
      {file !== null && (
        <Columns table={file.table} columns={file.columns} isDisabled={busy !== null} onChange={setColumn} />
      )}
      {file !== null && found !== null && (
        <>
          <Faults
            faults={found.faults}
            columns={file.columns}
            table={file.table}
            isLeavingOut={isLeavingOut}
            onLeaveOut={setLeavingOut}
            onMend={mend}
          />
          <Duplicates matched={found.matched} choices={choices} isDisabled={busy !== null} onChange={setChoices} />
        </>
      )}
      <div className={act.actions}>
        <Button variant="primary" size="l" isDisabled={!isReady} onPress={() => void write(staged)}>
          {t('directory.importN', { n: staged.length })}
        </Button>
        <Button size="l" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}

function replaced(cells: readonly (string | null)[], at: number, text: string | null): (string | null)[] {
  const made = [...cells];
  while (made.length <= at) made.push(null);
  made[at] = text;
  return made;
}

/** Without what the desk says of it; what is not there is left out, or merging would write nothing over something. */
function contactOf({ kind, name, reading, unit, post, numbers, roles, place, holds, note }: ContactRow): Contact {
  const texts = { reading, unit, post, place, holds, note };
  const present = Object.entries(texts).filter(([, text]) => text !== undefined);
  return { kind, name, numbers, roles, ...Object.fromEntries(present) };
}
