import { describe, expect, it } from 'vitest';
import type { AlarmRow, BoardRow, IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import { textsIn } from '../texts/texts.ts';
import { attention, keepsAwake } from './attention.ts';
import { createBoardWatch, type DeskStatus } from './boardWatch.ts';
import { alarmMayClose, closeDecision, quitGuard } from './leaving.ts';
import { type ClockWords, isRunning, runningClocks, trayLines } from './runningClocks.ts';

const MINUTE = 60_000;
/** 2026-02-13 02:00 in the plan's zone. */
const NOW = Date.UTC(2026, 1, 12, 18, 0);
const parsed = parsePlanPackage(builtinPlans[0]);
const plan = parsed.ok ? parsed.plan : null;
const words: ClockWords = { plan, text: textsIn('zh-CN'), locale: 'zh-CN' };

const obligation = (change: Partial<Obligation>): Obligation =>
  ({
    key: 'i/R2/city/x/1',
    rule: 'R2',
    to: 'city',
    state: 'pending',
    dueAt: NOW + 12 * MINUTE,
    trigger: NOW,
    attentionAt: [],
    supervised: false,
    optional: false,
    arisenAt: NOW,
    ...change,
  }) as Obligation;
const incident = (title: string, ...obligations: Obligation[]): IncidentRow =>
  ({ incidentId: title, title, openedAt: NOW, assessment: { obligations } }) as unknown as IncidentRow;

describe('which clocks run', () => {
  it.each<[string, Partial<Obligation>, boolean]>([
    ['pending', {}, true],
    ['due soon', { state: 'dueSoon' }, true],
    ['overdue', { state: 'overdue' }, true],
    ['immediate', { state: 'immediate', dueAt: null }, true],
    ['open, attention to come', { state: 'open', dueAt: null, attentionAt: [NOW + 1] }, true],
    ['open, nothing to come', { state: 'open', dueAt: null, attentionAt: [NOW] }, false],
    ['met', { state: 'fulfilledLate' }, false],
    ['waived', { state: 'waived' }, false],
    ['owed by somebody else', { supervised: true }, false],
  ])('%s', (_, change, runs) => {
    expect(isRunning(obligation(change), NOW)).toBe(runs);
  });

  it('the most urgent first, across incidents', () => {
    const late = obligation({ key: 'late', state: 'overdue', dueAt: NOW - MINUTE });
    const clocks = runningClocks([incident('甲', obligation({})), incident('乙', late)], NOW);
    expect(clocks.map(({ incidentTitle, obligation: { key } }) => [incidentTitle, key])).toEqual([
      ['乙', 'late'],
      ['甲', 'i/R2/city/x/1'],
    ]);
  });
});

describe('the tray says what is next', () => {
  const lines = (...obligations: Obligation[]) =>
    trayLines(runningClocks([incident('甲', ...obligations)], NOW), NOW, words);
  it('nothing runs', () => expect(lines()).toEqual(['没有正在计时的时限']));
  it('the next one, in the plan’s zone', () => {
    expect(lines(obligation({}))).toEqual(['02:12 前：首报 电话（报市委、市政府）']);
  });
  it('late ones by number, and the next', () => {
    expect(lines(obligation({ state: 'overdue', dueAt: NOW - 1 }), obligation({ rule: 'R3' }))[0]).toBe('超时 1 项');
  });
  it('what has no due time is named as immediate', () => {
    expect(lines(obligation({ state: 'immediate', dueAt: null }))[0]).toContain('立即');
  });
});

describe('leaving while clocks run', () => {
  it.each([
    ['nothing runs: the window closes', { quitting: false, clocks: 0, alarms: 0, told: false }, 'close'],
    ['a clock runs: to the tray, and said', { quitting: false, clocks: 1, alarms: 0, told: false }, 'hideAndTell'],
    ['said before', { quitting: false, clocks: 1, alarms: 0, told: true }, 'hide'],
    ['an alarm is open', { quitting: false, clocks: 0, alarms: 1, told: true }, 'hide'],
    ['quitting', { quitting: true, clocks: 3, alarms: 1, told: false }, 'close'],
  ] as const)('%s', (_, facts, decision) => {
    expect(closeDecision(facts)).toBe(decision);
  });

  it('an alarm nobody acknowledged keeps its window', () => {
    expect(alarmMayClose({ quitting: false, alarms: 1 })).toBe(false);
    expect(alarmMayClose({ quitting: false, alarms: 0 })).toBe(true);
    expect(alarmMayClose({ quitting: true, alarms: 1 })).toBe(true);
  });

  it('quitting asks once and names the running clocks; eleven and more as a number', () => {
    const clocks = runningClocks([incident('甲泄漏', obligation({}))], NOW);
    expect(quitGuard({ decided: false, clocks, now: NOW }, words)).toMatchObject({
      kind: 'ask',
      detail: expect.stringContaining('甲泄漏 · 首报 电话（报市委、市政府） · 02:12 到时, 剩 12 分') as string,
    });
    const many = Array.from({ length: 20 }, (_, n) => incident(`第${n}起`, obligation({ key: String(n) })));
    const guard = quitGuard({ decided: false, clocks: runningClocks(many, NOW), now: NOW }, words);
    expect(guard.kind === 'ask' && guard.detail).toContain('另有 12 项');
  });

  it('nothing runs, or it was decided: no question', () => {
    const clocks = runningClocks([incident('甲', obligation({}))], NOW);
    expect(quitGuard({ decided: false, clocks: [], now: NOW }, words)).toEqual({ kind: 'quit' });
    expect(quitGuard({ decided: true, clocks, now: NOW }, words)).toEqual({ kind: 'quit' });
  });

  it('the machine stays awake while anything runs or calls, and only then', () => {
    expect([keepsAwake(0, 0), keepsAwake(1, 0), keepsAwake(0, 1)]).toEqual([false, true, true]);
  });
});

describe('what an alarm does outside the pages', () => {
  const alarm = (alarmId: string, acknowledged = false, change: Partial<AlarmRow> = {}) =>
    ({ alarmId, kind: 'alarm', stagesCalled: 1, acknowledged: acknowledged ? { at: 1 } : null, ...change }) as AlarmRow;
  it('each shows once; acknowledged ones are gone', () => {
    expect(attention(new Set(), [alarm('a')])).toMatchObject({ fresh: [{ alarmId: 'a' }], show: true, badge: 1 });
    expect(attention(new Set(['a 1']), [alarm('a')])).toMatchObject({ fresh: [], show: true, badge: 1 });
    expect(attention(new Set(['a 1']), [alarm('a', true)])).toMatchObject({ fresh: [], show: false, badge: 0 });
    expect(attention(new Set(['a 1']), [])).toMatchObject({ fresh: [], show: false, badge: 0 });
  });

  it('[ALARM-4] what joins a standing alarm is heard anew', () => {
    const grown = alarm('a', false, { stagesCalled: 2 });
    expect(attention(new Set(['a 1']), [grown])).toMatchObject({ fresh: [{ alarmId: 'a' }] });
  });

  it('[ALARM-9] a reminder opens no window', () => {
    const reminder = alarm('r', false, { kind: 'reminder' });
    expect(attention(new Set(), [reminder])).toMatchObject({ fresh: [], show: false, badge: 0 });
  });
});

describe('the shell follows the board', () => {
  function watching() {
    let now = NOW;
    let reads = 0;
    let fails = false;
    const shown: DeskStatus[] = [];
    const logged: string[] = [];
    const watch = createBoardWatch({
      async board() {
        reads += 1;
        if (fails) throw new Error('the worker died');
        return { incidents: [], alarms: [], latest: [], nextChangeAt: NOW + 10_000 } as unknown as BoardRow;
      },
      plan: async () => null,
      clock: () => now,
      onStatus: (status) => shown.push(status),
      log: (line) => logged.push(line),
    });
    const tickAt = (at: number) => {
      now = at;
      return watch.tick();
    };
    return { watch, tickAt, reads: () => reads, fail: (value: boolean) => (fails = value), shown, logged };
  }

  it('reads when something was committed, when something changes by itself, and once a minute; not otherwise', async () => {
    const { watch, tickAt, reads } = watching();
    await tickAt(NOW);
    await tickAt(NOW + 1000);
    expect(reads()).toBe(1);
    watch.changed();
    await tickAt(NOW + 2000);
    expect(reads()).toBe(2);
    await tickAt(NOW + 10_000);
    expect(reads()).toBe(3);
    await tickAt(NOW - 3_600_000);
    expect(reads()).toBe(4); // the clock was set back
  });

  it('[ALARM-8] what the scheduler calls is shown while the desk does not answer', async () => {
    const { watch, tickAt, fail, shown } = watching();
    fail(true);
    await tickAt(NOW);
    const call = { alarmId: 'a', kind: 'alarm', incidentId: 'i', incidentTitle: '泄漏', calledAt: NOW } as const;
    watch.called([{ ...call, position: null, stages: [{ key: 'k', stage: 'due', stageAt: NOW }] }]);
    expect(shown.at(-1)?.alarms).toMatchObject([{ alarmId: 'a', stages: [{ stage: 'due' }] }]);
  });

  it('a desk that does not answer is said once and asked again', async () => {
    const { tickAt, fail, shown, logged } = watching();
    fail(true);
    await tickAt(NOW);
    await tickAt(NOW + 1000);
    expect(logged).toHaveLength(1);
    fail(false);
    await tickAt(NOW + 2000);
    expect(shown).toHaveLength(1);
  });
});
