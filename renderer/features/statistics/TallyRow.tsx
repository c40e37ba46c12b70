/**
 * One line of the drawing: a bar as long as its count, in parts by outcome, and beside it each part's shape, word and
 * number as a button that lists what is behind. Colour is never alone [ux 1].
 */
import type { ReactNode } from 'react';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import { StateShape } from '#renderer/ui/StateBadge.tsx';
import type { Tally } from '#shared/contract/rows.ts';
import { latenessCauses, type Outcome, outcomes, STATES_OF } from '#shared/domain/statistics/outcome.ts';
import type { ObligationState } from '#shared/plan/assessment.ts';
import bars from './Bars.module.css';
import type { OnShow, Part } from './shown.ts';

const SHAPE_OF: Record<Outcome, ObligationState> = {
  onTime: 'fulfilledOnTime',
  met: 'fulfilled',
  late: 'fulfilledLate',
  overdue: 'overdue',
  atOnce: 'immediate',
  waiting: 'pending',
  waived: 'waived',
  superseded: 'superseded',
};

export const countOf = ({ states }: Tally, outcome: Outcome): number =>
  STATES_OF[outcome].reduce((sum, state) => sum + states[state], 0);
export const totalOf = (tally: Tally): number => outcomes.reduce((sum, outcome) => sum + countOf(tally, outcome), 0);

type TallyRowProps = {
  /** What it counts, as it is read out and as the list is titled. */
  name: string;
  /** What is shown in its place. */
  label?: ReactNode;
  tally: Tally;
  part: Part;
  /** The largest count of the group: the full width. */
  most: number;
  onShow: OnShow;
};

export function TallyRow({ name, label = name, tally, part, most, onShow }: TallyRowProps) {
  const t = useT();
  const total = totalOf(tally);
  const parts = outcomes.map((outcome) => ({ outcome, n: countOf(tally, outcome) })).filter(({ n }) => n > 0);
  return (
    <li className={bars.row}>
      <span className={bars.name}>{label}</span>
      <button
        type="button"
        className={bars.track}
        aria-label={t('statistics.showAll', { name, n: total })}
        onClick={() => onShow({ name, part, outcome: null })}
      >
        <span className={bars.bar} style={{ width: `${(100 * total) / Math.max(1, most)}%` }}>
          {parts.map(({ outcome, n }) => (
            <span key={outcome} className={classes(bars.part, bars[outcome])} style={{ flexGrow: n }} />
          ))}
        </span>
      </button>
      <span className={bars.total}>{t('statistics.n', { n: total })}</span>
      <span className={bars.chips}>
        {parts.map(({ outcome, n }) => {
          const word = t(`statistics.outcome.${outcome}`);
          return (
            <button
              key={outcome}
              type="button"
              className={classes(bars.chip, bars[`${outcome}Text`])}
              aria-label={t('statistics.show', { name, word, n })}
              onClick={() => onShow({ name, part, outcome })}
            >
              <StateShape state={SHAPE_OF[outcome]} className={bars.shape ?? ''} />
              {word} <b>{n}</b>
            </button>
          );
        })}
        <Aside tally={tally} />
      </span>
    </li>
  );
}

/** Times and causes, in quiet words behind the numbers. */
function Aside({ tally }: { tally: Tally }) {
  const t = useT();
  const { duration } = useFormat();
  const { elapsed, lateBy, causes, supersededLate } = tally;
  const spread = ({ median, worst }: { median: number; worst: number }) => ({
    median: duration(median),
    worst: duration(worst),
  });
  const words = [
    ...latenessCauses
      .filter((cause) => causes[cause] > 0)
      .map((cause) => t('statistics.causeN', { cause: t(`statistics.cause.${cause}`), n: causes[cause] })),
    supersededLate > 0 ? t('statistics.supersededLate', { n: supersededLate }) : '',
    lateBy === null ? '' : t('statistics.lateBy', spread(lateBy)),
    elapsed === null ? '' : t('statistics.elapsed', spread(elapsed)),
  ].filter((word) => word !== '');
  if (words.length === 0) return null;
  return <span className={bars.aside}>{words.join(' · ')}</span>;
}
