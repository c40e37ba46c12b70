/** One shift; only the row that changed renders again. */
import { memo } from 'react';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { RosterFault } from '#shared/domain/roster/faults.ts';
import type { RosterShift } from '#shared/domain/roster/view.ts';
import styles from './Roster.module.css';

type Duty = 'watch' | 'lead';
type ShiftRowProps = {
  shift: RosterShift;
  watch: string;
  lead: string;
  faults: readonly RosterFault[];
  isToday: boolean;
  /** May be typed into. */
  isOpen: boolean;
  /** Id of the list of officers' names. */
  names: string;
  onType: (duty: Duty, text: string) => void;
  /** An officer of this desk. */
  isKnown: (text: string) => boolean;
};

export const ShiftRow = memo(
  function ShiftRow(props: ShiftRowProps) {
    const { shift, watch, lead, faults, isToday, isOpen, names, onType, isKnown } = props;
    const t = useT();
    const format = useFormat();
    const { date, startsAt, endsAt } = shift;
    const cell = (duty: Duty, text: string) =>
      isOpen ? (
        <input
          className={classes(styles.name, text !== '' && !isKnown(text) && styles.words)}
          list={names}
          value={text}
          maxLength={60}
          aria-label={t('roster.of', { date, start: shift.start, duty: t(`people.role.${duty}`) })}
          onChange={(event) => onType(duty, event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        text
      );
    return (
      <tr className={classes(isToday && styles.today)} aria-current={isToday ? 'date' : undefined}>
        <th scope="row">
          {date.slice(5)} {format.weekday(startsAt)}
        </th>
        <td className={styles.times}>
          {shift.start}–{format.time(endsAt)}
        </td>
        <td>{cell('watch', watch)}</td>
        <td>{cell('lead', lead)}</td>
        <td className={styles.faults}>
          {faults.map((fault) => (
            <span key={fault.kind === 'gap' ? fault.duty : fault.why}>
              {fault.kind === 'gap' ? t(`roster.gap.${fault.duty}`) : t(`roster.double.${fault.why}`)}
            </span>
          ))}
        </td>
      </tr>
    );
  },
  (a, b) =>
    a.shift === b.shift &&
    a.watch === b.watch &&
    a.lead === b.lead &&
    a.isToday === b.isToday &&
    a.isOpen === b.isOpen &&
    JSON.stringify(a.faults) === JSON.stringify(b.faults),
);
