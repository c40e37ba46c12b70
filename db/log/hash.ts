/** SHA-256 throughout, named beside every hash (`hashAlg`), so that another algorithm can follow. */
import { hash } from 'node:crypto';
import { randomBytes } from './random.ts';

export const HASH_ALG = 'sha256';
const SALT_BYTES = 16;

export const sha256 = (data: string | Uint8Array): Buffer => hash(HASH_ALG, data, 'buffer');
export const sha256Hex = (data: string | Uint8Array): string => hash(HASH_ALG, data, 'hex');

/** Unguessable, so that a redacted payload cannot be found again by trying likely texts against its hash. */
export const newSalt = (): Buffer => randomBytes(SALT_BYTES);

export const payloadHash = (salt: Uint8Array, payload: string): Buffer =>
  sha256(`${Buffer.from(salt).toString('hex')}.${payload}`);

/** Of a plan package in canonical JSON. */
export const planHash = (body: string): string => `${HASH_ALG}:${sha256Hex(body)}`;

/**
 * JSON with sorted keys: the same content always gives the same text. A copy in order is written at once, since part of an
 * import is thousands of small values.
 */
export function canonicalJson(value: unknown): string {
  const odd = { isFound: false };
  const copy = inOrder(value ?? null, odd);
  return odd.isFound ? writtenByHand(value) : JSON.stringify(copy);
}

/** An object has numbers first whatever came first, and takes `__proto__` for something else. */
const isOdd = (key: string): boolean => key === '__proto__' || /^\d/.test(key);

function inOrder(value: unknown, odd: { isFound: boolean }): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, odd));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (isOdd(key)) odd.isFound = true;
    else copy[key] = inOrder((value as Record<string, unknown>)[key], odd);
  }
  return copy;
}

function writtenByHand(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => writtenByHand(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${writtenByHand(item)}`);
  }
  return `{${parts.join(',')}}`;
}
