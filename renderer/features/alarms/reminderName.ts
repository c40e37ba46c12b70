/** What a reminder is about, by its key: the board has its row while it is open. Null for a clock. */
import type { Translate } from '#renderer/app/i18n/translator.ts';
import type { ReminderRow } from '#shared/contract/rows.ts';

export function reminderName(reminders: readonly ReminderRow[], key: string, t: Translate): string | null {
  const row = reminders.find((each) => each.key === key);
  switch (row?.kind) {
    case undefined:
      return null;
    case 'signature':
      return t('alarms.remind.signature', { name: row.signature.name });
    case 'task':
      return t('alarms.remind.task', { what: row.what, to: row.to.name });
    case 'unit':
      return t('alarms.remind.unit', { unit: row.unit.name });
    case 'instruction':
      return t('alarms.remind.instruction', { from: row.from });
    case 'reinforcement':
      return t('alarms.remind.reinforcement', { what: row.what });
  }
}
