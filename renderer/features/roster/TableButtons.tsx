/**
 * The month to and from a spreadsheet by the clipboard. What is pasted is read as a whole or not at all, and lands in the
 * table as if it had been typed: nothing is recorded before it is saved.
 */
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { saveTable } from '#renderer/app/paper/savePaper.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { cellsOf, cellsText, readRosterTable, rosterTable, type TableRow } from '#shared/domain/roster/table.ts';
import type { RosterShift } from '#shared/domain/roster/view.ts';
import styles from './Roster.module.css';
import { readSheet } from './readSheet.ts';

type TableButtonsProps = {
  month: string;
  shifts: readonly RosterShift[];
  nameOf: (duty: 'watch' | 'lead', shift: RosterShift) => string;
  /** May be pasted into. */
  isOpen: boolean;
  onRows: (rows: readonly TableRow[]) => void;
};

const SHOWN_FAULTS = 8;

export function TableButtons({ month, shifts, nameOf, isOpen, onRows }: TableButtonsProps) {
  const t = useT();
  const { desk } = useDesk();
  const [pasting, setPasting] = useState(false);
  /** Where the machine does not let a page copy, the officer does. */
  const [byHand, setByHand] = useState<string | null>(null);
  async function save(): Promise<void> {
    try {
      const { writeXlsx } = await import('#shared/spreadsheet/writeTable.ts');
      const bytes = writeXlsx(t('app.roster'), rosterTable([...shifts], nameOf));
      const saved = await saveTable(bytes, `${desk.kind === 'live' ? '' : '演练 '}${t('app.roster')} ${month}.xlsx`);
      if (saved === 'saved') announce(t('roster.table.saved', { n: shifts.length }));
    } catch {
      announce(t('directory.exportFailed'), 'assertive');
    }
  }
  async function copy(): Promise<void> {
    const text = cellsText(rosterTable([...shifts], nameOf));
    try {
      await navigator.clipboard.writeText(text);
      announce(t('roster.table.copied', { n: shifts.length }));
    } catch {
      setByHand(text);
    }
  }
  return (
    <>
      <Button onPress={() => void save()}>{t('roster.table.save')}</Button>
      <Button onPress={() => void copy()}>{t('roster.table.copy')}</Button>
      {isOpen && <Button onPress={() => setPasting(true)}>{t('roster.table.paste')}</Button>}
      <Dialog title={t('roster.table.copy')} isOpen={byHand !== null} onClose={() => setByHand(null)} size="m">
        <TextArea
          label={t('roster.table.byHand')}
          value={byHand ?? ''}
          isReadOnly
          autoFocus
          className={styles.cells ?? ''}
        />
      </Dialog>
      <Dialog title={t('roster.table.paste')} isOpen={pasting} onClose={() => setPasting(false)} size="m">
        <Paste
          month={month}
          shifts={shifts}
          onRows={(rows) => {
            onRows(rows);
            setPasting(false);
          }}
        />
      </Dialog>
    </>
  );
}

function Paste({ month, shifts, onRows }: Pick<TableButtonsProps, 'month' | 'shifts' | 'onRows'>) {
  const t = useT();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  async function pick(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    if (file === undefined) return;
    const read = await readSheet(file);
    setRefused(read.ok ? null : t(`directory.fault.${read.code}`));
    if (read.ok) setText(cellsText(read.cells));
  }
  const { rows, faults } = readRosterTable(cellsOf(text), month, shifts);
  const isReadable = rows.length > 0 && faults.length === 0;
  return (
    <div className={layout.stack}>
      <p className={styles.quiet}>{t('roster.table.how')}</p>
      <FileTrigger acceptedFileTypes={['.xlsx', '.csv']} onSelect={(files) => void pick(files)}>
        <Button>{t('roster.table.file')}</Button>
      </FileTrigger>
      {refused !== null && (
        <p role="alert" className={layout.problem}>
          {refused}
        </p>
      )}
      <TextArea label={t('roster.table.cells')} value={text} onChange={setText} className={styles.cells ?? ''} />
      {faults.length > 0 && (
        <div role="alert">
          <ul>
            {faults.slice(0, SHOWN_FAULTS).map(({ row, column, code, text: cell }) => (
              <li key={`${row} ${column} ${code}`}>
                {t('roster.table.fault', { row, column, cell, why: t(`roster.table.${code}`) })}
              </li>
            ))}
            {faults.length > SHOWN_FAULTS && <li>{t('roster.table.more', { n: faults.length - SHOWN_FAULTS })}</li>}
          </ul>
        </div>
      )}
      <Button variant="primary" isDisabled={!isReadable} onPress={() => onRows(rows)}>
        {t('roster.table.take', { n: faults.length === 0 ? rows.length : 0 })}
      </Button>
    </div>
  );
}
