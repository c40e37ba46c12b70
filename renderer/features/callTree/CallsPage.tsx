/** One run of calls: how far it is, who is to be called now, everybody by wave. */
import { useState } from 'react';
import { CallProgress } from '#renderer/app/callTree/CallProgress.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { CallTreeFile } from '#shared/contract/rows.ts';
import { AddDialog } from './AddDialog.tsx';
import type { Asked } from './asked.ts';
import { Caller } from './Caller.tsx';
import styles from './CallTree.module.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { ShownRun } from './run.ts';
import { Waves } from './Waves.tsx';

type Props = { file: CallTreeFile; run: ShownRun };

export function CallsPage({ file, run }: Props) {
  const { readOnly } = useDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayAct = !readOnly && run.end === null;
  // Nobody chosen: whoever is next, so that one goes on from call to call.
  const step = run.steps.find(({ stepId }) => stepId === (chosen ?? run.order[0])) ?? null;
  const { subject } = file;
  return (
    <div className={styles.page}>
      <Head run={run} at={file.at} />
      <div className={styles.columns}>
        <Caller
          key={step?.stepId ?? 'nobody'}
          subject={subject}
          run={run}
          step={step}
          at={file.at}
          mayAct={mayAct}
          onChoose={setChosen}
          onAsk={setAsked}
        />
        <Waves
          run={run}
          at={file.at}
          shown={step?.stepId ?? null}
          onChoose={setChosen}
          onAdd={mayAct ? () => setAsked({ kind: 'add' }) : null}
        />
      </div>
      {asked?.kind === 'add' && <AddDialog subject={subject} run={run} onClose={() => setAsked(null)} />}
      {asked !== null && asked.kind !== 'add' && (
        <ReasonDialog
          asked={asked}
          subject={subject}
          runId={run.runId}
          onClose={() => {
            setAsked(null);
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}

function Head({ run, at }: { run: ShownRun; at: number }) {
  const t = useT();
  const label = useLabel();
  const format = useFormat();
  const words = usePlanWords();
  const { tree, total, left, answered, acknowledged, skipped, unreached, end, since } = run;
  return (
    <section className={styles.head} aria-label={label(tree)}>
      <h3 className={styles.tree}>{label(tree)}</h3>
      <strong className={left > 0 ? styles.owed : ''}>
        {left === 0 ? t('callTree.allDone', { n: total }) : t('callTree.left', { n: left, of: total })}
      </strong>
      <CallProgress counts={run} />
      <span>{t('callTree.count.answered', { n: answered })}</span>
      {unreached > 0 && <span className={styles.owed}>{t('callTree.unreached', { n: unreached })}</span>}
      {acknowledged > 0 && <span>{t('callTree.count.acknowledged', { n: acknowledged })}</span>}
      {skipped > 0 && <span>{t('callTree.count.skipped', { n: skipped })}</span>}
      <span className={styles.quiet} title={tree.note ?? undefined}>
        {t('callTree.since', { time: format.near(since.at, at) })} · {words.clause(tree.clause, tree.provenance)}
      </span>
      {end !== null && <strong>{t('callTree.isPast', { end: t(`callTree.end.${end.how}`) })}</strong>}
    </section>
  );
}
