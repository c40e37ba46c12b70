/** 报告与核实: what went out and came in, what was asked of us, what was signed. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import { ownUnit } from '#shared/domain/checks.ts';
import type { IncidentFile, ReportRow } from '#shared/domain/rows.ts';
import { useActs } from '../acts/useActs.ts';
import { DemandsTable } from './DemandsTable.tsx';
import styles from './ReportsTab.module.css';
import { SignedDocuments } from './SignedDocuments.tsx';
import { StrikeButton } from './StrikeButton.tsx';

export function ReportsTab({ file }: { file: IncidentFile }) {
  const t = useT();
  const acts = useActs();
  const { incidentId } = file;
  return (
    <div className={styles.column}>
      <Panel
        title={t('incident.demands')}
        aside={
          acts.may('demand') && (
            <Button onPress={() => acts.open({ kind: 'demand' })}>{t('incident.act.demand')}</Button>
          )
        }
      >
        <DemandsTable file={file} />
      </Panel>
      <Panel
        title={t('incident.reports')}
        aside={
          acts.may('report') && (
            <span className={styles.acts}>
              <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'phone' })}>
                {t('incident.phoneReport')}
              </Button>
              <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'initial' })}>
                {t('incident.initialReport')}
              </Button>
            </span>
          )
        }
      >
        <ReportsTable file={file} />
      </Panel>
      <SignedDocuments file={file} />
    </div>
  );
}

function ReportsTable({ file }: { file: IncidentFile }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { plan } = useDesk();
  if (file.reports.length === 0) return <p className={styles.quiet}>{t('incident.reports.none')}</p>;
  const columns: Column<ReportRow>[] = [
    { id: 'sent', header: t('incident.sentAt'), cell: ({ sent }) => format.timed(sent, readNow()) },
    {
      id: 'what',
      header: t('incident.report'),
      cell: ({ unit, kind, form, struck }) => {
        const text = `${words.kind(kind)} ${t(`ui.form.${form}`)}`;
        return (
          <>
            {unit !== ownUnit(plan) && `${words.unit(unit)} `}
            {struck ? <del>{text}</del> : <b>{text}</b>}
          </>
        );
      },
    },
    { id: 'to', header: t('incident.to'), grow: true, cell: ({ recipients }) => words.units(recipients) },
    {
      id: 'receiver',
      header: t('incident.receiver'),
      cell: ({ receiver, readBack }) =>
        [receiver, readBack === true ? t('entries.readBack') : null].filter(Boolean).join(' · '),
    },
    { id: 'signed', header: t('incident.signedOffBy'), cell: ({ signedOffBy }) => signedOffBy ?? '' },
    {
      id: 'met',
      header: t('incident.met'),
      cell: ({ clocksMet }) => (clocksMet.length === 0 ? '' : t('incident.metN', { n: clocksMet.length })),
    },
    {
      id: 'by',
      header: t('incident.recorded'),
      cell: ({ actor }) => <span className={styles.quiet}>{actor.name}</span>,
    },
    {
      id: 'acts',
      header: <HiddenText>{t('incident.acts')}</HiddenText>,
      cell: ({ entryId }) => <StrikeButton file={file} entryId={entryId} />,
    },
  ];
  return (
    <Table
      caption={t('incident.reports')}
      columns={columns}
      rows={file.reports.toSorted((a, b) => b.sent.at - a.sent.at)}
      rowKey={({ reportId }) => reportId}
      rowClass={({ struck }) => classes(struck && styles.struck)}
    />
  );
}
