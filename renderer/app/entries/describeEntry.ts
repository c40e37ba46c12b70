/**
 * A log entry as one sentence, for the board's latest list, an incident's log and the desk's log alike. What the entry
 * does is the sentence; who said so, who received it and the like follow as quiet parts.
 */
import type { LogRow } from '#shared/domain/rows.ts';
import type { TextPart } from '../i18n/template.ts';
import { alarmDescriptions } from './describeAlarm.ts';
import { deskDescriptions } from './describeDesk.ts';
import { directoryDescriptions } from './describeDirectory.ts';
import { incidentDescriptions } from './describeIncident.ts';
import { warningDescriptions } from './describeWarning.ts';
import type { Description, Descriptions, EntryContext, EntryType } from './entryTypes.ts';

export const descriptions: Descriptions<EntryType> = {
  ...incidentDescriptions,
  ...deskDescriptions,
  ...directoryDescriptions,
  ...warningDescriptions,
  ...alarmDescriptions,
};

const isKnown = (type: string): type is EntryType => Object.hasOwn(descriptions, type);

export function describeEntry(row: LogRow, context: EntryContext): TextPart[] {
  if (!isKnown(row.type)) return context.t.parts('entries.unknown', { type: row.type });
  const describe = descriptions[row.type] as (payload: unknown, context: EntryContext, row: LogRow) => Description;
  const { sentence, aside } = describe(row.payload, context, row);
  const quiet = aside.filter((text) => text !== null && text !== '').join(' · ');
  return quiet === '' ? sentence : [...sentence, { text: ` ${quiet}`, strong: false, quiet: true }];
}

export const entryText = (row: LogRow, context: EntryContext): string =>
  describeEntry(row, context)
    .map((part) => part.text)
    .join('');
