/** What a reminder is about, by its key: the board has its row while it is open. Null for a clock. */
import type { Translate } from '#renderer/app/i18n/translator.ts';
import type { ReminderRow, WarningReminder } from '#shared/contract/rows.ts';
import { clueKey } from '#shared/domain/alarm/about.ts';
import type { AlarmGroup } from './useLiveAlarms.ts';

type Reminding = Pick<AlarmGroup, 'about' | 'reminders'>;

export function reminderName({ about, reminders }: Reminding, key: string, t: Translate): string | null {
  if (about.incidentId !== undefined) return rowName(reminders.rows, key, t);
  if (about.warningId !== undefined) return warningName(reminders.warning, key, t);
  const clue = reminders.clues.find(({ clueId }) => clueKey(clueId) === key);
  return clue === undefined ? t('alarms.remind.clueDone') : t('alarms.remind.clue', { said: shortened(clue.said) });
}

function rowName(reminders: readonly ReminderRow[], key: string, t: Translate): string | null {
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

function warningName(reminders: readonly WarningReminder[], key: string, t: Translate): string {
  const row = reminders.find((each) => each.key === key);
  switch (row?.kind) {
    case undefined:
      return t('alarms.remind.settled');
    case 'ack':
      return t('alarms.remind.ack', { who: row.what });
    case 'review':
      return t('alarms.remind.review');
    case 'action':
      return t('alarms.remind.action', { what: row.what });
  }
}

const LONGEST = 16;
const shortened = (said: string): string => {
  const [line = ''] = said.split('\n');
  const characters = Array.from(line);
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('')}…`;
};
