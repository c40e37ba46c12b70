/**
 * No open incident: what to do when the phone rings, and how to see the board at work. Where clues wait or warnings stand
 * the desk is not idle, and says so; a replay says whether anything has happened yet.
 */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { OpenPracticeButtons } from '#renderer/app/practice/OpenPracticeButtons.tsx';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { BoardRow } from '#shared/contract/rows.ts';
import styles from './EmptyBoard.module.css';

type Board = Pick<BoardRow, 'clues' | 'warnings' | 'recentlyClosed' | 'latest'>;

export function EmptyBoard({ board }: { board: Board }) {
  const t = useT();
  const { readOnly } = useDesk();
  if (readOnly) return <EmptyPractice board={board} />;
  const isQuiet = standingOf(board) === null;
  return (
    <section className={styles.empty} aria-label={t('board.empty')}>
      <h2 className={styles.title}>{t('board.empty')}</h2>
      <Standing board={board} />
      <p className={styles.words}>{t('board.emptyHelp')}</p>
      <div className={styles.actions}>
        <Button variant="primary" size="l" kbd="F2" onPress={() => navigate({ screen: 'intake' })}>
          {t('app.intake')}
        </Button>
      </div>
      {isQuiet && (
        <>
          <p className={styles.words}>{t('board.emptyPracticeOffer')}</p>
          <div className={styles.actions}>
            <OpenPracticeButtons size="l" />
          </div>
        </>
      )}
    </section>
  );
}

function EmptyPractice({ board }: { board: Board }) {
  const t = useT();
  const isBegun = board.recentlyClosed.length > 0 || board.latest.some(({ stream }) => stream !== 'desk');
  return (
    <section className={styles.empty} aria-label={t('board.empty')}>
      <h2 className={styles.title}>{t(isBegun ? 'board.emptyPracticeNow' : 'board.emptyPractice')}</h2>
      <Standing board={board} />
      <p className={styles.words}>{t(isBegun ? 'board.emptyPracticeNowHelp' : 'board.emptyPracticeHelp')}</p>
    </section>
  );
}

function Standing({ board }: { board: Board }) {
  const t = useT();
  const kind = standingOf(board);
  if (kind === null) return null;
  const numbers = { clues: board.clues.length, warnings: board.warnings.length };
  return <p className={styles.words}>{t(`board.stand.${kind}`, numbers)}</p>;
}

function standingOf({ clues, warnings }: Pick<Board, 'clues' | 'warnings'>): 'clues' | 'warnings' | 'both' | null {
  if (clues.length > 0 && warnings.length > 0) return 'both';
  if (clues.length > 0) return 'clues';
  return warnings.length > 0 ? 'warnings' : null;
}
