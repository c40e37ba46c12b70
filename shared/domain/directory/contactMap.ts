/**
 * Entries by id in a map that is never changed, only made anew: a change copies one small part of it, so that one of
 * 20,000 entries is changed without copying them all, and a state that a decision looked at stays as it was.
 */
import type { KnownContact } from './contact.ts';

export const BUCKETS = 1024;

export type ContactMap = { readonly size: number; readonly buckets: readonly (readonly KnownContact[] | undefined)[] };

export const EMPTY_CONTACTS: ContactMap = { size: 0, buckets: [] };

export function bucketOf(id: string): number {
  let hash = 0;
  for (let index = 0; index < id.length; index += 1) hash = (hash * 31 + id.charCodeAt(index)) | 0;
  return (hash >>> 0) % BUCKETS;
}

export const findContact = ({ buckets }: ContactMap, contactId: string): KnownContact | null =>
  buckets[bucketOf(contactId)]?.find((known) => known.contactId === contactId) ?? null;

export function* eachContact({ buckets }: ContactMap): Generator<KnownContact> {
  for (const bucket of buckets) if (bucket !== undefined) yield* bucket;
}

/** Null takes one out. Many at once cost one copy. */
export function withContacts(
  map: ContactMap,
  changes: Iterable<readonly [contactId: string, next: KnownContact | null]>,
): ContactMap {
  const buckets = Array.from({ length: BUCKETS }, (_, index) => map.buckets[index]);
  const copied = new Map<number, KnownContact[]>();
  let { size } = map;
  for (const [contactId, next] of changes) {
    const index = bucketOf(contactId);
    const bucket = copied.get(index) ?? [...(buckets[index] ?? [])];
    copied.set(index, bucket);
    buckets[index] = bucket;
    const at = bucket.findIndex((known) => known.contactId === contactId);
    if (at >= 0) bucket.splice(at, 1);
    if (next !== null) bucket.push(next);
    size += (next === null ? 0 : 1) - (at >= 0 ? 1 : 0);
  }
  return { size, buckets };
}

/** Each as it is to be, null where it goes, without looking one up; parts in which nothing changes are the ones they were. */
export function mapContacts(map: ContactMap, change: (known: KnownContact) => KnownContact | null): ContactMap {
  let size = 0;
  const buckets = map.buckets.map((bucket) => {
    const changed = bucket?.map(change);
    const kept = changed?.filter((next) => next !== null);
    size += kept?.length ?? 0;
    return changed?.every((next, at) => next === bucket?.[at]) === true ? bucket : kept;
  });
  return { size, buckets };
}
