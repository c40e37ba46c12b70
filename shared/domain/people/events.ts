/** What is recorded about the desk's people, in the desk's own stream. */
import { z } from 'zod';
import { idSchema, lineSchema } from '../values.ts';
import { idleMinutesSchema } from './lock.ts';
import { rolesSchema } from './roles.ts';

export const peopleEventSchemas = {
  /** First set, or changed by its owner. The secret is in no log. */
  PinSet: z.strictObject({ officerId: idSchema }),
  /** Taken away by somebody entitled: its owner sets another. */
  RolesSet: z.strictObject({ officerId: idSchema, roles: rolesSchema }),
  /** When a screen locks by itself (null: never), and whether everybody needs a PIN. */
  LockSettingsSet: z.strictObject({ idleMinutes: idleMinutesSchema, pinRequired: z.boolean() }),
  /** At a locked screen: nobody's name stands on it yet. */
  UnnamedCallTaken: z.strictObject({ callId: idSchema }),
  CallClaimed: z.strictObject({ callId: idSchema }),
  PinReset: z.strictObject({ officerId: idSchema }),
  /** Left the office. The name as it was, so that the line reads by itself. */
  OfficerRetired: z.strictObject({ officerId: idSchema, name: lineSchema, reason: lineSchema.nullable() }),
  OfficerReinstated: z.strictObject({ officerId: idSchema, name: lineSchema }),
} as const;

export type PeopleEventType = keyof typeof peopleEventSchemas;
export type PeopleEventPayload<T extends PeopleEventType> = z.infer<(typeof peopleEventSchemas)[T]>;
