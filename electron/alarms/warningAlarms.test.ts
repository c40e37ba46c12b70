/** [ALARM-10] From the board of a real desk to what is called, recorded and answered: warnings and clues in the quieter class. */
import { expect, test } from 'vitest';
import { MINUTE, readyDesk, type TestDesk } from '#db/testing/testDesk.ts';
import type { BoardRow } from '#shared/contract/rows.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type AlarmBoard, scheduleOf } from './runScheduler.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

const warningId = 'w1';
const approval = { post: 'deputyCommander', name: '某人', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '某主任' };

function boardOf(desk: TestDesk): BoardRow {
  const reply = desk.query({ type: 'getBoard' });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.result;
}

/** The host: reads the board, ticks, and hands on what is to be recorded. */
function tick(desk: TestDesk, scheduler: Scheduler): string[] {
  const board: AlarmBoard = boardOf(desk);
  scheduler.learn(scheduleOf(board), new Map());
  const now = desk.clock.now();
  const { called } = scheduler.tick({ wall: now, steady: now, bootId: 'b' });
  for (const { commandId, command } of scheduler.outgoing()) {
    desk.must(command);
    scheduler.settle(commandId, { kind: 'recorded', position: boardOf(desk).latest[0]?.position ?? 0 });
  }
  return called.flatMap(({ kind, incidentTitle, stages }) =>
    stages.map(({ key, stage }) => `${kind} ${incidentTitle} ${key} ${stage}`),
  );
}

function issued(): TestDesk {
  const desk = readyDesk();
  const ends = new Date(desk.clock.now() + 120 * MINUTE).toISOString();
  const content = {
    areas: ['zezhou'],
    kind: 'flood',
    startsAt: new Date(desk.clock.now()).toISOString(),
    endsAt: ends,
    impact: '两村',
    cautions: '远离河道',
    measures: '巡查',
  };
  const commands: CommandInput[] = [
    {
      type: 'AssessWarning',
      warningId,
      title: '丹河段',
      participants: [{ name: '甲' }],
      conclusion: { kind: 'warn', level: 'orange' },
      reason: '雨',
    },
    { type: 'ReportWarning', warningId, person: '某人', means: 'phone' },
    { type: 'ApproveWarning', warningId, approval, ground: 'rules' },
    { type: 'IssueWarning', warningId, content, issuer, recipients: ['operator'] },
    { type: 'RecordClue', clueId: 'k1', source: 'hotline', said: '河水上涨' },
  ];
  for (const command of commands) desk.must(command);
  return desk;
}

test('half an hour after the issue whoever has not acknowledged is called for, and the clue that waits', () => {
  const desk = issued();
  const scheduler = createScheduler(null);
  expect(tick(desk, scheduler)).toEqual([]);
  desk.clock.pass(31 * MINUTE);
  expect(tick(desk, scheduler)).toEqual([
    'reminder 丹河段 warning/w1/ack/1/operator remind-1',
    'reminder  clue/k1 remind-1',
  ]);
  expect(tick(desk, scheduler)).toEqual([]);
  const { alarms } = boardOf(desk);
  expect(alarms.map(({ kind, warningId: of, incidentTitle }) => [kind, of, incidentTitle])).toEqual([
    ['reminder', warningId, '丹河段'],
    ['reminder', undefined, ''],
  ]);
  for (const { alarmId, warningId: of } of alarms)
    desk.must({ type: 'AcknowledgeAlarm', alarmId, ...(of === undefined ? {} : { warningId: of }) });
  expect(boardOf(desk).alarms).toEqual([]);
});

test('[WARNING-2] past its stated end a review is called for, and it stands; once it is released its alarm still waits for a name', () => {
  const desk = issued();
  const scheduler = createScheduler(null);
  tick(desk, scheduler);
  desk.must({ type: 'AcknowledgeWarning', warningId, recipient: 'operator', person: '调度员' });
  desk.must({ type: 'DismissClue', clueId: 'k1', reason: '查无此事' });
  desk.clock.pass(121 * MINUTE);
  expect(tick(desk, scheduler)).toEqual([expect.stringMatching(/^reminder 丹河段 warning\/w1\/review\/\d+ remind-1$/)]);
  expect(boardOf(desk).warnings[0]?.stage).toBe('issued');
  desk.must({ type: 'ReleaseWarning', warningId, version: 1, reason: '水退', decision: approval });
  expect(boardOf(desk).warnings).toEqual([]);
  expect(boardOf(desk).alarms).toHaveLength(1);
  desk.clock.pass(60 * MINUTE);
  expect(tick(desk, scheduler)).toEqual([]);
});
