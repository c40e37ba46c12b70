import { describe, expect, it } from 'vitest';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { nextThresholds } from './thresholds.ts';

const plan = jincheng();
const next = (incident: TestIncident, now: string) => nextThresholds(plan, incident.at(now));
const stopped = () => new TestIncident(plan).outage('03:10', '02:25');

describe('what a running outage reaches by itself [rules §2, §4]', () => {
  it('24 h comes first: 较大 and Ⅱ', () => {
    expect(next(stopped(), '03:10')).toEqual([
      { at: at('23 02:25'), duration: 'outage', hours: 24, grade: 'serious', level: 'II' },
    ]);
  });

  it('at 24:00:00 itself the next is 72 h', () => {
    expect(next(stopped(), '23 02:24:59')).toMatchObject([{ hours: 24 }]);
    expect(next(stopped(), '23 02:25')).toEqual([
      { at: at('25 02:25'), duration: 'outage', hours: 72, grade: 'major', level: 'I' },
    ]);
    expect(next(stopped(), '25 02:25')).toEqual([]);
  });

  it('only what is higher than the facts have reached already', () => {
    expect(next(stopped().figures('03:10', { dead: 3 }), '03:10')).toMatchObject([{ hours: 72, level: 'I' }]);
    expect(next(stopped().figures('03:10', { dead: 10 }), '03:10')).toEqual([]);
  });

  it('none while the facility is explicitly undamaged, none once it has ended, none before it began', () => {
    expect(next(stopped().conditions('03:10', { facilityDamaged: 'no' }), '03:10')).toEqual([]);
    expect(next(new TestIncident(plan).outage('03:10', '02:25', '03:00'), '03:10')).toEqual([]);
    expect(next(new TestIncident(plan), '03:10')).toEqual([]);
  });
});
