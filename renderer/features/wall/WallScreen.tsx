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
import { WallClues, WallWarning, WallWarningHero } from './WallWarnings.tsx';
import { linesOf, pageOf, type WallItem, wallItems, wallOf } from './wallRows.ts';

const LINES_PER_PAGE = 5;

export function WallScreen() {
  const { data: board } = useDeskQuery({ type: 'getBoard' });
  return board ? <Wall board={board} /> : null;
}

function Wall({ board }: { board: BoardRow }) {
  const t = useT();
  const clocks = wallOf(board.incidents);
  const { hero, sameState } = clocks;
  const { heroWarning, items } = wallItems(clocks, board);
  const lines = items.reduce((sum, item) => sum + linesOf(item), 0);
  const turn = useTurn(lines > LINES_PER_PAGE);
  const { rows: shown, page, pages } = pageOf(items, LINES_PER_PAGE, turn, linesOf);
  return (
    <div className={styles.wall}>
      <Head />
      {hero !== null && <WallHero row={hero} more={sameState} />}
      {heroWarning !== null && <WallWarningHero row={heroWarning} at={board.at} />}
      {hero === null && heroWarning === null && <p className={styles.none}>{t('wall.none')}</p>}
      {items.length > 0 && (
        <ul className={styles.rows}>
          {shown.map((item) => (
            <WallItemRow key={keyOf(item)} item={item} board={board} />
          ))}
        </ul>
      )}
      <Foot board={board} page={pages > 1 ? t('wall.page', { page, pages }) : ''} />
    </div>
  );
}

function WallItemRow({ item, board }: { item: WallItem; board: BoardRow }) {
  switch (item.kind) {
    case 'clock':
      return <WallClockRow row={item.row} title={board.incidents.length > 1 ? item.row.title : null} />;
    case 'warning':
      return <WallWarning row={item.row} at={board.at} />;
    case 'clues':
      return <WallClues n={item.n} oldestAt={item.oldestAt} />;
  }
}

function keyOf(item: WallItem): string {
  if (item.kind === 'clock') return item.row.obligation.key;
  return item.kind === 'warning' ? item.row.warningId : 'clues';
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
      {board.warnings.length > 0 && <span>{t('wall.warnings', { n: board.warnings.length })}</span>}
      {board.onDuty.map(({ duty, name }) => (
        <span key={duty}>
          {t(`wall.${duty}`)} {name}
        </span>
      ))}
      <span className={styles.page}>{page}</span>
    </footer>
  );
}
