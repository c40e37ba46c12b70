import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '#shared/plan/facts.ts';
import type { Criterion } from '#shared/plan/schema.ts';
import { jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { isMet, valueNow } from './criteriaMet.ts';

const plan = jincheng();
const highest = (steps: readonly { id: string; criteria: readonly Criterion[] }[], met: (c: Criterion) => boolean) =>
  steps.findLast(({ criteria }) => criteria.some(met))?.id ?? null;

const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.integer({ min: 0, max: 120 }).map((n): Quantity => ({ kind: 'exact', n })),
  fc.integer({ min: 0, max: 120 }).map((n): Quantity => ({ kind: 'atLeast', n })),
  fc.constant<Quantity>({ kind: 'range', from: 3, to: 40 }),
  fc.constant<Quantity>({ kind: 'unknown' }),
);
const triState = fc.constantFrom('yes', 'no', 'unknown' as const);

describe('criteria met, one by one [rules §2, §4]', () => {
  it('agree with the engine on grade and level, whatever the facts', () => {
    fc.assert(
      fc.property(
        fc.record({ dead: quantity, seriouslyInjured: quantity, directLoss: quantity }, { requiredKeys: [] }),
        fc.record({ leak: triState, facilityDamaged: triState }, { requiredKeys: [] }),
        fc.option(fc.constantFrom('19 03:10', '20 03:10', '21 02:25', '21 03:10', '22 02:25')),
        (figures, conditions, stopped) => {
          const incident = new TestIncident(plan).figures('03:10', figures).conditions('03:10', conditions);
          if (stopped !== null) incident.outage('03:10', stopped);
          const assessment = incident.at('03:10');
          const met = (criterion: Criterion) => isMet(criterion, assessment);
          expect(highest(plan.grades, met)).toBe(assessment.factsGrade);
          expect(highest(plan.levels, met)).toBe(assessment.proposedLevel);
        },
      ),
    );
  });

  it('says what a criterion is compared with', () => {
    const assessment = new TestIncident(plan).figures('03:10', { dead: 22 }).outage('03:10', '21 03:10').at('03:10');
    const [dead, , , outage] = plan.levels[1]?.criteria ?? [];
    expect(dead && valueNow(dead, assessment)).toBe(22);
    expect(outage && valueNow(outage, assessment)).toBe(24);
  });
});
