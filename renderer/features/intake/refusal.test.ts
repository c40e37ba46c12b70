import { describe, expect, it } from 'vitest';
import { jincheng } from '#shared/plan/testing/testIncident.ts';
import { refusalErrors } from './refusal.ts';

const plan = jincheng();
const paths = (error: Parameters<typeof refusalErrors>[0]) => refusalErrors(error, plan).map(({ path }) => path);

describe('a refusal is said at the field it is about', () => {
  it.each([
    ['receivedAt.at', 'receivedAt'],
    ['details.place', 'details.place'],
    ['figures.dead.n', 'figures.dead'],
    ['conditions.leak', 'conditions'],
    ['marks.productionSafety', 'conditions'],
    ['durations.outage.startedAt.at', 'durations.outage.startedAt'],
    ['disposition.reason', 'disposition.reason'],
  ])('%s belongs to %s', (path, field) => {
    expect(
      paths({ code: 'invalidCommand', params: { issues: [{ path, code: 'tooLong', params: { limit: 9 } }] } }),
    ).toEqual([field]);
  });

  it('each fault on its own, in words', () => {
    const issues = [
      { path: 'details.place', code: 'controlCharacters' },
      { path: 'details.reporter', code: 'tooLong', params: { limit: 5000 } },
    ];
    expect(refusalErrors({ code: 'invalidCommand', params: { issues } }, plan).map(({ text }) => text)).toEqual([
      expect.stringContaining('具体位置'),
      expect.stringContaining('5000'),
    ]);
  });

  it('a domain refusal by its field and item, or about the form as a whole', () => {
    expect(paths({ code: 'notAnInteger', params: { field: 'figures', id: 'dead' } })).toEqual(['figures.dead']);
    expect(paths({ code: 'endBeforeStart', params: { field: 'durations.outage' } })).toEqual(['durations.outage']);
    expect(paths({ code: 'diskFull', params: {} })).toEqual(['']);
  });
});
