/** One lane as a button: the whole row opens its reasons. What is seen of it is drawn over it, for all lanes at once. */
import { memo } from 'react';
import { type ClockWords, useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { type Format, useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { Translate } from '#renderer/app/i18n/translator.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { Asked } from '../asked.ts';
import styles from './Lanes.module.css';

type Props = { row: Obligation; incidentId: string; onWhy: (asked: Asked) => void };

export const LaneRow = memo(function LaneRow({ row, incidentId, onWhy }: Props) {
  const t = useT();
  const words = usePlanWords();
  const clock = useClockWords();
  const format = useFormat();
  const name = words.rule(row.rule);
  const to = row.to === null ? '' : words.unit(row.to);
  return (
    <li>
      <button
        type="button"
        className={styles.lane}
        title={to === '' ? name : `${name} → ${to}`}
        onClick={() => onWhy({ incidentId, key: row.key })}
      >
        {spoken(row, name, to, clock, format, t)}
      </button>
    </li>
  );
});

/** The row for the ear: no countdown, but the instants behind it. */
function spoken(row: Obligation, name: string, to: string, clock: ClockWords, format: Format, t: Translate): string {
  const at = (instant: number) => format.near(instant, row.trigger);
  return [
    to === '' ? name : `${name} → ${to}`,
    clock.word(row),
    row.dueAt === null ? null : t('board.dueEnd', { time: at(row.dueAt) }),
    row.fulfilledAt === null ? null : t('board.metAt', { time: at(row.fulfilledAt) }),
    ...row.flags.map((flag) => t(`ui.flag.${flag}`)),
    row.supervised ? t('board.supervisedWord') : null,
  ]
    .filter(Boolean)
    .join(t('board.spokenJoin'));
}
