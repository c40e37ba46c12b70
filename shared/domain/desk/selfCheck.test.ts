/** What of a self-check's findings is a fault, and what it leaves in the log. */
import { describe, expect, test } from 'vitest';
import { at, TestDesk } from '../testing/testDesk.ts';
import {
  BACKUP_LIMIT_MS,
  type CheckFault,
  type CheckId,
  checkIds,
  DAY_MS,
  DESK_LIMIT_MS,
  FREE_LIMIT_BYTES,
  faultsOf,
  isSelfCheckDue,
  judgeSelfCheck,
  type SelfCheckFacts,
  TICK_LIMIT_MS,
} from './selfCheck.ts';

const NOW = at('03:00');
const GOOD: SelfCheckFacts = {
  sound: 'on',
  tickMsAgo: 900,
  deskAnswerMs: 4,
  backup: { lastAt: NOW - 20 * 60_000, isWhole: true, unsavedSince: null },
  freeBytes: 20 * 1024 ** 3,
  clockTrusted: true,
  cjkFonts: true,
};
const backup = (change: Partial<SelfCheckFacts['backup']>) => ({ backup: { ...GOOD.backup, ...change } });
const late = NOW - BACKUP_LIMIT_MS - 1;

const TABLE: [string, Partial<SelfCheckFacts>, CheckId, CheckFault | null][] = [
  ['sound runs', {}, 'sound', null],
  ['sound not armed', { sound: 'off' }, 'sound', 'soundOff'],
  ['no sound device', { sound: 'none' }, 'sound', 'soundNone'],
  ['sound stands still', { sound: 'stuck' }, 'sound', 'soundStuck'],
  ['no screen open', { sound: 'noScreen' }, 'sound', 'noScreen'],
  ['tick just in time', { tickMsAgo: TICK_LIMIT_MS }, 'tick', null],
  ['tick stopped', { tickMsAgo: TICK_LIMIT_MS + 1 }, 'tick', 'tickStopped'],
  ['never ticked', { tickMsAgo: null }, 'tick', 'tickStopped'],
  ['desk just in time', { deskAnswerMs: DESK_LIMIT_MS }, 'desk', null],
  ['desk slow', { deskAnswerMs: DESK_LIMIT_MS + 1 }, 'desk', 'deskSlow'],
  ['desk silent', { deskAnswerMs: null }, 'desk', 'deskSilent'],
  ['old backup, nothing changed since', backup({ lastAt: NOW - 9 * DAY_MS }), 'backup', null],
  ['changed an hour ago, the next backup is due only now', backup({ unsavedSince: late + 1 }), 'backup', null],
  ['changed and not backed up for longer', backup({ unsavedSince: late }), 'backup', 'backupOld'],
  ['none yet on a new desk', backup({ lastAt: null, isWhole: null, unsavedSince: NOW - 1 }), 'backup', null],
  ['none at all', backup({ lastAt: null, isWhole: null, unsavedSince: late }), 'backup', 'backupMissing'],
  ['the newest is damaged', backup({ isWhole: false }), 'backup', 'backupNotWhole'],
  ['too large to read again in time', backup({ isWhole: null }), 'backup', null],
  ['disk just enough', { freeBytes: FREE_LIMIT_BYTES }, 'disk', null],
  ['disk low', { freeBytes: FREE_LIMIT_BYTES - 1 }, 'disk', 'diskLow'],
  ['disk unknown', { freeBytes: null }, 'disk', 'diskUnknown'],
  ['clock set back', { clockTrusted: false }, 'clock', 'clockNotTrusted'],
  ['no Chinese font', { cjkFonts: false }, 'fonts', 'noFonts'],
];

describe('[CHECK-1] what is found and what of it is a fault', () => {
  test.each(TABLE)('%s', (_, change, check, fault) => {
    const results = judgeSelfCheck({ ...GOOD, ...change }, NOW);
    expect(results[check].fault).toBe(fault);
    expect(faultsOf(results)).toEqual(fault === null ? [] : [check]);
  });

  test('every check has a good and a bad case here', () => {
    for (const check of checkIds) {
      const cases = TABLE.filter(([, , of]) => of === check);
      expect(
        cases.some(([, , , fault]) => fault !== null),
        check,
      ).toBe(true);
    }
  });

  test('what was measured is told in its unit', () => {
    const { tick, desk, backup: kept, disk, sound } = judgeSelfCheck(GOOD, NOW);
    expect([tick, desk, kept, disk, sound].map(({ measured }) => measured)).toEqual([
      { value: 0, unit: 'seconds' },
      { value: 4, unit: 'milliseconds' },
      { value: 20, unit: 'minutes' },
      { value: 20_480, unit: 'mebibytes' },
      null,
    ]);
  });
});

describe('[CHECK-2] once in 24 hours', () => {
  test.each([
    ['never yet', null, true],
    ['just now', NOW, false],
    ['a moment less than a day ago', NOW - DAY_MS + 1, false],
    ['a day ago', NOW - DAY_MS, true],
    ['in the future: the clock was set back', NOW + 1, true],
  ] as const)('%s', (_, lastAt, due) => {
    expect(isSelfCheckDue(lastAt, NOW)).toBe(due);
  });
});

describe('[CHECK-3] its result is an entry', () => {
  const record = (change: Partial<SelfCheckFacts>) =>
    ({ type: 'RecordSelfCheck', how: 'byHand', results: judgeSelfCheck({ ...GOOD, ...change }, NOW) }) as const;

  test('passed or failed by its findings, and the desk knows the last one with who asked', () => {
    const desk = new TestDesk();
    expect(desk.ask(record({}))).toMatchObject({ events: [{ stream: 'desk', type: 'SelfCheckPassed' }] });
    desk
      .do(record({}))
      .at('03:20')
      .do(record({ sound: 'off' }));
    expect(desk.context.desk.selfCheck).toMatchObject({
      at: at('03:20'),
      how: 'byHand',
      actor: { officerId: 'o1' },
      results: { sound: { fault: 'soundOff' }, tick: { fault: null } },
    });
  });

  test('one that leaves a check out is refused at the boundary', () => {
    const { sound: _, ...rest } = judgeSelfCheck(GOOD, NOW);
    expect(() => new TestDesk().ask({ type: 'RecordSelfCheck', how: 'daily', results: rest } as never)).toThrow();
  });
});
