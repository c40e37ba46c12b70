import { describe, expect, it } from 'vitest';
import { NO_TIME, readTime } from '#renderer/ui/timeValue.ts';
import { commandSchema } from '#shared/domain/commands.ts';
import { at, jincheng } from '#shared/plan/testing/testIncident.ts';
import {
  conditionsCommand,
  demandCommand,
  detailsCommand,
  durationCommand,
  figuresCommand,
  gradeCommand,
  hoursOf,
  strikeCommands,
  timesCommand,
} from './actCommands.ts';

const plan = jincheng();
const time = (text: string) => readTime(text, at('03:10:26'), plan.timeZone);
const isTaken = (command: unknown) => commandSchema.safeParse(command).success;

describe('figures', () => {
  const none = { figures: {}, observed: NO_TIME, source: '' };

  it('only what was typed, as it was meant, with who said so and when it was seen', () => {
    const command = figuresCommand(plan, 'i', {
      figures: { dead: '22', missing: '?' },
      observed: time('0300'),
      source: ' 卫健委 ',
    });
    expect(command).toEqual({
      type: 'RecordFigures',
      incidentId: 'i',
      figures: { dead: { kind: 'exact', n: 22 }, missing: { kind: 'unknown' } },
      observedAt: '2013-11-21T19:00Z',
      source: '卫健委',
    });
    expect(isTaken(command)).toBe(true);
  });

  it('seen now where no time is given', () => {
    expect(figuresCommand(plan, 'i', { ...none, figures: { dead: '0' } })).not.toHaveProperty('observedAt');
  });

  it.each([
    ['nothing', none],
    ['a figure that cannot be read', { ...none, figures: { dead: '22', injured: 'x' } }],
    ['a time that cannot be read', { ...none, figures: { dead: '22' }, observed: time('99') }],
    ['an unknown time', { ...none, figures: { dead: '22' }, observed: time('?') }],
  ])('%s records nothing', (_, form) => expect(figuresCommand(plan, 'i', form)).toBeNull());
});

describe('times [plan 4.1.2: clocks run from the occurrence]', () => {
  const none = { occurredAt: NO_TIME, discoveredAt: NO_TIME, receivedAt: NO_TIME, reason: '调度记录' };

  it('left empty is unchanged, ? is not known after all', () => {
    const command = timesCommand('i', { ...none, occurredAt: time('0212'), discoveredAt: time('?') });
    expect(command).toEqual({
      type: 'CorrectTimes',
      incidentId: 'i',
      occurredAt: '2013-11-21T18:12Z',
      discoveredAt: null,
      reason: '调度记录',
    });
    expect(isTaken(command)).toBe(true);
  });

  it.each([
    ['nothing', none],
    ['no reason', { ...none, occurredAt: time('0212'), reason: ' ' }],
    ['an unreadable time', { ...none, occurredAt: time('x') }],
    ['an unknown time of receipt', { ...none, occurredAt: time('0212'), receivedAt: time('?') }],
  ])('%s corrects nothing', (_, form) => expect(timesCommand('i', form)).toBeNull());
});

describe('the other facts', () => {
  it('a grade needs to be chosen, its reason not', () => {
    expect(gradeCommand('i', { grade: null, reason: '' })).toBeNull();
    expect(gradeCommand('i', { grade: 'major', reason: ' ' })).toEqual({
      type: 'DetermineGrade',
      incidentId: 'i',
      grade: 'major',
    });
  });

  it('conditions: at least one', () => {
    expect(conditionsCommand('i', { conditions: {}, source: '现场' })).toBeNull();
    expect(isTaken(conditionsCommand('i', { conditions: { fire: 'no' }, source: '现场' }))).toBe(true);
  });

  it('a duration: its end is ?, its forecast in hours', () => {
    const form = { started: NO_TIME, ended: time('?'), forecast: '36', source: '' };
    expect(durationCommand('i', 'outage', form)).toEqual({
      type: 'RecordDuration',
      incidentId: 'i',
      duration: 'outage',
      endedAt: null,
      forecastHours: 36,
    });
    expect(durationCommand('i', 'outage', { ...form, ended: NO_TIME, forecast: '' })).toBeNull();
    expect(durationCommand('i', 'outage', { ...form, forecast: '一天' })).toBeNull();
    expect(durationCommand('i', 'outage', { ...form, started: time('x') })).toBeNull();
  });

  it.each([
    ['', undefined],
    ['?', null],
    ['36', 36],
    ['１２', 12],
    ['1.5', 1.5],
    ['-1', 'bad'],
    ['很久', 'bad'],
  ])('%j hours is %s', (typed, hours) => expect(hoursOf(typed)).toBe(hours));

  it('details: only what was changed; emptied is left alone, ? is 正在核实', () => {
    const form = { title: null, details: { place: ' 暗渠 ', trend: null, impact: ' ' }, source: '' };
    expect(detailsCommand('i', form)).toEqual({
      type: 'ReviseDetails',
      incidentId: 'i',
      details: { place: '暗渠', trend: null },
    });
    expect(detailsCommand('i', { title: '新名称', details: {}, source: '' })).toEqual({
      type: 'ReviseDetails',
      incidentId: 'i',
      title: '新名称',
    });
    expect(detailsCommand('i', { title: ' ', details: { impact: '' }, source: '甲' })).toBeNull();
  });

  it('a demand says from whom and what; now where no time is given', () => {
    const form = { demandId: 'd-1', from: 'city', demanded: NO_TIME, person: '王主任', what: '核实失联' };
    expect(demandCommand('i', form)).toEqual({
      type: 'RecordDemand',
      incidentId: 'i',
      demandId: 'd-1',
      from: 'city',
      person: '王主任',
      what: '核实失联',
    });
    expect(demandCommand('i', { ...form, what: ' ' })).toBeNull();
    expect(demandCommand('i', { ...form, from: null })).toBeNull();
    expect(demandCommand('i', { ...form, demanded: time('x') })).toBeNull();
  });
});

describe('striking', () => {
  const form = { reason: '误听', figures: {}, observed: time('0300'), source: '卫健委' };

  it('strikes, and records the right figures after it where they are given', () => {
    expect(strikeCommands(plan, 'i', 'e-1', form)).toEqual([
      { type: 'StrikeEntry', incidentId: 'i', strikes: 'e-1', reason: '误听' },
    ]);
    expect(strikeCommands(plan, 'i', 'e-1', { ...form, figures: { dead: '21' } })).toMatchObject([
      { type: 'StrikeEntry' },
      { type: 'RecordFigures', figures: { dead: { n: 21 } }, observedAt: '2013-11-21T19:00Z', source: '卫健委' },
    ]);
  });

  it('neither without a reason, nor where the right figure cannot be read', () => {
    expect(strikeCommands(plan, 'i', 'e-1', { ...form, reason: ' ' })).toBeNull();
    expect(strikeCommands(plan, 'i', 'e-1', { ...form, figures: { dead: 'x' } })).toBeNull();
  });
});
