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
