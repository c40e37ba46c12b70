/** What is recorded about who is to be on duty when, and about 零报告. */
import { z } from 'zod';
import { idSchema, lineSchema } from '../values.ts';
import { dateSchema, startSchema } from './shifts.ts';

/** An officer of this desk, or a name that is none yet; null: nobody. */
export const rosterPersonSchema = z
  .union([z.strictObject({ officerId: idSchema }), z.strictObject({ name: lineSchema })])
  .nullable();
export type RosterPerson = z.infer<typeof rosterPersonSchema>;

/** Half a year of three shifts a day. */
const MOST_SHIFTS = 600;
export const rosterEntriesSchema = z
  .array(
    z.strictObject({
      date: dateSchema,
      start: startSchema,
      watch: rosterPersonSchema,
      lead: rosterPersonSchema,
    }),
  )
  .min(1)
  .max(MOST_SHIFTS);
export type RosterEntry = z.infer<typeof rosterEntriesSchema>[number];

const isAscending = (starts: readonly string[]): boolean =>
  starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? ''));

export const dutySettingsFields = {
  /** When the watch changes hands. */
  starts: z
    .array(startSchema)
    .min(1)
    .max(4)
    .refine(isAscending, { params: { code: 'notAscending' } }),
  /** Until when 零报告 is made each day; null: not at all. */
  zeroReportBy: startSchema.nullable(),
};

export const rosterEventSchemas = {
  RosterSet: z.strictObject({ shifts: rosterEntriesSchema }),
  DutySettingsSet: z.strictObject(dutySettingsFields),
  /** 零报告: nothing happened. A custom of the trade, not of the plan. */
  ZeroReported: z.strictObject({ date: dateSchema, to: lineSchema }),
} as const;

export type RosterEventType = keyof typeof rosterEventSchemas;
export type RosterEventPayload<T extends RosterEventType> = z.infer<(typeof rosterEventSchemas)[T]>;
