import { describe, expect, it } from 'vitest';
import { axisOf, fractionOf, isWornOut, ticksOf } from '#renderer/app/axis/axis.ts';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { marksOf } from './marks.ts';

const plan = jincheng();
const MINUTE = 60_000;
const CHINA = 8 * 60 * MINUTE;
const lanesAt = (incident: TestIncident, now: string) => lanesOf(plan, incident.at(now).obligations);
const laneOf = (lanes: readonly Lane[], rule: string, to = 'city') =>
  lanes.find(({ current }) => current.rule === rule && current.to === to) as Lane;
const inShort = ({ current, earlier }: Lane) =>
  `${current.rule} ${current.to ?? '-'} ${current.state}${earlier.length === 0 ? '' : ` +${earlier.length}`}`;

describe('one lane per obligation, in every state', () => {
  it('what is owed stands first, most urgent first, supervised after own, done last [ux 2]', () => {
    const incident = new TestIncident(plan).report('03:20', { recipients: ['city'] });
    expect(lanesAt(incident, '03:21').map(inShort)).toEqual([
      'R3 city overdue',
      'R0 - immediate',
      'R6 provincialEnergy immediate',
      'R7 safetyCommittee immediate',
      'U1 city pending',
      'O1 county immediate',
      'R2 city fulfilledLate',
      'R6 city fulfilled',
    ]);
  });

  it('follow-up windows are one lane whatever rule set their length [U1–U3]', () => {
    const incident = new TestIncident(plan)
      .report('03:20')
      .report('07:00', { kind: 'followUp' })
      .figures('08:00', { dead: 10 })
      .report('10:00', { kind: 'followUp' });
    const lane = laneOf(lanesAt(incident, '10:01'), 'U2');
    expect(lane.earlier.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      'U1 fulfilledOnTime',
      'U1 superseded',
      'U2 fulfilledOnTime',
    ]);
  });

  it('every demand is a lane of its own, also once answered [R9]', () => {
    const incident = new TestIncident(plan)
      .demand('04:00', 'd1')
      .demand('04:10', 'd2')
      .report('04:15', { kind: 'verification', demandId: 'd1' });
    expect(
      lanesAt(incident, '04:16')
        .filter(({ current }) => current.rule === 'R9')
        .map(inShort),
    ).toEqual(['R9 city pending', 'R9 city fulfilledOnTime']);
  });

  it('no obligation is left out and none stands twice', () => {
    const incident = new TestIncident(plan).report('03:20').figures('04:00', { dead: 10 }).demand('05:00', 'd1');
    const { obligations } = incident.at('06:00');
    const shown = lanesOf(plan, obligations).flatMap(({ current, earlier }) => [...earlier, current]);
    expect(shown.map((row) => row.key).sort()).toEqual(obligations.map((row) => row.key).sort());
  });
});

describe('the axis runs from the event to now and on to the next limits', () => {
  const HOUR = 60 * MINUTE;
  it.each([
    { name: 'a young incident looks an hour ahead', past: 5 * MINUTE, limits: [25 * MINUTE, 55 * MINUTE], ahead: 58.3 },
    { name: 'a limit beyond the horizon runs off the edge', past: 2 * HOUR, limits: [22 * HOUR], ahead: 16.8 },
    { name: 'limits as far ahead as the past is long', past: 4 * HOUR, limits: [3 * HOUR], ahead: 190.8 },
    { name: 'nothing due: some room', past: 10 * HOUR, limits: [], ahead: 84 },
    { name: 'past limits do not count', past: 10 * HOUR, limits: [-HOUR], ahead: 84 },
    { name: 'an incident of this second has an axis', past: 0, limits: [], ahead: 5 },
  ])('$name', ({ past, limits, ahead }) => {
    const now = at('12:00');
    const axis = axisOf(
      now - past,
      now,
      limits.map((limit) => now + limit),
    );
    expect((axis.end - now) / MINUTE).toBeCloseTo(ahead, 1);
    expect(axis.start).toBe(now - past);
  });

  it('is laid out anew before the now line reaches the end', () => {
    const axis = axisOf(at('02:00'), at('12:00'), []);
    expect(isWornOut(axis, axis.now)).toBe(false);
    expect(isWornOut(axis, axis.now + 30 * MINUTE)).toBe(false);
    expect(isWornOut(axis, axis.now + 0.5 * (axis.end - axis.now))).toBe(true);
    const wide = axisOf(at('02:00'), at('12:00'), [at('21:00')]);
    expect(isWornOut(wide, wide.now + 0.11 * (wide.end - wide.start))).toBe(true);
    expect(isWornOut(axis, axis.now - 1000)).toBe(true);
  });

  it('ticks are round clock times of the zone, away from the start and from now', () => {
    const axis = axisOf(at('02:12'), at('14:31'), [at('16:53')]);
    expect(ticksOf(axis, 0.1, CHINA)).toEqual([at('06:00'), at('09:00'), at('12:00'), at('15:00')]);
    const young = axisOf(at('02:12'), at('02:20'), [at('02:42')]);
    expect(ticksOf(young, 0.1, CHINA)).toEqual([at('02:25'), at('02:30'), at('02:35'), at('02:40')]);
  });
});

