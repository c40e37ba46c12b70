/** A night of warnings as a replay prints it; what must be shown is written by hand from plan 3.3, 3.4 and rules §6. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type PrintedLine, play, utc } from './testing.ts';

const [EVENING, MORNING] = ['2026-07-05T', '2026-07-06T'];
let lines: PrintedLine[];
beforeAll(() => {
  lines = play('rain-warning');
});
const warningsAt = (local: string) =>
  lines.find((line) => line.warnings !== undefined && line.at === utc(local))?.warnings;

const RAIN = { key: 'rain', area: '泽州县 沁河穿越段', issuedBy: 'cityCommand' };

describe('3.4: boards of the night', () => {
  test('20:21 proposed: no version, no area yet, nobody told', () => {
    expect(warningsAt(`${EVENING}20:21`)).toEqual([
      {
        key: 'rain',
        state: 'proposed',
        level: 'orange',
        version: 0,
        area: '',
        since: utc(`${EVENING}20:20`),
        issuedBy: null,
        unacknowledged: 0,
      },
    ]);
  });

  test('20:37 in force in the city command’s name, the county concerned and the operators not heard from; 20:50 one', () => {
    const issued = { ...RAIN, state: 'issued', level: 'orange', version: 1, since: utc(`${EVENING}20:34`) };
    expect(warningsAt(`${EVENING}20:37`)).toEqual([{ ...issued, unacknowledged: 2 }]);
    expect(warningsAt(`${EVENING}20:50`)).toEqual([{ ...issued, unacknowledged: 1 }]);
  });

  test('22:15 raised: another version since 22:10, both asked again', () => {
    const raised = { ...RAIN, state: 'issued', level: 'red', version: 2, since: utc(`${EVENING}22:10`) };
    expect(warningsAt(`${EVENING}22:15`)).toEqual([{ ...raised, unacknowledged: 2 }]);
  });

  test('08:01 past its stated end: still in force; the other one is an incident', () => {
    const board = warningsAt(`${MORNING}08:01`);
    expect(board?.[0]).toMatchObject({ key: 'rain', state: 'issued', unacknowledged: 0 });
    expect(board?.[1]).toMatchObject({ key: 'seep', state: 'converted', level: null, version: 0, issuedBy: null });
    const incident = lines.find(({ at }) => at === utc(`${MORNING}08:01`))?.incidents?.[0];
    expect(incident?.key).toBe('leak');
  });

  test('08:31 released', () => {
    expect(warningsAt(`${MORNING}08:31`)?.[0]).toMatchObject({
      key: 'rain',
      state: 'released',
      level: 'red',
      version: 2,
    });
  });
});

test('3.4.2, 3.4.4: what is refused, with its clause', () => {
  const refusals = lines.filter(({ ok }) => ok === false);
  expect(refusals.map(({ type, error }) => [type, error?.code, error?.clause])).toEqual([
    ['ApproveWarning', 'noAuthority', '3.4.2'],
    ['IssueWarning', 'noAuthority', '3.4.2'],
    ['IssueWarning', 'warningIncomplete', '3.4.2'],
    ['ReleaseWarning', 'notTheIssuer', '3.4.4'],
  ]);
  const [, , incomplete, release] = refusals.map(({ error }) => error?.message);
  expect(incomplete).toContain('可能影响范围、应对措施');
  expect(release).toContain('市指挥部');
});
