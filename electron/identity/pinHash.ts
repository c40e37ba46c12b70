/**
 * What is kept of a PIN: scrypt with its own salt [reliability: People]. Made outside the event loop; 128 MB for about
 * half a second each, so that a stolen file costs a guesser as much per guess. With the algorithm's name and measures, so
 * that these can be raised later.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const COST = 2 ** 17;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const BYTES = 32;

export const pinHashSchema = z.strictObject({
  algorithm: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(1024)
    .max(2 ** 20),
  r: z.number().int().min(1).max(32),
  p: z.number().int().min(1).max(16),
  salt: z.base64(),
  hash: z.base64(),
});
export type PinHash = z.infer<typeof pinHashSchema>;

/** Swapped in tests, which count guesses instead of waiting for them. */
export type PinHashing = {
  make(pin: string): Promise<PinHash>;
  fits(pin: string, kept: PinHash): Promise<boolean>;
};

function derive(pin: string, salt: Buffer, { N, r, p }: Pick<PinHash, 'N' | 'r' | 'p'>): Promise<Buffer> {
  // Node allows 32 MB unless told: 128 · N · r, and room for the rest.
  const options = { N, r, p, maxmem: 128 * N * r * 2 };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

export const pinHashing: PinHashing = {
  async make(pin) {
    const measures = { N: COST, r: BLOCK_SIZE, p: PARALLEL };
    const salt = randomBytes(16);
    const key = await derive(pin, salt, measures);
    return { algorithm: 'scrypt', ...measures, salt: salt.toString('base64'), hash: key.toString('base64') };
  },
  async fits(pin, kept) {
    const key = await derive(pin, Buffer.from(kept.salt, 'base64'), kept);
    const hash = Buffer.from(kept.hash, 'base64');
    return key.length === hash.length && timingSafeEqual(key, hash);
  },
};
