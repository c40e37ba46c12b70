/**
 * A table of a paper. Of a long one, as a night's log is, the first rows stand at once and the others follow in sections,
 * so that the page never stands still; before it is printed all of them do.
 */
import { memo } from 'react';
import type { TablePart } from '#shared/documents/document.ts';
import { Lines } from './Lines.tsx';
import styles from './OfficialPaper.module.css';
import { useGrowing } from './useGrowing.ts';

type Rows = TablePart['rows'];

const ROWS_A_SECTION = 60;

export function PaperTable({ table: { columns, rows } }: { table: TablePart }) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const hasHead = columns.some(({ header }) => header !== '');
  const sections = inSections(rows);
  const { shown, isWhole } = useGrowing(sections.length);
  return (
    <table className={styles.table} aria-busy={!isWhole}>
      <colgroup>
        {columns.map(({ header, share }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- columns have no identity but their place
          <col key={`${index} ${header}`} style={{ width: `${(100 * share) / shares}%` }} />
        ))}
      </colgroup>
      {hasHead && (
        <thead>
          <tr>
            {columns.map(({ header }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns have no identity but their place
              <th key={`${index} ${header}`} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
      )}
      {sections.slice(0, shown).map((section, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- sections have no identity but their place
        <Section key={index} rows={section} />
      ))}
    </table>
  );
}

const inSections = (rows: Rows): Rows[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_A_SECTION) }, (_, n) =>
    rows.slice(n * ROWS_A_SECTION, (n + 1) * ROWS_A_SECTION),
  );

const Section = memo(
  ({ rows }: { rows: Rows }) => (
    <tbody>
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no identity but their place
        <tr key={index}>
          {row.map((text, column) => (
            // oxlint-disable-next-line react/no-array-index-key -- cells have no identity but their place
            <td key={column}>
              <Lines text={text} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  ),
  (before, after) => sayTheSame(before.rows, after.rows),
);

/** A paper is composed anew with every entry; most of its rows say what they said. */
const sayTheSame = (before: Rows, after: Rows): boolean =>
  before.length === after.length && before.every((row, at) => row === after[at] || saysTheSame(row, after[at] ?? []));

const saysTheSame = (before: Rows[number], after: Rows[number]): boolean =>
  before.length === after.length && before.every((text, n) => text === after[n]);
