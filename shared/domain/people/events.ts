/** What is recorded about the desk's people, in the desk's own stream. */
import { z } from 'zod';
import { idSchema } from '../values.ts';

export const peopleEventSchemas = {
  /** First set, or changed by its owner. The secret is in no log. */
  PinSet: z.strictObject({ officerId: idSchema }),
  /** Taken away by somebody entitled: its owner sets another. */
  PinReset: z.strictObject({ officerId: idSchema }),
} as const;

export type PeopleEventType = keyof typeof peopleEventSchemas;
export type PeopleEventPayload<T extends PeopleEventType> = z.infer<(typeof peopleEventSchemas)[T]>;
