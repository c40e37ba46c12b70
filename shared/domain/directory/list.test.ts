/** The list and what is found in it, however it was put together: change by change, from parts, of few hits or of many. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TestDesk } from '../testing/testDesk.ts';
import type { Contact, KnownContact } from './contact.ts';
import { type ContactMap, EMPTY_CONTACTS, eachContact, withContacts } from './contactMap.ts';
import { initialDirectory } from './directory.ts';
import { fewHits, hitsAmong } from './find.ts';
import { listContacts } from './list.ts';
import { orderOf } from './order.ts';

const { plan } = new TestDesk();
const at = Date.parse('2026-03-02T08:00+08:00');

const known = (contactId: string, contact: Partial<Contact>): KnownContact => ({
  contactId,
  contact: { kind: 'person', name: '某', numbers: [], roles: [], ...contact },
  head: 'h',
  changedAt: at,
  changedBy: null,
  confirmedAt: at,
  importId: null,
  before: null,
});

const contact: fc.Arbitrary<Partial<Contact>> = fc.record(
  {
    name: fc.constantFrom('曾国强', '曾强', '国强', 'Zeng', '强'),
    reading: fc.constantFrom('zēng guó qiáng', 'zeng guo qiang', 'zeng qiang', 'guo qiang', 'lü qiang'),
    unit: fc.constantFrom('国土局', '强县公安局', '12 中'),
    numbers: fc.constantFrom([{ kind: 'mobile', number: '138-0001' }] as const).map((numbers) => [...numbers]),
  },
  { requiredKeys: ['name'] },
);
const id = fc.nat({ max: 40 }).map((n) => `c${n}`);
const batch = fc.array(fc.tuple(id, fc.option(contact, { nil: null })), { maxLength: 30 });
const texts = ['强', '国', 'zgq', 'gq', 'guoq', 'lv', '1380', '0001', '12', '曾 强', '国 12', '-', "'", 'zeng', '没有'];

const applied = (map: ContactMap, changes: readonly (readonly [string, Partial<Contact> | null])[]) =>
  withContacts(
    map,
    changes.map(([contactId, next]) => [contactId, next === null ? null : known(contactId, next)] as const),
  );

const listed = (contacts: ContactMap, filter: object) =>
  listContacts(plan, { ...initialDirectory, contacts }, { offset: 0, limit: 5000, ...filter }, at);

test('6.3: whatever was changed since, the list is by unit, sound and name', () => {
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 5 }), (batches) => {
      let map = EMPTY_CONTACTS;
      for (const changes of batches) {
        map = applied(map, changes);
        const keyOf = ({ contactId, contact: { unit = '', reading = '', name } }: KnownContact) =>
          [unit, reading, name, contactId].join('\n');
        const sorted = [...eachContact(map)].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        expect(orderOf(map)).toEqual(sorted);
      }
    }),
    { numRuns: 200 },
  );
});

test('6.3: an entry is found among many by what it is found by alone, the nearest first, then in the list’s order', () => {
  const fillers = Array.from({ length: 600 }, (_, n) => [`f${n}`, { name: '强国', unit: `局${n % 7}` }] as const);
  fc.assert(
    fc.property(batch, fc.constantFrom(...texts), fc.boolean(), (changes, text, isMany) => {
      const map = applied(isMany ? applied(EMPTY_CONTACTS, fillers) : EMPTY_CONTACTS, changes);
      const order = listed(map, {}).rows.map(({ contactId }) => contactId);
      const found = listed(map, { text });
      const near = new Map<string, number>();
      for (const each of eachContact(map)) {
        const alone = fewHits(text, applied(EMPTY_CONTACTS, [[each.contactId, each.contact]]), [], 1)?.[0];
        if (alone !== undefined) near.set(each.contactId, alone.nearness);
      }
      const expected = order
        .filter((contactId) => near.has(contactId))
        .toSorted((a, b) => (near.get(a) ?? 0) - (near.get(b) ?? 0));
      const own = found.rows.map(({ contactId }) => contactId).filter((contactId) => /^[cf]\d+$/.test(contactId));
      expect(own).toEqual(expected);
      expect(found.total).toBe(found.rows.length);
      expect(found.size).toBe(order.length);
    }),
    { numRuns: 60 },
  );
});

test('6.3: looked for shelf by shelf or one after another, the same are found', () => {
  fc.assert(
    fc.property(batch, fc.constantFrom(...texts), (changes, text) => {
      const map = applied(EMPTY_CONTACTS, changes);
      const few = fewHits(text, map, [], 1000) ?? [];
      const all = orderOf(map);
      const inOrder = few.toSorted((a, b) => a.nearness - b.nearness || all.indexOf(a.known) - all.indexOf(b.known));
      expect(hitsAmong(text, all)).toEqual(inOrder.map((hit) => hit.known));
    }),
    { numRuns: 300 },
  );
});
