import { describe, expect, it } from 'vitest';
import { jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { carefulReadings } from './careful.ts';

const plan = jincheng();

describe('the careful reading where it changes nothing yet [rules 1]', () => {
  it('22 dead and 6 missing would be 28: still 重大, 2 short of 特别重大', () => {
    const incident = new TestIncident(plan).figures('04:00', { dead: 22, missing: 6 });
    expect(carefulReadings(plan, incident.at('04:01'))).toEqual([
      { figure: 'dead', counted: ['missing'], n: 28, grade: 'major', next: { grade: 'extraordinary', missing: 2 } },
    ]);
  });

  it('where it reaches a higher grade the engine prompts, so it is not said twice', () => {
    const incident = new TestIncident(plan).figures('04:00', { dead: 22, missing: 8 });
    expect(carefulReadings(plan, incident.at('04:01'))).toEqual([]);
  });

  it('beyond the highest grade there is no next', () => {
    const incident = new TestIncident(plan).figures('04:00', { dead: 40, missing: 8 });
    expect(carefulReadings(plan, incident.at('04:01'))).toEqual([
      { figure: 'dead', counted: ['missing'], n: 48, grade: 'extraordinary', next: null },
    ]);
  });

  it('a serious count that is not known counts all injured', () => {
    const incident = new TestIncident(plan).figures('04:00', {
      dead: 1,
      injured: 8,
      seriouslyInjured: { kind: 'unknown' },
    });
    expect(carefulReadings(plan, incident.at('04:01'))).toMatchObject([
      { figure: 'seriouslyInjured', counted: ['injured'], n: 8, grade: 'ordinary' },
    ]);
  });

  it('nobody missing: nothing to say', () => {
    const incident = new TestIncident(plan).figures('04:00', { dead: 22, missing: 0 });
    expect(carefulReadings(plan, incident.at('04:01'))).toEqual([]);
  });
});
