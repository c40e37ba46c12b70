/** Who is to be called now: name, what about, number as large as it can be read off; what came of it by one key. */
import { useEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { CallStepRow } from '#shared/contract/rows.ts';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import type { PhoneResult } from '#shared/domain/directory/events.ts';
import type { Asked } from './asked.ts';
import { CallActs } from './CallActs.tsx';
import { CallFields } from './CallFields.tsx';
import styles from './CallTree.module.css';
import { type CallFault, type CallForm, callCommand, callFault, hasUntried, newCall, nextNumber } from './callForm.ts';
import { Numbers } from './Numbers.tsx';
import type { ShownRun } from './run.ts';
import { StepHistory } from './StepHistory.tsx';
import { StepState } from './StepState.tsx';
import { useCallKeys } from './useCallKeys.ts';

type Props = {
  subject: CallSubject;
  run: ShownRun;
  /** null: nobody is to be called by this officer. */
  step: CallStepRow | null;
  at: number;
  mayAct: boolean;
  /** null: whoever is next. */
  onChoose: (stepId: string | null) => void;
  onAsk: (asked: Asked) => void;
};

export function Caller(props: Props) {
  const t = useT();
  const { step, run } = props;
  if (step !== null) return <Called {...props} step={step} />;
  const isDone = run.left === 0;
  return (
    <Panel title={t('callTree.now')} className={styles.caller ?? ''}>
      <EmptyState title={t('callTree.everybody')}>
        {t(isDone ? 'callTree.everybodyDone' : 'callTree.everybodyTaken')}
      </EmptyState>
    </Panel>
  );
}

function Called({ subject, run, step, at, mayAct, onChoose, onAsk }: Props & { step: CallStepRow }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { officer } = useDesk();
  const { send, busy, failure } = useAct();
  const { form, change, draft } = useForm(`callTree/${run.runId}/${step.stepId}`, newCall);
  const [fault, setFault] = useState<CallFault | null>(null);
  const who = label(step.who);
  const on = { subject, runId: run.runId, stepId: step.stepId };
  const isLeft = step.state === 'left' || step.state === 'acknowledged';
  const isMine = step.claim?.officerId === officer.officerId;
  const panel = useFocusKept();

  async function record(result: PhoneResult): Promise<void> {
    const found = callFault(form, step, result);
    setFault(found);
    if (found !== null) return announce(t(`callTree.${found}`), 'assertive');
    const isRecorded = await send(
      callCommand({ subject, runId: run.runId, step, form, result }),
      t('callTree.recorded', { who, result: t(`callTree.${result}`) }),
    );
    if (!isRecorded) return;
    // In vain, and another number is known: the same one is tried there first.
    const stays = result !== 'answered' && hasUntried(form, step);
    draft.discard();
    onChoose(stays ? step.stepId : null);
  }
  async function claim(): Promise<void> {
    // Whoever is chosen by hand stays chosen; another officer's call in between takes nobody's page away.
    onChoose(step.stepId);
    if (isMine) await send({ type: 'ReleaseCallStep', ...on }, t('callTree.released', { who }));
    else await send({ type: 'ClaimCallStep', ...on }, t('callTree.claimed', { who }));
  }
  async function takeOver(): Promise<void> {
    const from = step.claim?.officerId ?? '';
    onChoose(step.stepId);
    await send({ type: 'ClaimCallStep', ...on, from }, t('callTree.claimed', { who }));
  }
  /** Whoever types is at this call: it does not go from under the hands when another officer takes it. */
  function edit(changed: Partial<CallForm>): void {
    onChoose(step.stepId);
    change(changed);
  }
  const dialNext = () => edit({ number: nextNumber(form, step) });
  function move(by: 1 | -1): void {
    const ids = run.steps.map(({ stepId }) => stepId);
    const next = ids[(ids.indexOf(step.stepId) + by + ids.length) % ids.length];
    if (next !== undefined) onChoose(next);
  }
  useCallKeys((key) => {
    if (key === 'up' || key === 'down') return move(key === 'up' ? -1 : 1);
    if (!mayAct || !isLeft || busy) return;
    if (key === 'nextNumber') return dialNext();
    if (key === 'claim') return void claim();
    return void record(key);
  });

  return (
    <div className={styles.caller} ref={panel} tabIndex={-1}>
      <Panel title={t('callTree.now')} aside={<StepState step={step} />}>
        <h3 className={styles.name}>{who}</h3>
        <p>
          {step.what !== null && <span className={styles.what}>{label(step.what)}</span>}{' '}
          <span className={styles.quiet}>
            {step.clause !== null && step.provenance !== null && words.clause(step.clause, step.provenance)}
            {step.addedBy !== null && t('callTree.added', { name: step.addedBy.name })}
          </span>
        </p>
        <Numbers step={step} at={at} form={form} change={edit} />
        <Claimed step={step} at={at} isMine={isMine} />
        {mayAct && isLeft && (
          <>
            <CallActs
              holder={isMine ? 'me' : step.claim === null ? null : 'other'}
              busy={busy}
              onClaim={() => void claim()}
              onTakeOver={() => void takeOver()}
              onNextNumber={step.numbers.length > 1 ? dialNext : null}
              onResult={(result) => void record(result)}
            />
            <CallFields step={step} form={form} change={edit} />
          </>
        )}
        {(failure ?? fault) !== null && (
          <p role="alert" className={styles.failure}>
            {fault === null ? failure : t(`callTree.${fault}`)}
          </p>
        )}
        {mayAct && (
          <p className={styles.acts}>
            {step.state === 'left' && (
              <Button variant="quiet" onPress={() => onAsk({ kind: 'skip', step })}>
                {t('callTree.skip')}
              </Button>
            )}
            {(step.state === 'answered' || step.state === 'skipped') && (
              <Button variant="quiet" onPress={() => onAsk({ kind: 'reopen', step })}>
                {t('callTree.reopen')}
              </Button>
            )}
          </p>
        )}
        <StepHistory step={step} at={at} />
      </Panel>
    </div>
  );
}

/** The next call comes into the same place: whoever had the keyboard there keeps it there. */
function useFocusKept() {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, []);
  return panel;
}

function Claimed({ step: { claim, againAt }, at, isMine }: { step: CallStepRow; at: number; isMine: boolean }) {
  const t = useT();
  const format = useFormat();
  if (claim !== null) {
    const time = format.near(claim.until, at);
    return (
      <p className={styles.claimed}>
        {isMine ? t('callTree.mine', { time }) : t('callTree.theirs', { name: claim.name, time })}
      </p>
    );
  }
  if (againAt === null || againAt <= at) return null;
  return <p className={styles.quiet}>{t('callTree.waits', { time: format.near(againAt, at) })}</p>;
}
