import { describe, expect, it } from 'vitest';
import { readTime } from '#renderer/ui/timeValue.ts';
import { takeCallSchema } from '#shared/domain/incident/commands.ts';
import { at, jincheng } from '#shared/plan/testing/testIncident.ts';
import { filledFrom } from './filledFrom.ts';
import { begun, EMPTY_INTAKE, hasContent, type IntakeForm } from './intakeForm.ts';
import { markUnknown } from './markUnknown.ts';
import { readIntake } from './readIntake.ts';

const plan = jincheng();
const NOW = at('03:10:26');
const time = (text: string) => readTime(text, NOW, plan.timeZone);
let ids = 0;
const fresh = begun(EMPTY_INTAKE, NOW, '03:10', () => `id-${++ids}`);
const filled = (change: Partial<IntakeForm>): IntakeForm => ({ ...fresh, ...change });
const read = (change: Partial<IntakeForm>) => readIntake(filled(change), plan, NOW + 120_000);

describe('the first key', () => {
  it('chooses ids, starts the stopwatch, and the call counts as received in that minute', () => {
    const { startedAt, callId, incidentId, receivedAt } = fresh;
    expect(startedAt).toBe(NOW);
    expect(callId).not.toBe(incidentId);
    expect(receivedAt).toEqual({ text: '03:10', timed: { at: at('03:10'), precision: 'minute' } });
  });

  it('happens once: the second key changes neither ids nor time', () => {
    expect(begun(fresh, NOW + 5000, '03:11', () => 'other')).toBe(fresh);
  });

  it('says nothing yet by itself', () => {
    expect(hasContent(fresh)).toBe(false);
    expect(readIntake(fresh, plan, NOW).errors).toEqual([{ path: '', code: 'empty' }]);
  });
});

describe('from the form to TakeCall [rules §1, §7]', () => {
  it('a whole call, with every kind of figure and every kind of not knowing', () => {
    const { input, errors } = read({
      occurredAt: time('0212'),
      discoveredAt: time('?'),
      details: {
        source: '110 转警',
        area: '泽州县',
        medium: 'Crude oil',
        object: '长输管道',
        place: ' 暗渠 ',
        trend: null,
        reporter: '',
      },
      figures: { atRisk: '约200', dead: '0', injured: '3+', seriouslyInjured: '?', missing: '3-5', trapped: ' ' },
      conditions: { leak: 'yes', fire: 'no', explosion: 'unknown' },
      marks: { productionSafety: 'unknown' },
      durations: { outage: { started: time('0225'), ended: time(''), forecast: '36' } },
    });
    expect(errors).toEqual([]);
    expect(input).toEqual({
      type: 'TakeCall',
      callId: fresh.callId,
      receivedAt: '2013-11-21T19:10Z',
      occurredAt: '2013-11-21T18:12Z',
      discoveredAt: null,
      source: '110 转警',
      details: {
        source: '110 转警',
        area: 'zezhou',
        medium: 'crude',
        object: 'transmission',
        place: '暗渠',
        trend: null,
      },
      figures: {
        atRisk: { kind: 'about', n: 200 },
        dead: { kind: 'exact', n: 0 },
        injured: { kind: 'atLeast', n: 3 },
        seriouslyInjured: { kind: 'unknown' },
        missing: { kind: 'range', from: 3, to: 5 },
      },
      conditions: { leak: 'yes', fire: 'no', explosion: 'unknown' },
      marks: { productionSafety: 'unknown' },
      durations: { outage: { startedAt: '2013-11-21T18:25Z', forecastHours: 36 } },
      disposition: { kind: 'open', incidentId: fresh.incidentId },
    });
    expect(takeCallSchema.safeParse(input).error?.issues).toBeUndefined();
  });

  it('what was not asked is left out, never 0 and never 正在核实', () => {
    const { input } = read({ conditions: { leak: 'yes' } });
    expect(Object.keys(input).toSorted()).toEqual(['callId', 'conditions', 'disposition', 'receivedAt', 'type']);
  });

  it('a free area and medium stay words', () => {
    const { input, errors } = read({ details: { area: '长治交界', medium: '甲醇' } });
    expect(errors).toEqual([]);
    expect(input.details).toEqual({ area: '长治交界', medium: '甲醇' });
  });

  it('停输 switched on without a time has stopped, since when is being verified', () => {
    const off = { started: time(''), ended: time(''), forecast: '' };
    expect(read({ durations: { outage: off } }).input.durations).toEqual({ outage: { startedAt: null } });
  });

  it('the source of the facts is the first known of those who called', () => {
    expect(read({ details: { source: null, reportingUnit: '区政府值班室' } }).input.source).toBe('区政府值班室');
    expect(read({ details: { source: '甲\n乙'.padEnd(300, '丙') } }).input.source).toHaveLength(200);
    expect(read({ details: { place: '暗渠' } }).input).not.toHaveProperty('source');
  });

  it('a cleared time of receipt is when the form was begun, not when it is saved', () => {
    expect(read({ receivedAt: time(''), conditions: { leak: 'yes' } }).input.receivedAt).toBe('2013-11-21T19:10Z');
  });

  it('a title is given only where one was typed', () => {
    expect(read({ title: ' 暗渠泄漏 ' }).input.disposition).toMatchObject({ title: '暗渠泄漏' });
    expect(read({ title: ' ' }).input.disposition).not.toHaveProperty('title');
  });
});

