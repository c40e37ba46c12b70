/**
 * A warning on the wall: level in word, shape and colour, area, since when, version, who has not acknowledged, when it is
 * looked at again; and the clues that wait, by their number and the age of the oldest [plan 3.4].
 */
import { useTickText } from '#renderer/app/clock/useTickText.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import { LevelShape } from '#renderer/ui/LevelShape.tsx';
import type { WarningRow } from '#shared/contract/rows.ts';
import styles from './Wall.module.css';

type Props = { row: WarningRow; at: number };

function Level({ row: { level, colour } }: { row: WarningRow }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const known = plan.warnings?.levels.find(({ id }) => id === level);
  return (
    <span className={styles.level}>
      {colour !== null && <LevelShape colour={colour} />}
      {label(known, t('wall.watched'))}
    </span>
  );
}

const ON_THE_WAY = ['proposed', 'reported', 'approved'] as const;

/** Since when, which version, what is to be done next or who has not acknowledged, when it is looked at again. */
function Facts({ row, at }: Props) {
  const t = useT();
  const format = useFormat();
  const { stage, since, version, unacknowledged, recipients, review } = row;
  const next = ON_THE_WAY.find((each) => each === stage);
  return (
    <>
      <span>{t('wall.since', { time: format.near(since, at) })}</span>
      {version > 0 && <span>{t('wall.version', { n: version })}</span>}
      {next !== undefined && <strong>{t(`wall.${next}`)}</strong>}
      {unacknowledged > 0 && (
        <strong className={styles.owed}>{t('wall.unacknowledged', { n: unacknowledged, of: recipients })}</strong>
      )}
      {review !== null && (
        <span className={classes(review.isDue && styles.owed)}>
          {review.isDue ? t('wall.reviewDue') : t('wall.review', { time: format.near(review.at, at) })}
        </span>
      )}
    </>
  );
}

const placeOf = ({ area, title }: WarningRow): string => (area === '' ? title : area);

export function WallWarningHero({ row, at }: Props) {
  return (
    <section className={classes(styles.hero, styles.warningHero)} data-colour={row.colour}>
      <div className={styles.heroLevel}>
        <Level row={row} />
      </div>
      <div className={styles.heroWords}>
        <h2 className={styles.what}>{placeOf(row)}</h2>
        <p className={styles.heroFacts}>
          <Facts row={row} at={at} />
        </p>
      </div>
    </section>
  );
}

export function WallWarning({ row, at }: Props) {
  return (
    <li className={styles.warning}>
      <p className={styles.warningLine}>
        <Level row={row} />
        <span className={styles.rowWords}>{placeOf(row)}</span>
      </p>
      <p className={styles.warningLine}>
        <Facts row={row} at={at} />
      </p>
    </li>
  );
}

export function WallClues({ n, oldestAt }: { n: number; oldestAt: number }) {
  const t = useT();
  const format = useFormat();
  const age = useTickText((now) => t('wall.oldest', { time: format.span(oldestAt, now) }));
  return (
    <li className={classes(styles.row, styles.clues)}>
      <strong className={styles.owed}>{t('wall.clues', { n })}</strong>
      <span ref={age} role="timer" aria-live="off" />
    </li>
  );
}
