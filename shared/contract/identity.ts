/**
 * Who has signed in at a screen (a browser's session, or the desktop program): asked and changed by one call. PINs come in
 * by it and go nowhere else: not into the log, a draft, an export or an answer.
 */
import { z } from 'zod';
import type { DeskError } from '#shared/domain/errors.ts';
import { handoverFields } from '#shared/domain/handover/events.ts';
import { idSchema } from '#shared/domain/values.ts';

const MAX_TYPED = 64;
const typedPin = z.string().max(MAX_TYPED);

const { sections: _, proofs: __, ...handed } = handoverFields;
const handOverSchema = z.strictObject(handed);
export type HandOver = z.infer<typeof handOverSchema>;

export const identityRequestSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('look') }),
  /** Somebody is at this screen. */
  z.strictObject({ act: z.literal('active') }),
  z.strictObject({ act: z.literal('lock') }),
  /** Signs in, switches or unlocks; null by an officer who has no PIN. */
  z.strictObject({ act: z.literal('signIn'), officerId: idSchema, pin: typedPin.nullable() }),
  /** `old` is null where there is none yet. */
  z.strictObject({ act: z.literal('setPin'), officerId: idSchema, old: typedPin.nullable(), pin: typedPin }),
  z.strictObject({ act: z.literal('resetPin'), by: idSchema, officerId: idSchema }),
  /** The watch changes hands before both; `digest` is what both saw. A PIN is null where that officer has none. */
  z.strictObject({
    act: z.literal('handOver'),
    commandId: z.string().min(8).max(64),
    handover: handOverSchema,
    fromPin: typedPin.nullable(),
    toPin: typedPin.nullable(),
  }),
]);
export type IdentityRequest = z.infer<typeof identityRequestSchema>;
export type IdentityAct = IdentityRequest['act'];

/** lost: the log says there is one, and its secret is not on this machine. */
export type PinState = 'none' | 'set' | 'lost';

export type IdentityRow = {
  /** Who signed in last at this screen; null: nobody yet. */
  officerId: string | null;
  /** Since when it is locked; null: it is not. */
  lockedAt: number | null;
  pins: Readonly<Record<string, PinState>>;
};

export type IdentityReply = { ok: true; identity: IdentityRow } | { ok: false; error: DeskError };
