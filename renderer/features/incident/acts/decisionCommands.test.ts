import { describe, expect, it } from 'vitest';
import { NO_TIME, readTime } from '#renderer/ui/timeValue.ts';
import { commandSchema } from '#shared/domain/commands.ts';
import { at, jincheng } from '#shared/plan/testing/testIncident.ts';
import { closeCommand, decisionOf, levelCommand, mergeCommand, terminateCommand } from './decisionCommands.ts';

const plan = jincheng();
const decision = { post: 'commander', name: ' 陈立 ', means: 'phone' as const, at: NO_TIME };
const level = { level: 'I', decision, reason: '', matter: '全面救援', expectedHours: '48' };

describe('who decided', () => {
  it('a post, a name, how it was given; now where no time is given', () => {
    expect(decisionOf(decision)).toEqual({ post: 'commander', name: '陈立', means: 'phone' });
    const timed = decisionOf({ ...decision, at: readTime('0305', at('03:10:26'), plan.timeZone) });
    expect(timed).toMatchObject({ at: '2013-11-21T19:05Z' });
  });

  it.each([
    ['no post', { ...decision, post: null }],
    ['no name', { ...decision, name: ' ' }],
    ['an unreadable time', { ...decision, at: { text: 'x', timed: null } }],
  ])('%s is no decision', (_, form) => expect(decisionOf(form)).toBeNull());
});

describe('response levels [plan 4.3, 4.5, 4.7]', () => {
  it('starts where none is in force, adjusts where one is', () => {
    const start = levelCommand('i', null, level);
    expect(start).toMatchObject({ type: 'StartResponse', level: 'I', matter: '全面救援', expectedHours: 48 });
    const adjust = levelCommand('i', 'II', level);
    expect(adjust).toMatchObject({ type: 'AdjustResponse', level: 'I' });
    expect([start, adjust].every((command) => commandSchema.safeParse(command).success)).toBe(true);
  });

  it('needs a level, a decision and readable hours', () => {
    expect(levelCommand('i', null, { ...level, level: null })).toBeNull();
    expect(levelCommand('i', null, { ...level, decision: { ...decision, name: '' } })).toBeNull();
    expect(levelCommand('i', null, { ...level, expectedHours: '两天' })).toBeNull();
  });

  it('an end states every condition, confirmed or not: the desk refuses what is not', () => {
    const command = terminateCommand(plan, 'i', { conditions: { siteControlled: true }, approval: decision, decision });
    expect(command).toMatchObject({
      conditions: { siteControlled: true, environmentMeetsStandards: false, secondaryHazardsRemoved: false },
    });
    expect(commandSchema.safeParse(command).success).toBe(true);
    const unnamed = { ...decision, name: '' };
    expect(terminateCommand(plan, 'i', { conditions: {}, approval: unnamed, decision })).toBeNull();
  });
});

describe('closing and merging', () => {
  it('a reason goes along where one is given', () => {
    expect(closeCommand('i', { outcome: 'handled', reason: ' ' })).toEqual({
      type: 'CloseIncident',
      incidentId: 'i',
      outcome: 'handled',
    });
    expect(closeCommand('i', { outcome: 'falseAlarm', reason: '气味' })).toMatchObject({ reason: '气味' });
  });

  it('merging names the other and says why', () => {
    expect(mergeCommand('i', { into: null, reason: '同一处' })).toBeNull();
    expect(mergeCommand('i', { into: 'j', reason: ' ' })).toBeNull();
    expect(mergeCommand('i', { into: 'j', reason: '同一处' })).toMatchObject({ type: 'MergeIncidents', into: 'j' });
  });
});
