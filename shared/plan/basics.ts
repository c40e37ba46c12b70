/** What every item of a plan package carries: an id, its labels, the clause it was read from and its provenance. */
import { z } from 'zod';

export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/);

/**
 * plan: the gazetted clause · law: a national regulation · default: public practice, not in the gazette, editable
 * (待核对) · inferred: our conservative reading, editable.
 */
export const provenanceSchema = z.enum(['plan', 'law', 'default', 'inferred']);

export const sourced = {
  /** Clause as printed to the officer, e.g. `4.1.2` or `493号令 第3条`. */
  clause: z.string().min(1),
  provenance: provenanceSchema,
  /** Why it is read so, when the clause alone does not say. */
  note: z.string().optional(),
};

/** The label's pinyin, syllable by syllable, so that it is found by initials. */
export const readingSchema = z.string().regex(/^[a-z]+( [a-z]+)*$/);

export const labelled = { id: idSchema, label: z.string().min(1), labelEn: z.string().min(1) };
