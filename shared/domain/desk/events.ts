/** What can be recorded about the desk itself. */
import { z } from 'zod';
import { planPinSchema } from '../incident/events.ts';
import { idSchema, lineSchema } from '../values.ts';

export const deskEventSchemas = {
  DeskSetUp: z.strictObject({ plan: planPinSchema }),
  OfficerAdded: z.strictObject({ officerId: idSchema, name: lineSchema, post: lineSchema }),
  DutyTaken: z.strictObject({ duty: z.enum(['watch', 'lead']), officerId: idSchema }),
} as const;

export type DeskEventType = keyof typeof deskEventSchemas;
export type DeskEventPayload<T extends DeskEventType> = z.infer<(typeof deskEventSchemas)[T]>;
