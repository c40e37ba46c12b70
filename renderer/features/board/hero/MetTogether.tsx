/** What the same call or paper to the same recipient meets besides: offered together, recorded once. */
import { useMemo } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { offersFor, suggestReport } from '#shared/domain/report/reportOffer.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import styles from './Hero.module.css';

export function MetTogether({ incident, row }: { incident: IncidentRow; row: Obligation }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const others = useMemo(() => {
    if (row.to === null) return [];
    const choice = suggestReport(plan, incident, row.form === 'written' ? 'written' : 'phone', row);
    const offer = offersFor(plan, incident.assessment.obligations, choice).find(({ to }) => to === row.to);
    return offer?.rows.filter((other) => other.key !== row.key) ?? [];
  }, [plan, incident, row]);
  if (others.length === 0) return null;
  return (
    <p className={styles.together}>
      <span className={styles.togetherWord}>
        {t(row.form === 'written' ? 'board.togetherWritten' : 'board.togetherPhone')}
      </span>
      {others.map((other) => (
        <span key={other.key} className={styles.offer}>
          ✓ {words.rule(other.rule)}
        </span>
      ))}
    </p>
  );
}
