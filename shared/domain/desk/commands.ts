/** Commands on the desk itself: which plan it runs, who its officers are, who is on duty. */
import { z } from 'zod';
import { idSchema, lineSchema } from '../values.ts';

export const setUpDeskSchema = z.strictObject({ type: z.literal('SetUpDesk'), planId: idSchema });

export const addOfficerSchema = z.strictObject({
  type: z.literal('AddOfficer'),
  officerId: idSchema,
  name: lineSchema,
  /** A post of the plan package, or words. */
  post: lineSchema,
});

/** Takes over a duty of the desk: 值班员 (watch) or 带班领导 (lead). */
export const takeDutySchema = z.strictObject({
  type: z.literal('TakeDuty'),
  duty: z.enum(['watch', 'lead']),
  officerId: idSchema,
});

export const deskCommandSchemas = [setUpDeskSchema, addOfficerSchema, takeDutySchema] as const;
