/** One list, with what brought it; each item with its state, who set it and when, and what can be done with it. */
import { memo } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { RowButton } from '#renderer/ui/RowButton.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { ChecklistItemRow, ChecklistRow, ResponseFile } from '#shared/contract/rows.ts';
import styles from './Checklist.module.css';
import { countsOf, isSettled } from './order.ts';

export type AskItem = ((item: ChecklistItemRow, what: 'assign' | 'notApplicable') => void) | null;
/** What a row needs of its file; `at` says which day it is. */
type OfFile = Pick<ResponseFile, 'incidentId' | 'tasks' | 'at'>;
type Props = OfFile & { list: ChecklistRow; onlyOpen: boolean; onAsk: AskItem };

export const Checklist = memo(function Checklist({ list, onlyOpen, ...ofFile }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const found = plan.checklists.find(({ id }) => id === list.id);
  const because = useBecause();
  const { settled, all } = countsOf(list.items);
  const shown = onlyOpen ? list.items.filter((item) => !isSettled(item)) : list.items;
  if (shown.length === 0) return null;
  return (
    <details className={styles.list} open={settled < all}>
      <summary className={styles.summary}>
        <strong>{label(found, list.id)}</strong>
        <span className={styles.quiet}>{because(list)}</span>
        <span className={styles.count}>{t('response.count', { settled, all })}</span>
      </summary>
      <ul>
        {shown.map((item) => (
          <Item
            key={item.id}
            item={item}
            label={label(
              found?.items.find(({ id }) => id === item.id),
              item.id,
            )}
            {...ofFile}
          />
        ))}
      </ul>
    </details>
  );
});

function useBecause(): (list: ChecklistRow) => string {
  const t = useT();
  const words = usePlanWords();
  return ({ because }) => {
    switch (because.kind) {
      case 'always':
        return t('response.because.always');
      case 'level':
        return t('response.because.level', { level: words.level(because.level) });
      case 'condition':
        return t('response.because.condition', { conditions: words.joined(because.conditions.map(words.condition)) });
      case 'ended':
        return t('response.because.ended');
    }
  };
}

const SIGNS: Record<ChecklistItemRow['state'], string> = { open: '○', assigned: '→', done: '✓', notApplicable: '／' };

type ItemProps = OfFile & { item: ChecklistItemRow; label: string; onAsk: AskItem };

const Item = memo(function Item({ item, label, onAsk, ...ofFile }: ItemProps) {
  const t = useT();
  const words = usePlanWords();
  const acts = useActWords();
  const settled = isSettled(item);
  return (
    <li className={classes(styles.item, settled && styles.settled)}>
      <span className={styles.sign} aria-hidden="true">
        {SIGNS[item.state]}
      </span>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>{' '}
        <span className={styles.quiet}>
          {words.joined(item.doneBy.map(acts.organisation))} · {words.clause(item.clause, item.provenance)}
        </span>
        <StateLine item={item} {...ofFile} />
      </span>
      {onAsk !== null && <ItemActs item={item} label={label} incidentId={ofFile.incidentId} onAsk={onAsk} />}
      <HiddenText>{t(`response.item.${item.state}`)}</HiddenText>
    </li>
  );
});

function StateLine({ item, tasks, at }: { item: ChecklistItemRow } & Pick<OfFile, 'tasks' | 'at'>) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  if (item.set === null) return null;
  const task = tasks.find(({ taskId }) => taskId === item.taskId);
  return (
    <span className={styles.state}>
      {t(`response.item.${item.state}`)}
      {item.state === 'assigned' && task && ` ${acts.party(task.to)}`}
      {item.state === 'assigned' && task?.dueAt && ` ${t('response.dueAt', { time: format.near(task.dueAt, at) })}`}
      {item.note && ` ${item.note}`} · {item.set.actor.name} {format.near(item.set.at, at)}
    </span>
  );
}

type ActsProps = { item: ChecklistItemRow; label: string; incidentId: string; onAsk: NonNullable<AskItem> };

/** Routine acts ask nothing; the label is in the button's name, so that it reads by itself. */
function ItemActs({ item, label, incidentId, onAsk }: ActsProps) {
  const t = useT();
  const { send, busy, failure } = useAct();
  const set = (kind: 'done' | 'reopened') =>
    void send(
      {
        type: 'SetChecklistItem',
        incidentId,
        item: item.id,
        state: { kind },
        against: item.set?.entryId ?? null,
      },
      t('response.recorded', { act: label }),
    );
  const button = (words: string, onPress: () => void) => (
    <RowButton isDisabled={busy} aria-label={`${words}：${label}`} onPress={onPress}>
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
          {item.state === 'open' && button(t('response.assign'), () => onAsk(item, 'assign'))}
          {button(t('response.notApplicable'), () => onAsk(item, 'notApplicable'))}
        </>
      )}
      {failure && <span role="alert">{failure}</span>}
    </span>
  );
}
