/**
 * 预警: clues that nobody assessed yet, with their age, and warnings that stand, those in force first: level in word, shape and
 * colour, area, since when, version, who has not acknowledged, when it is to be looked at again. Below the clocks, never
 * among them [plan 3.4].
 */

import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { classes } from '#renderer/ui/classes.ts';
import { LevelShape } from '#renderer/ui/LevelShape.tsx';
import { useScrollByKeyboard } from '#renderer/ui/useScrollByKeyboard.ts';
import type { BoardRow, ClueRow, WarningRow } from '#shared/contract/rows.ts';
import styles from './WarningsBand.module.css';

export function WarningsBand({ board }: { board: Pick<BoardRow, 'at' | 'clues' | 'warnings'> }) {
  const t = useT();
  const hrefOf = useHref();
  const list = useScrollByKeyboard();
  const { at, clues, warnings } = board;
  if (clues.length === 0 && warnings.length === 0) return null;
  return (
    <section className={styles.band} aria-label={t('board.warnings')}>
      <h2 className={styles.title}>
        <a href={hrefOf({ screen: 'warnings' })}>{t('board.warnings')}</a>
      </h2>
      <div className={styles.scroll} ref={list}>
        <ul className={styles.list}>
          {warnings.map((row) => (
            <Warning key={row.warningId} row={row} at={at} />
          ))}
          {clues.map((row) => (
            <Clue key={row.clueId} row={row} />
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Proposed and not in force: what is to be done next is said. */
const ON_THE_WAY = ['proposed', 'reported', 'approved'] as const;

function Warning({ row, at }: { row: WarningRow; at: number }) {
  const t = useT();
  const label = useLabel();
  const format = useFormat();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const { warningId, level, colour, stage, title, area, version, since, recipients, unacknowledged, review } = row;
  const next = ON_THE_WAY.find((each) => each === stage);
  const name = label(
    plan.warnings?.levels.find(({ id }) => id === level),
    t('board.warning.watch'),
  );
  return (
    <li className={styles.item}>
      {colour !== null && <LevelShape colour={colour} />}
      <a className={styles.name} href={hrefOf({ screen: 'warning', warningId })}>
        {name}
      </a>
      {next !== undefined && <span>{t(`board.warning.${next}`)}</span>}
      <span>{area === '' ? title : area}</span>
      <span className={styles.quiet}>
        {t('board.warning.since', { time: format.near(since, at) })}
        {version > 1 && ` · ${t('board.warning.version', { n: version })}`}
      </span>
      {unacknowledged > 0 && (
        <strong className={styles.owed}>
          {t('board.warning.unacknowledged', { n: unacknowledged, of: recipients })}
        </strong>
      )}
      {review !== null && (
        <span className={classes(styles.quiet, review.isDue && styles.owed)}>
          {t(review.isDue ? 'board.warning.reviewDue' : 'board.warning.review', { time: format.near(review.at, at) })}
        </span>
      )}
    </li>
  );
}

function Clue({ row }: { row: ClueRow }) {
  const t = useT();
  const label = useLabel();
  const format = useFormat();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const source = label(
    plan.warnings?.sources.find(({ id }) => id === row.source),
    row.source,
  );
  return (
    <li className={styles.item}>
      <a className={styles.owed} href={hrefOf({ screen: 'warnings', clueId: row.clueId })}>
        {t('board.clue', { source })}
      </a>
      <span className={styles.said} title={row.said}>
        {row.said}
      </span>
      <Ticking
        className={styles.quiet}
        text={(now) => t('board.clue.waits', { time: format.span(row.received.at, now) })}
      />
    </li>
  );
}
