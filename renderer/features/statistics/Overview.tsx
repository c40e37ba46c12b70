/** What this desk owes and what it follows, each as one bar; why it was late; how long the first reports took. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { FirstReports, Spread, StatisticsRow } from '#shared/contract/rows.ts';
import { latenessCauses } from '#shared/domain/statistics/outcome.ts';
import bars from './Bars.module.css';
import { useFirstValues } from './firstValues.ts';
import styles from './Statistics.module.css';
import type { OnShow } from './shown.ts';
import { countOf, TallyRow, totalOf } from './TallyRow.tsx';

const SIDES = ['own', 'supervised'] as const;
const FIRST: readonly Exclude<keyof FirstReports, 'keysToReport'>[] = [
  'receiptToPhone',
  'receiptToWritten',
  'intakeToReport',
];

export function Overview({ row, onShow }: { row: StatisticsRow; onShow: OnShow }) {
  const t = useT();
  const most = Math.max(totalOf(row.own), totalOf(row.supervised));
  return (
    <Panel title={t('statistics.overview')} aside={t('statistics.metHelp')}>
      <ul className={bars.rows}>
        {SIDES.map((side) => (
          <TallyRow
            key={side}
            name={t(`statistics.${side}`)}
            tally={row[side]}
            part={{ side }}
            most={most}
            onShow={onShow}
          />
        ))}
      </ul>
      <dl className={styles.facts}>
        <OnTime row={row} />
        <Causes row={row} />
        {FIRST.map((key) => (
          <FirstReport key={key} of={key} spread={row.first[key]} />
        ))}
        <FirstKeys first={row.first} />
      </dl>
    </Panel>
  );
}

function OnTime({ row: { own } }: { row: StatisticsRow }) {
  const t = useT();
  const onTime = countOf(own, 'onTime');
  return (
    <div>
      <dt>{t('statistics.own')}</dt>
      <dd>{t('statistics.onTimeOf', { n: onTime, of: onTime + countOf(own, 'late') })}</dd>
    </div>
  );
}

function Causes({ row: { own } }: { row: StatisticsRow }) {
  const t = useT();
  const isAny = latenessCauses.some((cause) => own.causes[cause] > 0);
  return (
    <div>
      <dt>{t('statistics.causes')}</dt>
      {!isAny && <dd>{t('statistics.noLate')}</dd>}
      {isAny &&
        latenessCauses.map((cause) => (
          <dd key={cause}>{t('statistics.causeN', { cause: t(`statistics.cause.${cause}`), n: own.causes[cause] })}</dd>
        ))}
    </div>
  );
}

function FirstReport({ of, spread }: { of: (typeof FIRST)[number]; spread: Spread | null }) {
  const t = useT();
  const { minutes } = useFirstValues();
  return (
    <div>
      <dt>{t(`statistics.first.${of}`)}</dt>
      <dd>
        {spread === null
          ? t('statistics.notYet')
          : t('statistics.firstValue', {
              median: minutes(spread.median),
              worst: minutes(spread.worst),
              n: spread.n,
            })}
      </dd>
    </div>
  );
}

function FirstKeys({ first }: { first: StatisticsRow['first'] }) {
  const t = useT();
  const { keys } = useFirstValues();
  const { intakeToReport, keysToReport } = first;
  const said = (n: number | null) => keys({ intakeToReport: intakeToReport?.median ?? null, keysToReport: n });
  return (
    <div>
      <dt>{t('statistics.first.keysToReport')}</dt>
      <dd>
        {keysToReport === null
          ? said(null)
          : t('statistics.firstKeys', {
              median: said(keysToReport.median),
              worst: said(keysToReport.worst),
              n: keysToReport.n,
            })}
      </dd>
    </div>
  );
}