describe('what cannot be read is said at its field and never sent', () => {
  it.each<[string, Partial<IntakeForm>, string, string]>([
    ['a time', { occurredAt: time('2561') }, 'occurredAt', 'time'],
    ['an unknown time of receipt', { receivedAt: time('?') }, 'receivedAt', 'receivedUnknown'],
    ['a figure', { figures: { dead: '三' } }, 'figures.dead', 'quantity'],
    ['half a person', { figures: { dead: '1.5' } }, 'figures.dead', 'integer'],
    ['a kind of facility', { details: { object: '水管' } }, 'details.object', 'notInList'],
    [
      'a forecast',
      { durations: { outage: { started: time('0225'), ended: time(''), forecast: '一天' } } },
      'durations.outage.forecastHours',
      'hours',
    ],
    [
      'a start of an outage',
      { durations: { outage: { started: time('x'), ended: time(''), forecast: '' } } },
      'durations.outage.startedAt',
      'time',
    ],
  ])('%s', (_, change, path, code) => {
    const { errors } = read({ conditions: { leak: 'yes' }, ...change });
    expect(errors).toEqual([{ path, code }]);
  });

  it('the other fields still count in the preview', () => {
    const { input } = read({ occurredAt: time('2561'), figures: { dead: '三', injured: '2' } });
    expect(input.figures).toEqual({ injured: { kind: 'exact', n: 2 } });
    expect(input).not.toHaveProperty('occurredAt');
  });
});

describe('what becomes of the call', () => {
  const disposition = (change: Partial<IntakeForm['disposition']>) =>
    read({ conditions: { leak: 'yes' }, disposition: { ...fresh.disposition, ...change } });

  it('joins a chosen incident, and only a chosen one', () => {
    expect(disposition({ kind: 'join', incidentId: 'i-1' }).input.disposition).toEqual({
      kind: 'join',
      incidentId: 'i-1',
    });
    expect(disposition({ kind: 'join' }).errors).toEqual([{ path: 'disposition.incidentId', code: 'incident' }]);
  });

  it('a false alarm needs a reason and nothing else', () => {
    expect(disposition({ kind: 'falseAlarm', reason: '  ' }).errors).toEqual([
      { path: 'disposition.reason', code: 'reason' },
    ]);
    const alone = readIntake(
      filled({ disposition: { ...fresh.disposition, kind: 'falseAlarm', reason: '施工气味' } }),
      plan,
      NOW,
    );
    expect(alone).toMatchObject({ errors: [], input: { disposition: { kind: 'falseAlarm', reason: '施工气味' } } });
  });

  it('a duplicate names the other call, its note is optional', () => {
    expect(disposition({ kind: 'duplicate' }).errors).toEqual([{ path: 'disposition.ofCallId', code: 'call' }]);
    expect(disposition({ kind: 'duplicate', ofCallId: 'c-1' }).input.disposition).toEqual({
      kind: 'duplicate',
      ofCallId: 'c-1',
    });
  });
});

describe('正在核实 as one key', () => {
  it.each(['occurredAt', 'discoveredAt', 'details.trend', 'figures.dead'])(
    '%s, and once more takes it back',
    (path) => {
      const unknown = markUnknown(fresh, path);
      expect(hasContent(unknown)).toBe(true);
      expect(markUnknown(unknown, path)).toEqual(fresh);
    },
  );

  it('reaches the start of a running outage', () => {
    const on = filled({ durations: { outage: { started: time('0225'), ended: time(''), forecast: '' } } });
    const { input } = readIntake(markUnknown(on, 'durations.outage.startedAt'), plan, NOW);
    expect(input.durations).toEqual({ outage: { startedAt: null } });
  });

  it('leaves alone what is always known', () => {
    expect(markUnknown(fresh, 'receivedAt')).toBe(fresh);
    expect(markUnknown(fresh, 'disposition.reason')).toBe(fresh);
  });
});

describe('3.4: a warning that came true fills the call', () => {
  const warning = {
    warningId: 'w1',
    intake: { title: '沁河洪水威胁', details: { area: 'zezhou', place: '沁河穿越段', impact: '两村' } },
  };

  it('by the words of the lists, and only where nothing was typed', () => {
    const form = filledFrom(filled({ details: { place: '北石店', impact: '' } }), warning, plan);
    expect(form.details).toEqual({ area: '泽州县', place: '北石店', impact: '两村' });
    expect(form.fromWarning).toEqual({ warningId: 'w1', title: '沁河洪水威胁' });
  });

  it('and goes with a new incident, and with nothing else', () => {
    const form = filledFrom(fresh, warning, plan);
    const opened = readIntake(form, plan, NOW).input.disposition;
    expect(opened).toEqual({ kind: 'open', incidentId: fresh.incidentId, fromWarningId: 'w1' });
    const joined = readIntake(
      { ...form, disposition: { ...form.disposition, kind: 'join', incidentId: 'i1' } },
      plan,
      NOW,
    );
    expect(joined.input.disposition).toEqual({ kind: 'join', incidentId: 'i1' });
  });
});
