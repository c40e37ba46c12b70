/** What an import under way is worked out to, part by part, is what it comes to when looked at as a whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KnownContact } from './contact.ts';
import { EMPTY_CONTACTS, eachContact, findContact, mapContacts, withContacts } from './contactMap.ts';
import type { StagedRow } from './events.ts';
import { compareWith, hasRow, noRows, withRows, withStaged } from './stagedRows.ts';

const ids = fc.constantFrom('a', 'b', 'c', 'aa', 'ab', 'plan-unit.police');
const heads = fc.constantFrom('h1', 'h2');

const contact = (name: string): KnownContact['contact'] => ({ kind: 'person', name, numbers: [], roles: [] });
const known = (contactId: string, head: string, before: KnownContact | null = null): KnownContact => ({
  contactId,
  contact: contact(head),
  head,
  changedAt: 1,
  changedBy: null,
  confirmedAt: 1,
  importId: null,
  before,
});
const asMap = (map: Parameters<typeof eachContact>[0]) =>
  new Map([...eachContact(map)].map((each) => [each.contactId, each]));

const step = fc.oneof(
  fc.record({ kind: fc.constant('byHand' as const), id: ids, head: fc.option(heads, { nil: null }) }),
  fc.record({
    kind: fc.constant('part' as const),
    rows: fc.array(fc.record({ contactId: ids, against: fc.option(heads, { nil: null }) }), { maxLength: 4 }),
  }),
);

test('[DIRECTORY-1] laid part by part while entries change, it is as all rows against the entries at the end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let contacts = EMPTY_CONTACTS;
      let staged = noRows(contacts);
      const all: StagedRow[] = [];
      for (const each of steps) {
        if (each.kind === 'byHand') {
          const { id, head } = each;
          contacts = withContacts(contacts, [[id, head === null ? null : known(id, head)]]);
          continue;
        }
        const rows = each.rows.map((row) => ({ ...row, contact: contact(`${all.length}`) }));
        all.push(...rows);
        staged = withRows(staged, rows, contacts);
      }
      const headOf = (id: string) => findContact(contacts, id)?.head ?? null;
      expect(staged.size).toBe(all.length);
      expect(staged.twice).toBe(
        all.find(({ contactId }, at) => all.slice(0, at).some((row) => row.contactId === contactId))?.contactId ?? null,
      );
      expect(compareWith(staged, contacts)).toMatchObject({
        known: all.filter(({ contactId }) => findContact(contacts, contactId) !== null).length,
        overtaken: all.filter(({ contactId, against }) => headOf(contactId) !== against).length,
      });
      for (const { contactId } of all) expect(hasRow(staged, contactId)).toBe(true);
      expect(hasRow(staged, 'nobody')).toBe(false);

      const last = new Map(all.map((row) => [row.contactId, row]));
      const made = ({ contactId }: StagedRow, before: KnownContact | null) => known(contactId, 'imported', before);
      const whole = withStaged(contacts, staged, made);
      const plain = withContacts(
        contacts,
        [...last].map(([id, row]) => [id, made(row, findContact(contacts, id))] as const),
      );
      expect(asMap(whole)).toEqual(asMap(plain));
      expect(whole.size).toBe(plain.size);
    }),
    { numRuns: 300 },
  );
});

test('[DIRECTORY-2] changed one and all, entries are as if each had been looked up, and what stays is what it was', () => {
  const entry = fc.record({ id: ids, head: heads });
  fc.assert(
    fc.property(fc.array(entry), fc.constantFrom('h1', 'h2', 'none'), (entries, head) => {
      const map = withContacts(
        EMPTY_CONTACTS,
        entries.map(({ id, head: own }) => [id, known(id, own)] as const),
      );
      const change = (each: KnownContact) =>
        each.head !== head ? each : each.contactId.length > 1 ? null : known(each.contactId, 'h3');
      const changes = [...eachContact(map)].map((each) => [each.contactId, change(each)] as const);
      const next = mapContacts(map, change);
      const plain = withContacts(map, changes);
      expect(asMap(next)).toEqual(asMap(plain));
      expect(next.size).toBe(plain.size);
      if (head === 'none') next.buckets.forEach((bucket, at) => expect(bucket).toBe(map.buckets[at]));
    }),
    { numRuns: 200 },
  );
});
