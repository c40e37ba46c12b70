/** A bar for each month, of what this desk owes; what others owe stands below it where there is any. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { StatisticsRow } from '#shared/contract/rows.ts';
import { monthSpan } from '#shared/domain/statistics/months.ts';
import bars from './Bars.module.css';
import type { OnShow } from './shown.ts';
import { TallyRow, totalOf } from './TallyRow.tsx';

const SIDES = ['own', 'supervised'] as const;

export function ByMonth({ row, onShow }: { row: StatisticsRow; onShow: OnShow }) {
  const t = useT();
  const { plan } = useDesk();
  const lines = row.monthly.flatMap((month) =>
    SIDES.map((side) => ({ month: month.month, side, tally: month[side] })).filter(({ tally }) => totalOf(tally) > 0),
  );
  const most = Math.max(...lines.map(({ tally }) => totalOf(tally)));
  return (
    <Panel title={t('statistics.byMonth')} aside={t('statistics.byMonthHelp')}>
      <ul className={bars.rows}>
        {lines.map(({ month, side, tally }) => (
          <TallyRow
            key={`${month} ${side}`}
            name={`${month} ${t(`statistics.${side}`)}`}
            tally={tally}
            part={{ ...monthSpan(month, plan.timeZone), side }}
            most={most}
            onShow={onShow}
          />
        ))}
      </ul>
    </Panel>
  );
}
