/** SHA-256 throughout, named beside every hash (`hashAlg`), so that another algorithm can follow. */
import { hash, randomFillSync } from 'node:crypto';

export const HASH_ALG = 'sha256';
const SALT_BYTES = 16;

export const sha256 = (data: string | Uint8Array): Buffer => hash(HASH_ALG, data, 'buffer');
export const sha256Hex = (data: string | Uint8Array): string => hash(HASH_ALG, data, 'hex');

const pool = Buffer.alloc(SALT_BYTES * 256);
let used = pool.length;

/** Unguessable, so that a redacted payload cannot be found again by trying likely texts against its hash. */
export function newSalt(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += SALT_BYTES;
  return Buffer.from(pool.subarray(used - SALT_BYTES, used));
}

export const payloadHash = (salt: Uint8Array, payload: string): Buffer =>
  sha256(Buffer.concat([salt, Buffer.from(payload, 'utf8')]));

/** Of a plan package in canonical JSON. */
export const planHash = (body: string): string => `${HASH_ALG}:${sha256Hex(body)}`;

/** JSON with sorted keys: the same content always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
  }
  return `{${parts.join(',')}}`;
}
