/** 3.4: warnings counted by level and month, and how long each step took. */
import { expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { at, TestDesk } from '../testing/testDesk.ts';
import { warningStatistics } from './warnings.ts';

const on = { warningId: 'w1' } as const;
const approval = { post: 'deputyCommander', name: '孙', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '赵' };
const content = {
  areas: ['zezhou'],
  kind: 'flood',
  startsAt: '2013-11-22T03:30+08:00',
  impact: '两村',
  cautions: '远离',
  measures: '巡查',
};
const acknowledge = (recipient: string): CommandInput => ({
  type: 'AcknowledgeWarning',
  ...on,
  recipient,
  person: '某人',
});
const raise: CommandInput = {
  type: 'ChangeWarning',
  ...on,
  version: 1,
  level: 'red',
  content,
  reason: '水涨',
  approval,
  ground: 'rules',
  issuer,
};

function night(): TestDesk {
  const steps: [string, CommandInput][] = [
    ['03:10', { type: 'RecordClue', clueId: 'k1', source: 'hotline', said: '河水上涨' }],
    ['03:10', { type: 'RecordClue', clueId: 'k2', source: 'patrol', said: '塌陷' }],
    [
      '03:30',
      {
        type: 'AssessWarning',
        ...on,
        clueIds: ['k1'],
        participants: [{ name: '甲' }],
        conclusion: { kind: 'warn', level: 'orange' },
        reason: '雨',
      },
    ],
    ['03:35', { type: 'ReportWarning', ...on, person: '某人', means: 'phone' }],
    ['03:40', { type: 'ApproveWarning', ...on, approval, ground: 'rules' }],
    ['03:45', { type: 'IssueWarning', ...on, content, issuer, recipients: ['operator', 'duty-zezhou'] }],
    ['03:50', acknowledge('operator')],
    ['04:10', raise],
    ['04:30', acknowledge('operator')],
    ['04:40', acknowledge('duty-zezhou')],
  ];
  const desk = new TestDesk();
  for (const [time, command] of steps) desk.at(time).do(command);
  return desk;
}

function statisticsOf(desk: TestDesk, asked: Parameters<typeof warningStatistics>[1] = {}) {
  const warnings = [desk.context.warning('w1')].filter((state) => state !== null);
  const clues = ['k1', 'k2'].map((id) => desk.context.clue(id)).filter((state) => state !== null);
  return warningStatistics({ warnings, clues, timeZone: desk.plan.timeZone }, asked);
}

test('each issue counts under its level in its month; a change of the level is one', () => {
  expect(statisticsOf(night())).toEqual({
    months: ['2013-11'],
    issues: [
      { month: '2013-11', level: 'orange', n: 1 },
      { month: '2013-11', level: 'red', n: 1 },
    ],
    clues: 2,
    // One was assessed after twenty minutes; the other waits and is no number.
    clueToAssessment: { n: 1, median: 20, worst: 20 },
    assessmentToIssue: { n: 1, median: 15, worst: 15 },
    // Of the first issue one in five minutes; of the second two in twenty and thirty.
    issueToAcknowledgement: { n: 3, median: 20, worst: 30 },
  });
});

test('of a span only what went out in it; of an incident only the warnings it came from', () => {
  const desk = night();
  expect(statisticsOf(desk, { from: at('04:00') })).toMatchObject({ issues: [{ level: 'red' }], clues: 0 });
  expect(statisticsOf(desk, { incidentId: 'i1' })).toMatchObject({ issues: [], clues: 0, months: [] });
});
