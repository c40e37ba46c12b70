/** Commands about the roster and 零报告. */
import { z } from 'zod';
import { lineSchema } from '../values.ts';
import { dutySettingsFields, rosterEntriesSchema } from './events.ts';
import { dateSchema } from './shifts.ts';

/** Shifts as they are from now on; others stay. */
export const setRosterSchema = z.strictObject({ type: z.literal('SetRoster'), shifts: rosterEntriesSchema });

/** When the watch changes hands, and until when 零报告 is made. */
export const setDutySettingsSchema = z.strictObject({ type: z.literal('SetDutySettings'), ...dutySettingsFields });

/** 零报告 of a day was made. */
export const recordZeroReportSchema = z.strictObject({
  type: z.literal('RecordZeroReport'),
  date: dateSchema,
  to: lineSchema,
});

export const rosterCommandSchemas = [setRosterSchema, setDutySettingsSchema, recordZeroReportSchema] as const;
