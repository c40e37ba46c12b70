/**
 * The wall board: read at five to eight metres, by people who are doing something else. No controls; the most urgent
 * thing fills the upper half; the rest follows in the same order as on the desk and turns pages only when it must [ux 9].
 */

import { useTickText } from '#renderer/app/clock/useTickText.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useHostInfo } from '#renderer/app/desk/hostInfo.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { BoardRow } from '#shared/contract/rows.ts';
import { useTurn } from './useTurn.ts';
import styles from './Wall.module.css';
import { WallClockRow, WallHero } from './WallClocks.tsx';
import { pageOf, wallOf } from './wallRows.ts';

const ROWS_PER_PAGE = 5;

export function WallScreen() {
  const { data: board } = useDeskQuery({ type: 'getBoard' });
  return board ? <Wall board={board} /> : null;
}

function Wall({ board }: { board: BoardRow }) {
  const t = useT();
  const { hero, sameState, rows } = wallOf(board.incidents);
  const turn = useTurn(rows.length > ROWS_PER_PAGE);
  const { rows: shown, page, pages } = pageOf(rows, ROWS_PER_PAGE, turn);
  return (
    <div className={styles.wall}>
      <Head />
      {hero === null ? <p className={styles.none}>{t('wall.none')}</p> : <WallHero row={hero} more={sameState} />}
      {rows.length > 0 && (
        <ul className={styles.rows}>
          {shown.map((row) => (
            <WallClockRow key={row.obligation.key} row={row} title={board.incidents.length > 1 ? row.title : null} />
          ))}
        </ul>
      )}
      <Foot board={board} page={pages > 1 ? t('wall.page', { page, pages }) : ''} />
    </div>
  );
}

function Head() {
  const t = useT();
  const format = useFormat();
  const { desk } = useDesk();
  const date = useTickText((now) => `${format.day(now)} ${format.weekday(now)}`);
  const time = useTickText((now) => format.timeExact(now));
  return (
    <header className={styles.head}>
      <h1 className={desk.kind === 'live' ? styles.live : styles.drill}>{t(`app.kind.${desk.kind}`)}</h1>
      <span ref={date} />
      <span ref={time} role="timer" aria-live="off" className={styles.now} />
    </header>
  );
}

function Foot({ board, page }: { board: BoardRow; page: string }) {
  const t = useT();
  const { connected } = useHostInfo();
  const n = board.incidents.length;
  return (
    <footer className={styles.foot}>
      {!connected && <strong className={styles.disconnected}>{t('wall.disconnected')}</strong>}
      <span>{n === 0 ? t('wall.noIncidents') : t('wall.incidents', { n })}</span>
      {board.onDuty.map(({ duty, name }) => (
        <span key={duty}>
          {t(`wall.${duty}`)} {name}
        </span>
      ))}
      <span className={styles.page}>{page}</span>
    </footer>
  );
}
