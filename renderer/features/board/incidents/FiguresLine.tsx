/** The figures that are known or being verified: confirmed numbers large, 正在核实 hatched, conflicts flagged. */
import { useTickText } from '#renderer/app/clock/useTickText.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { Assessment, DurationNow, FigureNow } from '#shared/plan/assessment.ts';
import styles from './OpenIncidents.module.css';

const HOUR_MS = 3_600_000;

export function FiguresLine({ assessment }: { assessment: Assessment }) {
  const { plan } = useDesk();
  const order = new Map(plan.figures.map(({ id }, index) => [id, index]));
  const known = assessment.figures
    .filter(({ quantity, beingVerified }) => quantity !== null || beingVerified)
    .toSorted((a, b) => (order.get(a.figure) ?? 0) - (order.get(b.figure) ?? 0));
  const running = assessment.durations.filter(({ started }) => started !== null);
  if (known.length === 0 && running.length === 0) return null;
  return (
    <dl className={styles.figures}>
      {known.map((figure) => (
        <Figure key={figure.figure} now={figure} />
      ))}
      {running.map((duration) => (
        <Duration key={duration.duration} now={duration} />
      ))}
    </dl>
  );
}

function Figure({ now: { figure, quantity, beingVerified, conflictsWith } }: { now: FigureNow }) {
  const t = useT();
  const words = usePlanWords();
  const hasNumber = quantity !== null && quantity.kind !== 'unknown';
  return (
    <div className={styles.figure}>
      <dt>{words.figure(figure)}</dt>
      <dd>
        {hasNumber && <strong>{words.quantity(figure, quantity)}</strong>}
        {(beingVerified || !hasNumber) && <span className={styles.unknown}>{t('ui.unknown')}</span>}
        {conflictsWith.length > 0 && <span className={styles.conflict}>{t('board.conflict')}</span>}
      </dd>
    </div>
  );
}

function Duration({ now: { duration, started, ended } }: { now: DurationNow }) {
  const words = usePlanWords();
  const from = started?.at ?? 0;
  const hours = useTickText((now) => words.hours(((ended?.at ?? now) - from) / HOUR_MS));
  return (
    <div className={styles.figure}>
      <dt>{words.duration(duration)}</dt>
      <dd>
        <strong ref={hours} />
      </dd>
    </div>
  );
}
