/**
 * 统计: how this desk's obligations ended, drawn by rule, month and incident; each number leads to the obligations behind
 * it. A desk counts its own file only, so live and drill never mix [rules §3].
 */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { StatisticsRow } from '#shared/contract/rows.ts';
import { Behind } from './Behind.tsx';
import { ByFirstReport } from './ByFirstReport.tsx';
import { ByIncident } from './ByIncident.tsx';
import { ByMonth } from './ByMonth.tsx';
import { ByRule } from './ByRule.tsx';
import { ByWarning } from './ByWarning.tsx';
import { type Chosen, EVERYTHING, spanOf } from './chosen.ts';
import { Filters } from './Filters.tsx';
import { Overview } from './Overview.tsx';
import styles from './Statistics.module.css';
import type { Shown } from './shown.ts';

export function StatisticsScreen() {
  const t = useT();
  const { plan } = useDesk();
  const [chosen, setChosen] = useState<Chosen>(EVERYTHING);
  const [shown, setShown] = useState<Shown | null>(null);
  const asked = spanOf(chosen, plan.timeZone);
  const query = useDeskQuery({ type: 'getStatistics', ...asked });
  return (
    <div className={styles.screen}>
      <Loaded query={query}>
        {(row) => (
          <>
            <Head row={row} />
            {row.months.length === 0 ? (
              <EmptyState title={t('statistics.none')}>{t('statistics.noneHelp')}</EmptyState>
            ) : (
              <>
                <Filters row={row} chosen={chosen} onChange={setChosen} />
                {isOwed(row) && <Overview row={row} onShow={setShown} />}
                <ByRule row={row} side="own" onShow={setShown} />
                {isOwed(row) && <ByMonth row={row} onShow={setShown} />}
                <ByIncident row={row} onShow={setShown} />
                <ByFirstReport row={row} />
                <ByWarning row={row} />
                <ByRule row={row} side="supervised" onShow={setShown} />
              </>
            )}
          </>
        )}
      </Loaded>
      {shown !== null && <Behind asked={asked} shown={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

/** A desk that only warned has nothing to show of obligations. */
const isOwed = ({ monthly, warnings }: StatisticsRow): boolean => monthly.length > 0 || warnings.months.length === 0;

/** Which desk this is of, and until when: on paper too. */
function Head({ row }: { row: StatisticsRow }) {
  const t = useT();
  const format = useFormat();
  const { desk, plan } = useDesk();
  return (
    <p className={styles.head}>
      <strong>{t('app.statistics')}</strong>
      <span className={styles.kind}>{t(`app.kind.${desk.kind}`)}</span>
      <span>{t(desk.kind === 'live' ? 'statistics.ofLive' : 'statistics.ofPractice')}</span>
      <span className={styles.quiet}>{t('statistics.upTo', { time: format.instant(row.at) })}</span>
      <span className={styles.printed}>
        {plan.title} {plan.documentNumber}
      </span>
    </p>
  );
}
