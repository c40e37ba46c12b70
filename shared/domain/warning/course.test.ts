/** 3.3, 3.4: a warning's course as it is drawn. */
import { expect, test } from 'vitest';
import type { CommandInput } from '../commands.ts';
import { at, TestDesk } from '../testing/testDesk.ts';
import { courseOf } from './course.ts';
import { viewWarning } from './view.ts';

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
const STEPS: [string, CommandInput][] = [
  [
    '03:10',
    {
      type: 'AssessWarning',
      ...on,
      participants: [{ name: '甲' }],
      conclusion: { kind: 'warn', level: 'orange' },
      reason: '雨',
    },
  ],
  ['03:20', { type: 'ReportWarning', ...on, person: '某人', means: 'phone' }],
  ['03:30', { type: 'ApproveWarning', ...on, approval, ground: 'rules' }],
  ['03:40', { type: 'IssueWarning', ...on, content, issuer }],
  ['03:50', { type: 'AcknowledgeWarning', ...on, recipient: 'operator', person: '某人' }],
  [
    '04:10',
    {
      type: 'ChangeWarning',
      ...on,
      version: 1,
      level: 'red',
      content,
      reason: '水涨',
      approval,
      ground: 'rules',
      issuer,
    },
  ],
  ['06:00', { type: 'ReleaseWarning', ...on, version: 2, reason: '水退', decision: approval }],
];

function courseAfter(steps: number, now: string) {
  const desk = new TestDesk();
  for (const [time, command] of STEPS.slice(0, steps)) desk.at(time).do(command);
  const state = desk.context.warning('w1');
  if (state === null) throw new Error('no warning');
  return courseOf(viewWarning(desk.plan, state, at(now)));
}

test('each step stands in its row at its own instant; levels follow each other, the last one to now', () => {
  const { from, to, marks, spans } = courseAfter(6, '05:00');
  expect([from, to]).toEqual([at('03:10'), at('05:00')]);
  expect(marks.map(({ row, at: when }) => [row, when])).toEqual([
    ['assessed', at('03:10')],
    ['reported', at('03:20')],
    ['approved', at('03:30')],
    ['approved', at('04:10')],
  ]);
  expect(spans).toEqual([
    { version: 1, level: 'orange', from: at('03:40'), to: at('04:10') },
    { version: 2, level: 'red', from: at('04:10'), to: null },
  ]);
});

test('an acknowledgement stands while its issue does; the end closes the picture', () => {
  expect(courseAfter(5, '04:00').marks.at(-1)).toMatchObject({ row: 'acknowledged', at: at('03:50') });
  const ended = courseAfter(7, '12:00');
  expect(ended.to).toBe(at('06:00'));
  expect(ended.marks.at(-1)).toMatchObject({ row: 'ended', at: at('06:00') });
  expect(ended.spans.at(-1)?.to).toBe(at('06:00'));
});

test('before the issue there is no level, and the picture has a length all the same', () => {
  const { spans, from, to } = courseAfter(1, '03:10');
  expect(spans).toEqual([]);
  expect(to).toBeGreaterThan(from);
});
