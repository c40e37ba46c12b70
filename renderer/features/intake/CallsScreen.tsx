/** Every call as it was taken, newest first, and what became of it. */

import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfCaller, callerNumber } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import { chosenFrom, listOf } from '#shared/domain/planChoices.ts';
import type { CallRow } from '#shared/domain/rows.ts';
import { CallFiles } from './CallFiles.tsx';
import styles from './CallsScreen.module.css';

const LIMIT = 200;

export function CallsScreen() {
  const t = useT();
  const format = useFormat();
  const label = useLabel();
  const { plan } = useDesk();
  const { data: calls } = useDeskQuery({ type: 'listCalls', limit: LIMIT });
  if (calls === undefined) return null;
  if (calls.length === 0)
    return <EmptyState title={t('intake.callList.empty')}>{t('intake.callList.emptyHelp')}</EmptyState>;

  const about = ({ details }: CallRow): string =>
    plan.details
      .filter(({ group }) => group === 'where' || group === 'what')
      .flatMap((detail) => {
        const value = details[detail.id];
        if (value === undefined || value === null) return [];
        const chosen = chosenFrom(listOf(plan, detail) ?? [], value);
        return [label(chosen, value)];
      })
      .join(' ');
  const columns: Column<CallRow>[] = [
    {
      id: 'received',
      header: t('intake.callList.received'),
      cell: ({ received }) => format.timed(received, readNow()),
    },
    { id: 'source', header: t('intake.callList.source'), cell: ({ source }) => source ?? '—' },
    { id: 'about', header: t('intake.callList.about'), cell: about, grow: true },
    { id: 'became', header: t('intake.callList.became'), cell: (call) => <Became call={call} calls={calls} /> },
    { id: 'files', header: t('intake.callList.files'), cell: (call) => <CallFiles call={call} /> },
    {
      id: 'callBack',
      header: <HiddenText>{t('directory.call')}</HiddenText>,
      cell: (call) => <CallBack call={call} />,
    },
    { id: 'by', header: t('intake.callList.by'), cell: ({ actor }) => actor.name },
  ];
  return (
    <div className={styles.screen}>
      <div className={styles.panel}>
        <Table caption={t('intake.callList')} columns={columns} rows={calls} rowKey={(call) => call.callId} />
      </div>
    </div>
  );
}

/** The caller, where a number was left. */
function CallBack({ call: { details, disposition } }: { call: CallRow }) {
  const { plan } = useDesk();
  const number = callerNumber(plan, details);
  if (number === null) return null;
  const incidentId = 'incidentId' in disposition ? disposition.incidentId : null;
  return <CallButton callee={calleeOfCaller(plan, details, number)} incidentId={incidentId} />;
}

function Became({ call: { disposition }, calls }: { call: CallRow; calls: readonly CallRow[] }) {
  const t = useT();
  const format = useFormat();
  const hrefOf = useHref();
  const { data: incidents } = useDeskQuery({ type: 'listIncidents', status: 'all' });
  switch (disposition.kind) {
    case 'open':
    case 'join': {
      const { kind, incidentId } = disposition;
      const title = incidents?.find((row) => row.incidentId === incidentId)?.title ?? incidentId;
      return (
        <>
          {t(`intake.callList.${kind}`)} <a href={hrefOf({ screen: 'incident', incidentId })}>{title}</a>
        </>
      );
    }
    case 'falseAlarm':
      return t('intake.callList.falseAlarm', { reason: disposition.reason });
    case 'duplicate': {
      const of = calls.find(({ callId }) => callId === disposition.ofCallId);
      return of === undefined
        ? t('intake.callList.duplicateUnknown')
        : t('intake.callList.duplicate', { time: format.near(of.received.at, readNow()) });
    }
  }
}
