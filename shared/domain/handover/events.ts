/** The watch changed hands: two people, one entry, with what was on the table in a digest. */
import { z } from 'zod';
import { idSchema, paragraphSchema } from '../values.ts';

export const dutySchema = z.enum(['watch', 'lead']);
/** pin: shown by PIN; name: said by name, because that officer has none. */
export const proofSchema = z.enum(['pin', 'name']);

export const handoverFields = {
  handoverId: idSchema,
  duties: z.array(dutySchema).min(1).max(2),
  from: idSchema,
  to: idSchema,
  notes: paragraphSchema.nullable(),
  /** What is wrong with the equipment; null: it was checked and is in order. */
  equipment: paragraphSchema.nullable(),
  /** Whether both heard the alarm. */
  alarm: z.enum(['heard', 'notHeard']),
  /** How many items each section had. */
  sections: z.array(z.strictObject({ id: idSchema, items: z.number().int().min(0) })).max(40),
  /** Of all sections with their items, as both saw them: SHA-256 of their canonical JSON. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  proofs: z.strictObject({ from: proofSchema, to: proofSchema }),
};

export const handoverEventSchemas = { DutyHandedOver: z.strictObject(handoverFields) } as const;
export type HandoverEventPayload = z.infer<(typeof handoverEventSchemas)['DutyHandedOver']>;
