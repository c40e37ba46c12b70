/** What the call met, on time or how late, and what is still owed next. */
import { useEffect, useRef } from 'react';
import { clockTone } from '#renderer/app/clock/obligationClock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { rankObligations, urgencyOf } from '#shared/domain/board.ts';
import { ownUnit } from '#shared/domain/checks.ts';
import { reporterOf } from '#shared/domain/metTogether.ts';
import { MetClocks } from '../MetClocks.tsx';
import { clocksMetBy } from '../metClocks.ts';
import styles from './PhoneReport.module.css';

type Props = { file: IncidentFile; reportId: string; onNext: () => void };

export function CallRecorded({ file, reportId, onNext }: Props) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { incidentId } = file;
  const report = file.reports.find((row) => row.reportId === reportId);
  const owed = rankObligations(file.assessment.obligations).filter(
    (row) => urgencyOf(row) !== 'done' && row.to !== null && reporterOf(plan, row.owedBy) === ownUnit(plan),
  );
  const pressing = owed.filter((row) => row.state !== 'pending' && row.state !== 'open' && !row.optional);
  const byPhone = pressing.some((row) => row.form !== 'written');
  const onPaper = owed.some((row) => row.form === 'written' && row.state !== 'open');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.form} aria-labelledby="recorded-title">
      <div className={styles.fields}>
        <h2 id="recorded-title" ref={title} tabIndex={-1} className={styles.recordedTitle}>
          {t('reports.recordedTitle')}
        </h2>
        {report && (
          <>
            <p>
              {format.timed(report.sent, file.assessment.at)} {words.kind(report.kind)} →{' '}
              {words.units(report.recipients)}
              {report.receiver && ` · ${t('entries.receiver', { name: report.receiver })}`}
            </p>
            <h3 className={styles.heading}>{t('reports.met')}</h3>
            <MetClocks clocks={clocksMetBy(file, report)} />
          </>
        )}
        <h3 className={styles.heading}>{t('reports.stillOwed')}</h3>
        {pressing.length === 0 && <p className={styles.quiet}>{t('reports.nothingPressing')}</p>}
        <ul>
          {pressing.map((row) => (
            <OwedRow key={row.key} row={row} name={`${words.rule(row.rule)} → ${words.unit(row.to)}`} />
          ))}
        </ul>
      </div>
      <footer className={styles.foot}>
        {byPhone && (
          <Button variant="primary" size="l" onPress={onNext}>
            {t('reports.nextCall')}
          </Button>
        )}
        {onPaper && (
          <Button
            variant={byPhone ? 'plain' : 'primary'}
            size="l"
            onPress={() => navigate({ screen: 'report', incidentId, form: 'initial' })}
          >
            {t('board.write')}
          </Button>
        )}
        <Button size="l" kbd="F1" onPress={() => navigate({ screen: 'board' })}>
          {t('app.board')}
        </Button>
      </footer>
    </section>
  );
}

function OwedRow({ row, name }: { row: IncidentFile['assessment']['obligations'][number]; name: string }) {
  const clock = useClockWords();
  return (
    <li className={styles.owed} data-tone={clockTone(row)}>
      <span>{name}</span>
      <Ticking className={styles.owedClock} text={(now) => clock.text(row, now)} />
    </li>
  );
}
