/** What can be recorded about a call: it was taken, and what became of it. */
import { z } from 'zod';
import { reportedFactsSchema } from '../incident/events.ts';
import { idSchema, paragraphSchema, storedTimedSchema } from '../values.ts';

export const callEventSchemas = {
  CallTaken: z.strictObject({
    callId: idSchema,
    received: storedTimedSchema,
    occurred: storedTimedSchema.nullable(),
    discovered: storedTimedSchema.nullable(),
    reported: reportedFactsSchema,
    disposition: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('open'), incidentId: idSchema }),
      z.strictObject({ kind: z.literal('join'), incidentId: idSchema }),
      z.strictObject({ kind: z.literal('falseAlarm'), reason: paragraphSchema }),
      z.strictObject({ kind: z.literal('duplicate'), ofCallId: idSchema, reason: paragraphSchema.nullable() }),
    ]),
  }),
} as const;

export type CallTakenPayload = z.infer<(typeof callEventSchemas)['CallTaken']>;
