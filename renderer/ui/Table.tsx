import { type ReactNode, useEffect, useRef } from 'react';
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
  /** The key of the row that is shown to somebody who came for it. */
  pointedAt?: string | number | null;
  className?: string;
};

/** A plain table of the document: reads, prints and copies as one. */
export function Table<Row>({ caption, columns, rows, rowKey, rowClass, pointedAt = null, className }: TableProps<Row>) {
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
          <Row key={rowKey(row)} className={rowClass?.(row)} isPointedAt={rowKey(row) === pointedAt}>
            {columns.map((column) => (
              <td key={column.id} className={cellClass(column)}>
                {column.cell(row)}
              </td>
            ))}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { className: string | undefined; isPointedAt: boolean; children: ReactNode };

function Row({ className, isPointedAt, children }: RowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!isPointedAt) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [isPointedAt]);
  if (!isPointedAt) return <tr className={className}>{children}</tr>;
  return (
    <tr ref={row} className={classes(className, styles.pointedAt)} tabIndex={-1} aria-current>
      {children}
    </tr>
  );
}

const cellClass = (column: Pick<Column<never>, 'align' | 'grow'>) =>
  classes(column.align === 'end' && styles.end, column.grow && styles.grow);
