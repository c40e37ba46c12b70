/** Commands about the desk's people. */
import { z } from 'zod';
import { idSchema, lineSchema } from '../values.ts';
import { idleMinutesSchema } from './lock.ts';
import { rolesSchema } from './roles.ts';

/** A PIN was set, changed or taken away; only the program can say so, once it holds the secret. */
export const recordPinSchema = z.strictObject({
  type: z.literal('RecordPin'),
  officerId: idSchema,
  what: z.enum(['set', 'reset']),
});

export const setRolesSchema = z.strictObject({
  type: z.literal('SetRoles'),
  officerId: idSchema,
  /** All of them each time. */
  roles: rolesSchema,
});

/** When a screen locks by itself, and whether everybody needs a PIN. */
export const setLockSettingsSchema = z.strictObject({
  type: z.literal('SetLockSettings'),
  idleMinutes: idleMinutesSchema,
  pinRequired: z.boolean(),
});

/** A call taken at a locked screen gets the name of who took it. */
export const claimCallSchema = z.strictObject({ type: z.literal('ClaimCall'), callId: idSchema });

/** Somebody left the office: offered nowhere any more. */
export const retireOfficerSchema = z.strictObject({
  type: z.literal('RetireOfficer'),
  officerId: idSchema,
  reason: lineSchema.optional(),
});

/** Somebody who had left is back. */
export const reinstateOfficerSchema = z.strictObject({ type: z.literal('ReinstateOfficer'), officerId: idSchema });

export const peopleCommandSchemas = [
  recordPinSchema,
  setRolesSchema,
  setLockSettingsSchema,
  claimCallSchema,
  retireOfficerSchema,
  reinstateOfficerSchema,
] as const;
