/** What comes first [ux rule 2]. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Obligation, ObligationState } from '#shared/plan/assessment.ts';
import { compareUrgency, heroOf, rankIncidents, rankObligations, supervisedOf, urgencyOf } from './board.ts';
import type { IncidentRow } from './rows.ts';
import { openedDesk } from './testing/testDesk.ts';

const sample = openedDesk();
const [first] = sample.assessment().obligations;

function row(key: string, state: ObligationState, more: Partial<Obligation> = {}): Obligation {
  return { ...(first as Obligation), key, state, supervised: false, optional: false, dueAt: 100, arisenAt: 0, ...more };
}
function incident(incidentId: string, obligations: Obligation[], openedAt = 0): IncidentRow {
  const whole = sample.file();
  return { ...whole, incidentId, openedAt, assessment: { ...whole.assessment, obligations } };
}
const keys = (rows: Obligation[]) => rankObligations(rows).map(({ key }) => key);

describe('order of rows', () => {
  test('overdue before immediate before due soon before pending before open before what is done', () => {
    const states: ObligationState[] = ['fulfilled', 'open', 'pending', 'dueSoon', 'immediate', 'overdue'];
    expect(keys(states.map((state) => row(state, state)))).toEqual(states.toReversed());
  });

  test('what this desk owes before what it supervises, whatever the state', () => {
    expect(keys([row('county', 'overdue', { supervised: true }), row('own', 'pending')])).toEqual(['own', 'county']);
  });

  test('what is done comes last even so', () => {
    expect(keys([row('done', 'fulfilledLate'), row('county', 'open', { supervised: true })])).toEqual([
      'county',
      'done',
    ]);
  });

  test('in one state: the mandatory before the optional, then the earliest due', () => {
    expect(keys([row('b', 'overdue', { dueAt: 20 }), row('a', 'overdue', { dueAt: 10 })])).toEqual(['a', 'b']);
    const optional = row('may', 'immediate', { optional: true, dueAt: null, trigger: 1 });
    expect(keys([optional, row('must', 'immediate', { dueAt: null, trigger: 5 })])).toEqual(['must', 'may']);
  });

  test('every state has its place', () => {
    const states: ObligationState[] = ['fulfilledOnTime', 'fulfilledLate', 'fulfilled', 'superseded', 'waived'];
    expect(states.map((state) => urgencyOf({ state }))).toEqual(states.map(() => 'done'));
  });

  test('it is an order: transitive and antisymmetric', () => {
    const states: ObligationState[] = ['overdue', 'immediate', 'dueSoon', 'pending', 'open', 'fulfilled', 'superseded'];
    const anyRow = fc
      .record({
        state: fc.constantFrom(...states),
        supervised: fc.boolean(),
        optional: fc.boolean(),
        dueAt: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
        arisenAt: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ state, ...more }) => row('x', state, more));
    fc.assert(
      fc.property(anyRow, anyRow, anyRow, (a, b, c) => {
        expect(Math.sign(compareUrgency(a, b))).toBe(-Math.sign(compareUrgency(b, a)) + 0);
        if (compareUrgency(a, b) <= 0 && compareUrgency(b, c) <= 0) expect(compareUrgency(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('hero and order of incidents', () => {
  const quiet = incident('quiet', [row('q', 'pending')]);
  const late = incident('late', [row('l1', 'overdue', { dueAt: 50 }), row('l2', 'pending')]);
  const later = incident('later', [row('m', 'overdue', { dueAt: 60 }), row('s', 'overdue', { supervised: true })]);
  const done = incident('done', [row('d', 'fulfilled')]);

  test('the first row of all incidents, and how many more of ours are in the same state', () => {
    const hero = heroOf({ incidents: [quiet, later, late, done] });
    expect(hero).toMatchObject({ incident: { incidentId: 'late' }, obligation: { key: 'l1' }, others: 1 });
  });

  test('nothing owed, no hero', () => {
    expect(heroOf({ incidents: [done] })).toBeNull();
    expect(heroOf({ incidents: [] })).toBeNull();
  });

  test('what others owe is told beside the hero and never takes its place, not even when nothing else is left', () => {
    const owed = [
      row('open', 'open', { supervised: true }),
      row('late', 'overdue', { supervised: true }),
      row('met', 'fulfilled', { supervised: true }),
    ];
    const supervised = incident('supervised', owed);
    expect(heroOf({ incidents: [supervised] })).toBeNull();
    expect(heroOf({ incidents: [supervised, quiet] })).toMatchObject({ obligation: { key: 'q' }, others: 0 });
    expect(supervisedOf({ incidents: [quiet, supervised] }).map(({ obligation }) => obligation.key)).toEqual([
      'late',
      'open',
    ]);
  });

  test('incidents by their most urgent row, then the newest', () => {
    const newer = incident('newer', [row('n', 'pending')], 10);
    const none = incident('none', [], 20);
    expect(rankIncidents([none, done, quiet, newer, later, late]).map(({ incidentId }) => incidentId)).toEqual([
      'late',
      'later',
      'newer',
      'quiet',
      'done',
      'none',
    ]);
  });

  test('at the Qingdao intake the phone report comes first, before what is immediate', () => {
    expect(heroOf({ incidents: [openedDesk().file()] })).toMatchObject({
      obligation: { rule: 'R2', state: 'overdue' },
      others: 0,
    });
  });
});
