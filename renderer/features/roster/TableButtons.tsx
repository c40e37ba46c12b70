/**
 * The month to and from a spreadsheet by the clipboard. What is pasted is read as a whole or not at all, and lands in the
 * table as if it had been typed: nothing is recorded before it is saved.
 */
import { useState } from 'react';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { cellsOf, cellsText, readRosterTable, rosterTable, type TableRow } from '#shared/domain/roster/table.ts';
import type { RosterShift } from '#shared/domain/roster/view.ts';
import styles from './Roster.module.css';

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
  const [pasting, setPasting] = useState(false);
  /** Where the machine does not let a page copy, the officer does. */
  const [byHand, setByHand] = useState<string | null>(null);
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
  const { rows, faults } = readRosterTable(cellsOf(text), month, shifts);
  const isReadable = rows.length > 0 && faults.length === 0;
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{t('roster.table.how')}</p>
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
