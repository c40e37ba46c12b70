/** What is wrong, by row and column, each to be put right where it stands; or the lines are left out. */
import { useState } from 'react';
import act from '#renderer/app/act/Act.module.css';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ImportColumn, ImportFault } from '#shared/domain/directory/importTable.ts';
import type { SheetRows } from '#shared/spreadsheet/fault.ts';
import styles from './Import.module.css';

const SHOWN = 20;

type FaultsProps = {
  faults: readonly ImportFault[];
  columns: readonly (ImportColumn | null)[];
  table: SheetRows;
  isLeavingOut: boolean;
  onLeaveOut: (on: boolean) => void;
  onMend: (row: number, at: number, text: string) => void;
};

export function Faults({ faults, columns, table, isLeavingOut, onLeaveOut, onMend }: FaultsProps) {
  const t = useT();
  if (faults.length === 0) return null;
  const lines = new Set(faults.map(({ row }) => row)).size;
  return (
    <section aria-label={t('directory.faults')}>
      <p className={act.failure}>{t('directory.faultsIn', { n: lines })}</p>
      <ul className={styles.faults}>
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.row} ${fault.column} ${fault.text}`}>
            <Fault fault={fault} at={columns.indexOf(fault.column)} table={table} onMend={onMend} />
          </li>
        ))}
      </ul>
      {faults.length > SHOWN && <p className={act.quiet}>{t('directory.moreFaults', { n: faults.length - SHOWN })}</p>}
      <Checkbox isOn={isLeavingOut} onChange={onLeaveOut}>
        {t('directory.leaveOut', { n: lines })}
      </Checkbox>
    </section>
  );
}

type FaultProps = { fault: ImportFault; at: number; table: SheetRows; onMend: FaultsProps['onMend'] };

function Fault({ fault, at, table, onMend }: FaultProps) {
  const t = useT();
  const { row, column, text, why } = fault;
  const [typed, setTyped] = useState(table[row - 1]?.[at] ?? '');
  const where = t('directory.faultAt', { row, column: t(`directory.column.${column}`) });
  const mend = () => onMend(row, at, typed);
  return (
    <div className={styles.fault}>
      <TextField
        label={`${where}：${text === '' ? '' : `“${text}”`}${t(`directory.why.${why}`)}`}
        value={typed}
        onChange={setTyped}
        onEnter={mend}
        isDisabled={at < 0}
      />
      <Button isDisabled={at < 0} aria-label={t('directory.mendAt', { where })} onPress={mend}>
        {t('directory.mend')}
      </Button>
    </div>
  );
}
