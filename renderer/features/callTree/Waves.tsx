/** Everybody by wave, in the plan's order: how each stands, who is calling, when it was. Choosing one brings it forward. */
import { useEffect, useRef } from 'react';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { CallStepRow } from '#shared/contract/rows.ts';
import styles from './CallTree.module.css';
import type { ShownRun } from './run.ts';
import { StepState } from './StepState.tsx';

type Props = {
  run: ShownRun;
  at: number;
  shown: string | null;
  onChoose: (stepId: string) => void;
  /** null: nothing can be added. */
  onAdd: (() => void) | null;
};

export function Waves({ run, at, shown, onChoose, onAdd }: Props) {
  const t = useT();
  const waves = [...new Set(run.steps.map(({ wave }) => wave))];
  return (
    <Panel
      className={styles.list ?? ''}
      title={t('callTree.list')}
      aside={onAdd !== null && <Button onPress={onAdd}>{t('callTree.add')}</Button>}
    >
      {waves.map((wave, index) => (
        <Wave
          key={wave}
          n={index + 1}
          steps={run.steps.filter((step) => step.wave === wave)}
          at={at}
          shown={shown}
          onChoose={onChoose}
        />
      ))}
    </Panel>
  );
}

type WaveProps = Pick<Props, 'at' | 'shown' | 'onChoose'> & { n: number; steps: readonly CallStepRow[] };

function Wave({ n, steps, at, shown, onChoose }: WaveProps) {
  const t = useT();
  const left = steps.filter(({ state }) => state === 'left').length;
  return (
    <section aria-label={t('callTree.wave', { n })} className={styles.wave}>
      <h4 className={styles.waveName}>
        {t('callTree.wave', { n })} {left > 0 && <span>{t('callTree.waveLeft', { n: left })}</span>}
      </h4>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step.stepId}>
            <StepButton step={step} at={at} isShown={step.stepId === shown} onPress={() => onChoose(step.stepId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type StepProps = { step: CallStepRow; at: number; isShown: boolean; onPress: () => void };

function StepButton({ step, at, isShown, onPress }: StepProps) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  // Moved by the arrow keys from the other side.
  useEffect(() => {
    if (isShown) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const label = useLabel();
  const said = useSaid(step, at);
  const who = label(step.who);
  return (
    <button
      ref={button}
      type="button"
      className={classes(styles.step, step.state !== 'left' && styles.over)}
      aria-current={isShown}
      onClick={onPress}
    >
      <span className={styles.who} title={who}>
        {who}
      </span>
      <span className={styles.line}>
        <StepState step={step} />
        {said !== null && <span className={styles.quiet}>{said}</span>}
        {step.owesAcknowledgement && step.state === 'answered' && (
          <strong className={styles.owed}>{t('callTree.owes')}</strong>
        )}
      </span>
    </button>
  );
}

/** Who is at it, or by whom and when it came to what it is. */
function useSaid({ state, claim, tries, skipped, acknowledged }: CallStepRow, at: number): string | null {
  const t = useT();
  const format = useFormat();
  const by = (name: string, time: number) => t('callTree.by', { name, time: format.near(time, at) });
  const last = tries.at(-1);
  switch (state) {
    case 'answered':
      if (last === undefined) return null;
      return last.answeredBy === null ? format.near(last.at.at, at) : by(last.answeredBy, last.at.at);
    case 'acknowledged':
      return acknowledged && by(acknowledged.person, acknowledged.at);
    case 'skipped':
      return skipped && skipped.reason;
    case 'left': {
      if (claim !== null) return claim.name;
      if (last === undefined) return null;
      const result = t(`callTree.${last.result}`);
      return t('callTree.tries', { time: format.near(last.at.at, at), result, n: tries.length });
    }
  }
}
