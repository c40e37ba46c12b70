/** 预警行动: the plan's five blocks, each item with its state; what recurs says until when it is due [plan 3.4.3]. */
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningActionRow, WarningFile } from '#shared/contract/rows.ts';
import styles from './Actions.module.css';
import { countsOf, isSettled } from './actionRows.ts';

type Block = WarningFile['actions'][number];

export function Actions({ file }: { file: WarningFile }) {
  const t = useT();
  if (file.actions.length === 0) return null;
  const { settled, all } = countsOf(file.actions.flatMap(({ items }) => items));
  return (
    <Panel title={t('warnings.actions', { settled, all })}>
      {file.actions.map((block) => (
        <BlockItems key={block.id} block={block} at={file.at} />
      ))}
    </Panel>
  );
}

function BlockItems({ block, at }: { block: Block; at: number }) {
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
          <Item key={item.id} item={item} at={at} />
        ))}
      </ul>
    </details>
  );
}

const SIGNS: Record<WarningActionRow['state'], string> = { open: '○', assigned: '→', done: '✓', notApplicable: '／' };

function Item({ item, at }: { item: WarningActionRow; at: number }) {
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
        <State item={item} at={at} />
      </span>
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
