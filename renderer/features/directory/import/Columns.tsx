/** Which column is what, with the first lines below, so that a wrong guess is seen. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import { type ImportColumn, importColumns } from '#shared/domain/directory/importTable.ts';
import type { SheetRows } from '#shared/spreadsheet/fault.ts';
import styles from './Import.module.css';

const LINES_SHOWN = 4;
const UNUSED = '-';

type ColumnsProps = {
  table: SheetRows;
  columns: readonly (ImportColumn | null)[];
  isDisabled: boolean;
  onChange: (at: number, column: ImportColumn | null) => void;
};

export function Columns({ table, columns, isDisabled, onChange }: ColumnsProps) {
  const t = useT();
  const scroller = useScrollByKeyboard<HTMLElement>();
  const head = table[0] ?? [];
  const choices = [
    { id: UNUSED, label: t('directory.unused') },
    ...importColumns.map((column) => ({ id: column, label: t(`directory.column.${column}`) })),
  ];
  return (
    <section className={styles.columns} ref={scroller} aria-label={t('directory.columns')}>
      {columns.map((column, at) => (
        // A column is its place in the file.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={styles.column}>
          <Select
            label={head[at] ?? t('directory.columnN', { n: at + 1 })}
            choices={choices}
            value={column ?? UNUSED}
            isDisabled={isDisabled}
            onChange={(id) => onChange(at, importColumns.find((each) => each === id) ?? null)}
          />
          {table.slice(1, 1 + LINES_SHOWN).map((cells, line) => (
            // oxlint-disable-next-line react/no-array-index-key
            <p key={line} className={styles.cell}>
              {cells[at] ?? ''}
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
