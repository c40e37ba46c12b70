/** The list, page by page: only the pages in sight are asked for and in the document, however long it is. */
import { type UIEvent, useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { ContactRow } from '#shared/contract/rows.ts';
import styles from './Directory.module.css';
import type { AskedContacts } from './Filters.tsx';
import { isDoubtful } from './isDoubtful.ts';

const PAGE_ROWS = 50;
/** As in the style sheet. */
const ROW_PX = 48;
const PAGE_PX = PAGE_ROWS * ROW_PX;

type ListProps = { asked: AskedContacts; chosen: string | null; onChoose: (contactId: string) => void };

export function ContactList({ asked, chosen, onChoose }: ListProps) {
  const t = useT();
  const [page, setPage] = useState(0);
  const first = useDeskQuery({ type: 'listContacts', ...asked, offset: 0, limit: PAGE_ROWS });
  const total = first.data?.total ?? 0;
  const pages = Math.ceil(total / PAGE_ROWS);
  const look = (event: UIEvent<HTMLElement>) => setPage(Math.floor(event.currentTarget.scrollTop / PAGE_PX));
  const from = Math.min(page, Math.max(0, pages - 1));
  return (
    <>
      <output className={styles.count}>
        {first.data !== undefined && t('directory.count', { n: total, all: first.data.size })}
      </output>
      <section className={styles.scroller} onScroll={look} key={JSON.stringify(asked)} aria-label={t('app.directory')}>
        <div className={styles.sheet} style={{ blockSize: total * ROW_PX }}>
          {[from - 1, from, from + 1]
            .filter((each) => each >= 0 && each < pages)
            .map((each) => (
              <Page key={each} page={each} asked={asked} chosen={chosen} onChoose={onChoose} />
            ))}
        </div>
      </section>
    </>
  );
}

function Page({ page, asked, chosen, onChoose }: ListProps & { page: number }) {
  const { data } = useDeskQuery({ type: 'listContacts', ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
  return (
    <ul className={styles.page} style={{ insetBlockStart: page * PAGE_PX }}>
      {data?.rows.map((row) => (
        <Row key={row.contactId} row={row} isChosen={row.contactId === chosen} onChoose={onChoose} />
      ))}
    </ul>
  );
}

type RowProps = { row: ContactRow; isChosen: boolean; onChoose: (contactId: string) => void };

function Row({ row, isChosen, onChoose }: RowProps) {
  const t = useT();
  const { contactId, name, unit, post, numbers, kind } = row;
  return (
    <li>
      <button
        type="button"
        className={classes(styles.row, isChosen && styles.chosen)}
        aria-current={isChosen}
        onClick={() => onChoose(contactId)}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.of}>{[unit, post].filter((part) => part !== undefined).join(' · ')}</span>
        <span className={styles.number}>{numbers[0]?.number ?? ''}</span>
        <span className={styles.marks}>
          {numbers.length > 0 && isDoubtful(row, readNow()) ? t('directory.doubtful') : t(`directory.kind.${kind}`)}
        </span>
      </button>
    </li>
  );
}