describe('bar = window, tick = limit, dot = report', () => {
  const marks = (incident: TestIncident, now: string, rule: string, to?: string) => {
    const { obligations } = incident.at(now);
    const axis = axisOf(
      at('02:12'),
      at(now),
      obligations.flatMap((row) => row.dueAt ?? []),
    );
    const back = (f: number | null) =>
      f === null ? null : Math.round((axis.start + f * (axis.end - axis.start)) / MINUTE);
    const minute = (time: string) => at(time) / MINUTE;
    const found = marksOf(laneOf(lanesOf(plan, obligations), rule, to), axis);
    return { found, minute, bars: found.bars.map(({ kind, from, to: end }) => [kind, back(from), back(end)]), back };
  };

  it('late: the window, its limit, the lateness and a late dot', () => {
    const { found, minute, bars, back } = marks(new TestIncident(plan).report('03:20'), '06:00', 'R2');
    expect(bars).toEqual([
      ['window', minute('02:12'), minute('02:42')],
      ['lateMet', minute('02:42'), minute('03:20')],
    ]);
    expect(found.limits.map((limit) => [back(limit.at), limit.isAhead])).toEqual([[minute('02:42'), false]]);
    expect(found.dots.map((dot) => [back(dot.at), dot.isLate])).toEqual([[minute('03:20'), true]]);
    expect(found.note).not.toBe('band');
  });

  it('overdue: late from the limit to now', () => {
    const { minute, bars } = marks(new TestIncident(plan), '06:00', 'R2');
    expect(bars).toEqual([
      ['window', minute('02:12'), minute('02:42')],
      ['late', minute('02:42'), null],
    ]);
  });

  it('升级补报: the window was over before it was owed; late only since then [R4]', () => {
    const incident = new TestIncident(plan).figures('05:00', { dead: 10 });
    const { minute, bars } = marks(incident, '06:00', 'R4');
    expect(bars).toEqual([
      ['gone', minute('02:12'), minute('02:42')],
      ['late', minute('05:00'), null],
    ]);
  });

  it('pending: across now to its limit', () => {
    const incident = new TestIncident(plan).figures('03:12', { dead: 10 }).report('03:20');
    const { found, minute, bars } = marks(incident, '06:00', 'U2');
    expect(bars).toEqual([['running', minute('03:20'), minute('07:20')]]);
    expect(found.bars[0]).toMatchObject({ isAhead: true, isClipped: false });
    expect(found.limits).toMatchObject([{ isAhead: true }]);
  });

  it('a limit beyond the axis is clipped and has no tick', () => {
    const { found } = marks(new TestIncident(plan).report('03:20'), '06:00', 'U1');
    expect(found.bars[0]).toMatchObject({ to: 1, isClipped: true });
    expect(found.limits).toEqual([]);
  });

  it('立即: from its trigger to now, with attention marks and no limit', () => {
    const { found, minute, bars, back } = marks(new TestIncident(plan), '03:12', 'R6');
    expect(bars).toEqual([['immediate', minute('03:10'), null]]);
    expect(found.limits).toEqual([]);
    expect(found.attention.map(back)).toEqual([minute('03:15'), minute('03:20')]);
  });

  it('windows that follow each other end with their report', () => {
    const incident = new TestIncident(plan)
      .figures('03:12', { dead: 10 })
      .report('03:20')
      .report('06:00', { kind: 'followUp' });
    const { minute, bars, found } = marks(incident, '09:00', 'U2');
    expect(bars).toEqual([
      ['window', minute('03:20'), minute('06:00')],
      ['running', minute('06:00'), minute('10:00')],
    ]);
    expect(found.dots).toHaveLength(1);
    expect(found.limits).toHaveLength(1);
  });

  it('words of a report just made stand in the band', () => {
    expect(marks(new TestIncident(plan).report('03:20'), '03:21', 'R2').found.note).toBe('band');
  });

  it('nothing lies outside the axis', () => {
    const incident = new TestIncident(plan, { occurred: null })
      .report('03:12', { sent: { at: at('02:00'), precision: 'minute' } })
      .figures('05:00', { dead: 10 });
    const { obligations } = incident.at('06:00');
    const axis = axisOf(at('03:10'), at('06:00'), []);
    for (const lane of lanesOf(plan, obligations)) {
      for (const { from, to } of marksOf(lane, axis).bars) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to ?? 1).toBeLessThanOrEqual(1);
        expect(to ?? 1).toBeGreaterThanOrEqual(from);
      }
    }
    expect(fractionOf(axis, at('02:00'))).toBe(0);
  });
});
