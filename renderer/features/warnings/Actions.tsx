/** 预警行动: the plan's five blocks, each item with its state; what recurs says until when it is due [plan 3.4.3]. */
import { useAct } from '#renderer/app/act/useAct.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import type { WarningActionRow, WarningFile } from '#shared/contract/rows.ts';
import styles from './Actions.module.css';
import { countsOf, isSettled } from './actionRows.ts';
import type { Ask } from './asked.ts';

type Block = WarningFile['actions'][number];

type Props = { file: WarningFile; ask: Ask };

export function Actions({ file, ask }: Props) {
  const t = useT();
  if (file.actions.length === 0) return null;
  const { settled, all } = countsOf(file.actions.flatMap(({ items }) => items));
  return (
    <Panel title={t('warnings.actions', { settled, all })}>
      {file.actions.map((block) => (
        <BlockItems key={block.id} block={block} file={file} ask={ask} />
      ))}
    </Panel>
  );
}

function BlockItems({ block, file, ask }: Props & { block: Block }) {
  const t = useT();
  const label = useLabel();
  const { settled, all } = countsOf(block.items);
  return (
    <details className={styles.block} open>
      <summary className={styles.summary}>
        <strong>{label(block)}</strong>
        <span className={styles.quiet}>{block.clause}</span>
        <span className={styles.count}>{t('warnings.count', { settled, all })}</span>
      </summary>
      <ul>
        {block.items.map((item) => (
          <Item key={item.id} item={item} file={file} ask={ask} />
        ))}
      </ul>
    </details>
  );
}

const SIGNS: Record<WarningActionRow['state'], string> = { open: '○', assigned: '→', done: '✓', notApplicable: '／' };

function Item({ item, file, ask }: Props & { item: WarningActionRow }) {
  const canAct = ask !== null && file.stage === 'issued';
  const label = useLabel();
  const plan = usePlanWords();
  const acts = useActWords();
  return (
    <li className={classes(styles.item, isSettled(item) && styles.settled)}>
      <span aria-hidden="true">{SIGNS[item.state]}</span>
      <span>
        <span className={styles.label}>{label(item)}</span>{' '}
        <span className={styles.quiet}>
          {plan.joined(item.doneBy.map(acts.organisation))} · {plan.clause(item.clause, item.provenance)}
        </span>
        <State item={item} at={file.at} />
      </span>
      {canAct && <ItemActs item={item} warningId={file.warningId} ask={ask} />}
    </li>
  );
}

function State({ item, at }: { item: WarningActionRow; at: number }) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const { state, to, dueAt, overdue, note, set, everyHours, until, missed } = item;
  const said = [
    t(`response.item.${state}`),
    to !== null && acts.unit(to),
    note,
    set !== null && `${set.actor.name} ${format.near(set.at, at)}`,
  ];
  return (
    <span className={styles.state}>
      {said.filter(Boolean).join(' · ')}
      {dueAt !== null && (
        <span className={overdue ? styles.late : undefined}>
          {' '}
          {t(overdue ? 'warnings.overdueSince' : 'warnings.dueAt', { time: format.near(dueAt, at) })}
        </span>
      )}
      {everyHours !== null && (
        <span className={missed > 0 ? styles.late : undefined}>
          {' '}
          {t('warnings.everyHours', { n: everyHours, time: until === null ? '' : format.near(until, at) })}
          {missed > 0 && ` · ${t('warnings.missed', { n: missed })}`}
        </span>
      )}
    </span>
  );
}

type ActsProps = { item: WarningActionRow; warningId: string; ask: NonNullable<Ask> };

/** Routine acts ask nothing; the label is in the button's name, so that it reads by itself. */
function ItemActs({ item, warningId, ask }: ActsProps) {
  const t = useT();
  const label = useLabel();
  const { send, busy, failure } = useAct();
  const name = label(item);
  const set = (kind: 'done' | 'reopened') =>
    void send(
      { type: 'SetWarningAction', warningId, item: item.id, state: { kind } },
      t('response.recorded', { act: name }),
    );
  const button = (words: string, onPress: () => void) => (
    <RowButton isDisabled={busy} aria-label={`${words}：${name}`} onPress={onPress}>
      {words}
    </RowButton>
  );
  return (
    <span className={styles.acts}>
      {isSettled(item) ? (
        button(t('response.reopen'), () => set('reopened'))
      ) : (
        <>
          {button(t('response.done'), () => set('done'))}
          {button(t('response.assign'), () => ask({ kind: 'assign', item }))}
          {button(t('response.notApplicable'), () => ask({ kind: 'notApplicable', item }))}
        </>
      )}
      {failure && <span role="alert">{failure}</span>}
    </span>
  );
}
