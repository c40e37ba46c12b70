import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';
import { HiddenText } from './VisuallyHidden.tsx';

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** Takes what the others leave. */
  grow?: boolean;
};
export type TableProps<Row> = {
  /** Read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  rowClass?: (row: Row) => string | undefined;
  className?: string;
};

/** A plain table of the document: reads, prints and copies as one. */
export function Table<Row>({ caption, columns, rows, rowKey, rowClass, className }: TableProps<Row>) {
  return (
    <table className={classes(styles.table, className)}>
      <caption>
        <HiddenText>{caption}</HiddenText>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={cellClass(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={rowClass?.(row)}>
            {columns.map((column) => (
              <td key={column.id} className={cellClass(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellClass = (column: Pick<Column<never>, 'align' | 'grow'>) =>
  classes(column.align === 'end' && styles.end, column.grow && styles.grow);
