/**
 * An entry of 通讯录: somebody or something that can be called for [plan 6.1–6.5]. One shape for units, posts, people,
 * experts, rescue teams, hospitals and stored materials, so that one list finds them all. Numbers stand in the order in
 * which they are to be tried.
 */
import { z } from 'zod';
import type { Actor } from '../recorded.ts';
import { idSchema, lineSchema, paragraphSchema } from '../values.ts';

export const contactKinds = ['unit', 'post', 'person', 'expert', 'team', 'hospital', 'material'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const numberKinds = ['mobile', 'office', 'duty', 'fax'] as const;
export type NumberKind = (typeof numberKinds)[number];

const MAX_NUMBERS = 12;
const MAX_ROLES = 40;
const MIN_DIGITS = 3;

/** Digits, and what stands between them and an extension; at least 110 long. */
const NUMBER = /^[0-9+*#() \-–—/.]+(?:(?:转|分机|ext\.?) ?\d+)?$/i;
const MAX_NUMBER = 40;
export const isPhoneNumber = (text: string): boolean =>
  text.length <= MAX_NUMBER && NUMBER.test(text) && digitsOf(text).length >= MIN_DIGITS;

/** What is compared and found: a number as it is dialled. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');

export const phoneNumberSchema = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(z.string().refine(isPhoneNumber, { params: { code: 'phoneNumber' } }));

const numberSchema = z.strictObject({ kind: z.enum(numberKinds), number: phoneNumberSchema });

/** What it is in the plan: holder of a post, member of a working group, a party that is reported to or called. */
export const roleSchema = z.strictObject({ in: z.enum(['post', 'group', 'party']), id: idSchema });

export const contactSchema = z.strictObject({
  kind: z.enum(contactKinds),
  /** Of the person, the unit, the material. */
  name: lineSchema,
  /** Pinyin, syllable by syllable; a proposal of the program that a person can put right. */
  reading: lineSchema.optional(),
  /** Where a person works; who stores a material. */
  unit: lineSchema.optional(),
  /** Office or rank in words. */
  post: lineSchema.optional(),
  numbers: z.array(numberSchema).max(MAX_NUMBERS).default([]),
  roles: z.array(roleSchema).max(MAX_ROLES).default([]),
  place: lineSchema.optional(),
  /** How much of a material, how strong a team, what an expert knows. */
  holds: lineSchema.optional(),
  note: paragraphSchema.optional(),
});

export type Contact = z.output<typeof contactSchema>;
export type ContactNumber = Contact['numbers'][number];
export type ContactRole = Contact['roles'][number];

/** An entry with what became of it. */
export type KnownContact = {
  contactId: string;
  contact: Contact;
  /** The log entry that last changed it; null: as the plan package gives it, untouched. */
  head: string | null;
  changedAt: number | null;
  changedBy: Actor | null;
  /** When somebody last said that it is right. */
  confirmedAt: number | null;
  /** The import that brought it as it stands now. */
  importId: string | null;
  /** What an import put itself over. */
  before: KnownContact | null;
};

/** Not confirmed for this long: shown as 待核对. */
export const UNCONFIRMED_AFTER_DAYS = 180;
const DAY_MS = 86_400_000;

/** The instant from which it must be looked at again; null: nobody ever said that it is right. */
export const doubtfulFrom = (confirmedAt: number | null): number | null =>
  confirmedAt === null ? null : confirmedAt + UNCONFIRMED_AFTER_DAYS * DAY_MS;
