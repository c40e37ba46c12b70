/**
 * 应急呼叫: whom to ring up for a level or a warning. Who is next stands large with the number, one key each for what came of
 * it; beside it everybody by wave, with who is calling whom. Two officers work on it at two screens at once [plan 附件6].
 */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { CallTreeFile } from '#shared/contract/rows.ts';
import { CallsPage } from './CallsPage.tsx';
import styles from './CallTree.module.css';
import type { Run } from './run.ts';

type Props = { of: 'incident' | 'warning'; id: string };

export function CallTreeScreen({ of, id }: Props) {
  const { officer } = useDesk();
  // null: the present ones, whichever they are by then.
  const [runId, setRunId] = useState<string | null>(null);
  const subject = of === 'warning' ? { warningId: id } : { incidentId: id };
  const query = useDeskQuery({
    type: 'getCallTree',
    subject,
    officerId: officer.officerId,
    ...(runId !== null && { runId }),
  });
  return <Loaded query={query}>{(file) => <Calls file={file} onRun={setRunId} />}</Loaded>;
}

function Calls({ file, onRun }: { file: CallTreeFile; onRun: (runId: string | null) => void }) {
  const { run } = file;
  return (
    <div className={styles.screen}>
      <Title file={file} onRun={onRun} />
      {run === null ? <Nobody /> : <CallsPage key={run.runId} file={file} run={run} />}
    </div>
  );
}

function Nobody() {
  const t = useT();
  return <EmptyState title={t('callTree.none')}>{t('callTree.noneWhy')}</EmptyState>;
}

function Title({ file, onRun }: { file: CallTreeFile; onRun: (runId: string | null) => void }) {
  const t = useT();
  const hrefOf = useHref();
  const { subject, title, run, runs } = file;
  const { readOnly } = useDesk();
  const words = useRunWords();
  return (
    <div className={styles.bar}>
      <h2 className={styles.title}>
        <a
          href={hrefOf(
            'warningId' in subject
              ? { screen: 'warning', warningId: subject.warningId }
              : { screen: 'incident', incidentId: subject.incidentId },
          )}
        >
          {title}
        </a>
      </h2>
      {!readOnly && run?.end === null && <p className={styles.keys}>{t('callTree.keys')}</p>}
      {runs.length > 1 && (
        <Select
          className={styles.runs ?? ''}
          label={t('callTree.runs')}
          choices={runs.toReversed().map((each) => ({ id: each.runId, label: words(each) }))}
          value={run?.runId ?? null}
          onChange={(id) => onRun(runs.find(({ runId }) => runId === id)?.end === null ? null : id)}
        />
      )}
    </div>
  );
}

function useRunWords(): (run: Run) => string {
  const t = useT();
  const label = useLabel();
  return ({ tree, end, answered, total }) =>
    end === null
      ? t('callTree.present', { tree: label(tree), answered, total })
      : t('callTree.past', { tree: label(tree), end: t(`callTree.end.${end.how}`), answered, total });
}
