/** A scenario file is read whole or refused whole, every fault with its step and path. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatedKeys } from './jsonKeys.ts';
import { isTimeZone, localInstant, withOffsets } from './localTimes.ts';
import { parseScenario } from './scenarioFile.ts';

const by = { name: '甲', post: 'watchOfficer' };
const note = { type: 'AddNote', incidentId: 'i1', text: 'x' };
const file = (steps: unknown, more: object = {}) => ({
  scenario: 1,
  title: '某夜',
  plan: 'jincheng-pipeline-2026',
  timeZone: 'Asia/Shanghai',
  steps,
  ...more,
});
const faults = (raw: unknown) => {
  const parsed = parseScenario(raw);
  return parsed.ok ? [] : parsed.faults.map(({ step, path, code }) => [step, path, code]);
};

describe('a good file', () => {
  test('times without an offset are the file’s zone’s', () => {
    const parsed = parseScenario(
      file([
        { at: '2013-11-22T03:10', by, do: { ...note, happenedAt: '2013-11-22T02:12' } },
        { at: '2013-11-21T19:10:00Z', board: true, note: '同一时刻' },
      ]),
    );
    expect(parsed).toMatchObject({
      ok: true,
      scenario: {
        notes: null,
        steps: [
          {
            kind: 'do',
            at: Date.UTC(2013, 10, 21, 19, 10),
            confirmed: false,
            command: { happenedAt: '2013-11-22T02:12+08:00' },
          },
          { kind: 'board', at: Date.UTC(2013, 10, 21, 19, 10) },
        ],
      },
    });
  });

  test('what is wrong inside a command is left for the desk to refuse', () => {
    expect(faults(file([{ at: '2013-11-22T03:10', by, do: { type: 'Nope', at: 'soon' } }]))).toEqual([]);
  });
});

describe('a bad file', () => {
  const at = '2013-11-22T03:10';
  const cases: [unknown, unknown[]][] = [
    [null, [[null, '', 'wrongType']]],
    ['x', [[null, '', 'wrongType']]],
    [file('x'), [[null, 'steps', 'wrongType']]],
    [file([], { scenario: 2 }), [[null, 'scenario', 'notInList']]],
    [file([], { title: '' }), [[null, 'title', 'tooShort']]],
    [file([], { author: 'x' }), [[null, 'author', 'unknownField']]],
    [file([], { timeZone: 'Mars/Base' }), [[null, 'timeZone', 'timeZone']]],
    [file([7]), [[0, 'steps.0', 'neitherDoNorBoard']]],
    [file([{ at, by }]), [[0, 'steps.0', 'neitherDoNorBoard']]],
    [file([{ at, by, do: note, board: true }]), [[0, 'steps.0', 'neitherDoNorBoard']]],
    [file([{ at, board: false }]), [[0, 'steps.0.board', 'notInList']]],
    [file([{ at, do: note }]), [[0, 'steps.0.by', 'missing']]],
    [file([{ at, by: { name: '甲' }, do: note }]), [[0, 'steps.0.by.post', 'missing']]],
    [file([{ at, by, do: { text: 'x' } }]), [[0, 'steps.0.do.type', 'missing']]],
    [file([{ at, by, do: note, confirmed: false }]), [[0, 'steps.0.confirmed', 'notInList']]],
    [file([{ by, do: note }]), [[0, 'steps.0.at', 'missing']]],
    [file([{ at: 'midnight', by, do: note }]), [[0, 'steps.0.at', 'instant']]],
    [file([{ at: '2013-11-31T00:00', by, do: note }]), [[0, 'steps.0.at', 'instant']]],
    [
      file([
        { at, board: true },
        { at: '2013-11-22T03:09', board: true },
      ]),
      [[1, 'steps.1.at', 'goesBack']],
    ],
    [
      file(
        [
          { at: 'x', board: true },
          { at, do: note },
        ],
        { plan: '', timeZone: 'x' },
      ),
      [
        [null, 'plan', 'tooShort'],
        [null, 'timeZone', 'timeZone'],
        [0, 'steps.0.at', 'instant'],
        [1, 'steps.1.by', 'missing'],
      ],
    ],
  ];
  test.each(cases)('%j', (raw, expected) => {
    expect(faults(raw)).toEqual(expected);
  });
});

describe('local times', () => {
  const LA = 'America/Los_Angeles';
  test.each([
    ['2010-09-09T18:11', LA, '2010-09-10T01:11:00.000Z'],
    ['2010-12-09T18:11', LA, '2010-12-10T02:11:00.000Z'],
    ['2010-03-14T01:59:59', LA, '2010-03-14T09:59:59.000Z'],
    ['2010-03-14T03:00', LA, '2010-03-14T10:00:00.000Z'],
    ['2010-11-07T01:30', LA, '2010-11-07T08:30:00.000Z'],
    ['2010-11-07T02:00', LA, '2010-11-07T10:00:00.000Z'],
    ['2010-09-09T18:11+02:00', LA, '2010-09-09T16:11:00.000Z'],
    ['2013-11-22T00:00', 'Asia/Kolkata', '2013-11-21T18:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, utc) => {
    expect(new Date(localInstant(text, zone) ?? 0).toISOString()).toBe(utc);
  });

  test('a time the clocks skip is no time; one that comes twice is the earlier', () => {
    expect(localInstant('2010-03-14T02:30', LA)).toBeNull();
    expect(localInstant('2010-11-07T01:30', LA)).toBe(Date.UTC(2010, 10, 7, 8, 30));
  });

  test('only times are touched, at any depth; precision stays', () => {
    const zone = 'Asia/Shanghai';
    expect(
      withOffsets(
        {
          sentAt: '2013-11-22T02:12:30',
          decision: { at: '2013-11-22T02:12' },
          text: '2013-11-22T02:12',
          list: [{ at: 3 }],
        },
        zone,
      ),
    ).toEqual({
      sentAt: '2013-11-22T02:12:30+08:00',
      decision: { at: '2013-11-22T02:12+08:00' },
      text: '2013-11-22T02:12',
      list: [{ at: 3 }],
    });
  });

  test('every instant written locally is read back', () => {
    const zones = ['Asia/Shanghai', 'Asia/Kolkata', 'UTC', 'America/St_Johns'];
    const instants = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) }).map((at) => at - (at % 60_000));
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
        const local = parts.format(instant).replace(' ', 'T');
        const read = localInstant(local, zone);
        // A local time that comes twice in the autumn is read as the earlier of the two.
        expect([instant, instant - 3_600_000]).toContain(read);
      }),
      { numRuns: 300 },
    );
  });

  test('zones are the ones Intl knows', () => {
    expect(['Asia/Shanghai', 'UTC', 'x', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});

describe('a key twice', () => {
  test.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"steps":[{"do":{"x":1}},{"do":{"id":"a","id":"b"}}]}', ['steps.1.do.id']],
    ['{"a":{"b":1},"b":{"b":2},"c":["b","b"],"d":"\\"b\\":1,\\"b\\":2"}', []],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['[[{"a":{},"a":[]}],{"a":1}]', ['0.0.a']],
  ])('%s', (json, expected) => {
    expect(repeatedKeys(json)).toEqual(expected);
  });

  test('no false alarm on anything a program writes', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(repeatedKeys(JSON.stringify(JSON.parse(json)))).toEqual([]);
      }),
    );
  });
});
