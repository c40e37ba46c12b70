/** A bar for each rule anything came of, in the plan's order; this desk's own and those of others in panels of their own. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { Sides, StatisticsRow } from '#shared/contract/rows.ts';
import bars from './Bars.module.css';
import type { OnShow } from './shown.ts';
import { TallyRow, totalOf } from './TallyRow.tsx';

export function ByRule({ row, side, onShow }: { row: StatisticsRow; side: keyof Sides; onShow: OnShow }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const rules = row.rules.filter((one) => one.side === side);
  const most = Math.max(...rules.map(({ tally }) => totalOf(tally)));
  if (rules.length === 0) return null;
  return (
    <Panel title={t(side === 'own' ? 'statistics.byRule' : 'statistics.byRuleSupervised')}>
      <ul className={bars.rows}>
        {rules.map(({ planId, rule, tally }) => (
          <TallyRow
            key={`${planId} ${rule}`}
            name={planId === plan.id ? `${rule} ${words.rule(rule)}` : `${rule} ${planId}`}
            tally={tally}
            part={{ planId, rule, side }}
            most={most}
            onShow={onShow}
          />
        ))}
      </ul>
    </Panel>
  );
}
