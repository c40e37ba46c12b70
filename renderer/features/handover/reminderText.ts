/** What a reminder is about, in one line. */
import type { Translate } from '#renderer/app/i18n/translator.ts';
import type { ReminderRow } from '#shared/contract/rows.ts';

export function reminderText(row: ReminderRow, t: Translate): string {
  switch (row.kind) {
    case 'signature':
      return t('handover.signature', { name: row.signature.name });
    case 'task':
      return t('handover.task', { what: row.what, to: row.to.name });
    case 'unit':
      return t('handover.unit', { unit: row.unit.name });
    case 'instruction':
      return t('handover.instruction', { from: row.from, text: row.text });
    case 'reinforcement':
      return t('handover.request', { what: row.what });
  }
}
