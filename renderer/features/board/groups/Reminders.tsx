/**
 * What is to be kept in sight besides the clocks: open 补签, overdue tasks, units called and not there, 批示 and requests
 * for reinforcement without an answer. A band of its own below the statutory clocks, never mixed with them.
 */

import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useSignatureWords } from '#renderer/app/act/useSignatureWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import type { Route } from '#renderer/app/routes/route.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { ReminderRow } from '#shared/contract/rows.ts';
import styles from './Reminders.module.css';

/** Open 补签 stay in sight until they are done, however many tasks are late; of the others the first ones are shown. */
const MOST = 4;
const LEAST_OTHERS = 2;

export function shownReminders(reminders: readonly ReminderRow[]): ReminderRow[] {
  const signatures = reminders.filter(({ kind }) => kind === 'signature');
  const others = reminders.filter(({ kind }) => kind !== 'signature');
  return [...others.slice(0, Math.max(LEAST_OTHERS, MOST - signatures.length)), ...signatures];
}

export function Reminders({ reminders }: { reminders: readonly ReminderRow[] }) {
  const t = useT();
  const hrefOf = useHref();
  const [first] = reminders;
  if (first === undefined) return null;
  const shown = shownReminders(reminders);
  const more = reminders.length - shown.length;
  return (
    <section className={styles.band} aria-label={t('groups.reminders')}>
      <h2 className={styles.title}>{t('groups.reminders')}</h2>
      <ul className={styles.list}>
        {shown.map((row) => (
          <Reminder key={row.key} row={row} />
        ))}
      </ul>
      {more > 0 && (
        <a href={hrefOf({ screen: 'groups', incidentId: first.incidentId })}>
          {t('groups.moreReminders', { n: more })}
        </a>
      )}
    </section>
  );
}

function Reminder({ row }: { row: ReminderRow }) {
  const hrefOf = useHref();
  const words = useReminderWords();
  const { what, late, time } = words(row);
  return (
    <li className={classes(styles.item, late && styles.late)}>
      <a className={styles.link} title={`${row.incidentTitle}：${what}`} href={hrefOf(placeOf(row))}>
        {what}
      </a>
      <Ticking text={time} className={styles.time} />
    </li>
  );
}

/** Where it is signed, answered or reported. */
export function placeOf({ kind, incidentId }: Pick<ReminderRow, 'kind' | 'incidentId'>): Route {
  switch (kind) {
    case 'signature':
    case 'reinforcement':
      return { screen: 'response', incidentId };
    case 'task':
      return { screen: 'groups', incidentId };
    case 'unit':
      return { screen: 'groups', incidentId, tab: 'units' };
    case 'instruction':
      return { screen: 'groups', incidentId, tab: 'instructions' };
  }
}

type Said = { what: string; late: boolean; time: (now: number) => string };

function useReminderWords(): (row: ReminderRow) => Said {
  const t = useT();
  const format = useFormat();
  const signed = useSignatureWords();
  const acts = useActWords();
  return (row) => {
    switch (row.kind) {
      case 'signature':
        return {
          what: t('groups.reminder.signature', { what: signed(row.signature) }),
          late: false,
          time: (now) => format.span(row.signature.decidedAt, now),
        };
      case 'task':
        return {
          what: `${row.what} → ${acts.party(row.to)}`,
          late: row.overdue,
          time: (now) =>
            now > row.dueAt
              ? t('groups.lateBy', { time: format.span(row.dueAt, now) })
              : t('groups.left', { time: format.span(now, row.dueAt) }),
        };
      case 'unit':
        return {
          what: t('groups.reminder.unit', { unit: acts.unit(row.unit) }),
          late: false,
          time: (now) => format.span(row.since, now),
        };
      case 'instruction':
        return {
          what: t('groups.reminder.instruction', { from: row.from, text: row.text }),
          late: false,
          time: (now) => format.span(row.since, now),
        };
      case 'reinforcement':
        return {
          what: t('groups.reminder.reinforcement', { to: acts.organisation(row.to), what: row.what }),
          late: false,
          time: (now) => format.span(row.since, now),
        };
    }
  };
}
