/** What can be recorded about the desk itself. */
import { z } from 'zod';
import { idSchema, lineSchema } from '../values.ts';
import { planPinSchema } from '../incident/events.ts';

export const deskEventSchemas = {
  DeskSetUp: z.strictObject({ plan: planPinSchema }),
  OfficerAdded: z.strictObject({ officerId: idSchema, name: lineSchema, post: lineSchema }),
  DutyTaken: z.strictObject({ duty: z.enum(['watch', 'lead']), officerId: idSchema }),
} as const;
