/**
 * The most urgent thing, as the biggest thing on the screen. Without a click it answers: how long, what to whom, in which
 * form, since when and until when, by which clause, what else the same call meets, and which button to press.
 */
import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { StateShape } from '#renderer/ui/StateBadge.tsx';
import { type Hero as HeroRow, urgencyOf } from '#shared/domain/board.ts';
import type { Asked } from '../asked.ts';
import styles from './Hero.module.css';
import { HeroActions } from './HeroActions.tsx';
import { HeroProgress } from './HeroProgress.tsx';
import { HeroTimes } from './HeroTimes.tsx';
import { MetTogether } from './MetTogether.tsx';
import { Supervised, type SupervisedRow } from './Supervised.tsx';

type Props = {
  hero: HeroRow;
  /** Owed by others, unmet. */
  supervised: readonly SupervisedRow[];
  onWhy: (asked: Asked) => void;
  onReport: (asked: Asked) => void;
};

export function Hero({ hero, supervised, onWhy, onReport }: Props) {
  const t = useT();
  const clock = useClockWords();
  const words = usePlanWords();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const { incident, obligation: row, others } = hero;
  const rule = plan.reportingRules.find(({ id }) => id === row.rule);
  const asked = { incidentId: incident.incidentId, key: row.key };
  const word = clock.word(row);
  return (
    <section className={styles.hero} data-tone={clockTone(row)} aria-labelledby="hero-title">
      <div className={styles.clock}>
        <p className={styles.state}>
          <StateShape state={row.state} />
          {row.state === 'immediate' ? t('board.atOnce', { word }) : word}
          {row.flags.map((flag) => (
            <span key={flag}> · {t(`ui.flag.${flag}`)}</span>
          ))}
        </p>
        <Ticking className={styles.digits} text={(now) => clock.time(row, now)} />
        <p className={styles.others}>
          {others > 0 ? t(`board.others.${urgencyOf(row)}`, { n: others }) : t('board.noOthers')}
        </p>
        <Supervised rows={supervised} />
      </div>
      <div className={styles.body}>
        <h2 id="hero-title" className={styles.title}>
          {words.rule(row.rule)}
          {row.to !== null && <> → {words.unit(row.to)}</>}
        </h2>
        <p className={styles.incident}>
          <a href={hrefOf({ screen: 'incident', incidentId: incident.incidentId })}>{incident.title}</a>
          {row.form !== null && <strong>{t(`ui.form.${row.form}`)}</strong>}
        </p>
        <HeroTimes incident={incident} row={row} rule={rule} />
        <div className={styles.more}>
          <p className={styles.chips}>
            <span>{words.clause(row.clause, row.provenance)}</span>
            <span>{row.rule}</span>
          </p>
          <MetTogether incident={incident} row={row} />
        </div>
        <HeroActions
          incident={incident}
          row={row}
          rule={rule}
          onWhy={() => onWhy(asked)}
          onReport={() => onReport(asked)}
        />
      </div>
      <HeroProgress row={row} />
    </section>
  );
}
