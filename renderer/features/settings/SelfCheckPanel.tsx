/** The last self-check, item by item, and a button for one now: recorded in the acting officer's name. */
import { useState } from 'react';
import { runSelfCheck, type Unrecorded, useSelfCheck } from '#renderer/app/check/selfCheck.ts';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk, useDeskApi } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { errorText } from '#shared/contract/errorText.ts';
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import { type CheckId, type CheckResults, checkIds, faultsOf } from '#shared/domain/desk/selfCheck.ts';
import styles from './Settings.module.css';

type Props = { desk: DeskRow; officer: OfficerRow };

export function SelfCheckPanel({ desk, officer }: Props) {
  const t = useT();
  const api = useDeskApi();
  const { plan } = useDesk();
  const { isRunning, unrecorded } = useSelfCheck();
  const [problem, setProblem] = useState<string | null>(null);
  const results = unrecorded?.results ?? desk.selfCheck?.results ?? null;

  async function check(): Promise<void> {
    setProblem(null);
    const reply = await runSelfCheck(api, officer.officerId);
    if (reply === null) return setProblem(t('app.unreachable'));
    if (reply.kind === 'refused') return setProblem(errorText(reply.error, plan));
    if (reply.kind !== 'done') return;
    const passed = faultsOf(reply.results).length === 0;
    announce(t('settings.check.done', { result: t(passed ? 'check.passed' : 'check.failed') }));
  }

  return (
    <Panel
      title={t('settings.check')}
      aside={results && t(faultsOf(results).length === 0 ? 'check.passed' : 'check.failed')}
    >
      <div className={layout.stack}>
        <p className={styles.hint}>
          <LastCheck last={desk.selfCheck} unrecorded={unrecorded} />
        </p>
        {results && <Results results={results} />}
        <Button isDisabled={isRunning} onPress={() => void check()}>
          {t(isRunning ? 'settings.check.running' : 'settings.check.run')}
        </Button>
        {problem !== null && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
      </div>
    </Panel>
  );
}

function LastCheck({ last, unrecorded }: { last: DeskRow['selfCheck']; unrecorded: Unrecorded | null }) {
  const t = useT();
  const now = useNow();
  const format = useFormat();
  if (unrecorded !== null) return t('settings.check.unrecorded', { time: format.near(unrecorded.at, now) });
  if (last === null) return t('settings.check.never');
  const time = format.near(last.at, now);
  return last.how === 'daily'
    ? t('settings.check.daily', { time })
    : t('settings.check.byHand', { time, name: last.actor.name });
}

function Results({ results }: { results: CheckResults }) {
  const t = useT();
  const columns: Column<CheckId>[] = [
    { id: 'item', header: t('settings.check.item'), cell: (check) => t(`check.${check}`) },
    {
      id: 'result',
      header: t('settings.check.result'),
      grow: true,
      cell: (check) => <Finding {...{ check, results }} />,
    },
  ];
  return <Table caption={t('settings.check.caption')} columns={columns} rows={checkIds} rowKey={(check) => check} />;
}

/** Sign, word and what was measured. */
function Finding({ check, results }: { check: CheckId; results: CheckResults }) {
  const t = useT();
  const { fault, measured } = results[check];
  const good = check === 'backup' && measured === null ? 'noBackupYet' : check;
  const words = fault === null ? t(`check.good.${good}`) : t(`check.fault.${fault}`);
  return (
    <span className={fault === null ? undefined : styles.fault}>
      <span aria-hidden="true">{fault === null ? '✓' : '▲'}</span> {words}
      {measured && ` · ${t(`check.measured.${measured.unit}`, { n: measured.value.toLocaleString('en-US') })}`}
    </span>
  );
}
