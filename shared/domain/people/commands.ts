/** Commands about the desk's people. */
import { z } from 'zod';
import { idSchema } from '../values.ts';

/** A PIN was set, changed or taken away; only the program can say so, once it holds the secret. */
export const recordPinSchema = z.strictObject({
  type: z.literal('RecordPin'),
  officerId: idSchema,
  what: z.enum(['set', 'reset']),
});

export const peopleCommandSchemas = [recordPinSchema] as const;
