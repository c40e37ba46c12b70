/** CAP 1.2 of a warning: kinds of message, their chain, their times, and words that must not break the markup. */
import { describe, expect, test } from 'vitest';
import { TestDesk } from '../testing/testDesk.ts';
import { capMessages, capTime, urgencyOf } from './cap.ts';

const approval = { post: 'deputyCommander', name: '某人', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '某主任' };
const content = {
  areas: ['zezhou'],
  kind: 'flood',
  startsAt: '2013-11-22T03:30+08:00',
  endsAt: '2013-11-22T20:00+08:00',
  impact: '沿线<两村> & 学校',
  cautions: '远离河道',
  measures: '加密巡查',
};

function released(): TestDesk {
  const warningId = 'w1';
  const desk = new TestDesk();
  const conclusion = { kind: 'warn', level: 'orange' } as const;
  desk.do({
    type: 'AssessWarning',
    warningId,
    title: '某段',
    participants: [{ name: '甲' }],
    conclusion,
    reason: '雨',
  });
  desk.do({ type: 'ReportWarning', warningId, person: '某人', means: 'phone' });
  desk.do({ type: 'ApproveWarning', warningId, approval, ground: 'rules' });
  desk.do({ type: 'IssueWarning', warningId, content, issuer });
  desk.at('03:40');
  desk.do({
    type: 'ChangeWarning',
    warningId,
    version: 1,
    level: 'red',
    content,
    reason: '水位上涨',
    approval,
    ground: 'rules',
    issuer,
  });
  desk.at('06:00').do({ type: 'ReleaseWarning', warningId, version: 2, reason: '水退', decision: approval });
  return desk;
}

function messagesOf(desk: TestDesk, isDrill: boolean): string[] {
  const state = desk.context.warning('w1');
  const { plan } = desk;
  if (state === null || plan.warnings === undefined) throw new Error('no warning');
  return capMessages({ plan, warnings: plan.warnings, isDrill }, state).map(({ xml }) => xml);
}
const valueOf = (xml: string | undefined, name: string): string | null =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml ?? '')?.[1] ?? null;

describe('CAP 1.2', () => {
  const [alert, update, cancel] = messagesOf(released(), false);

  test('issue, change and release are Alert, Update and Cancel, each naming all before it', () => {
    expect([alert, update, cancel].map((xml) => valueOf(xml, 'msgType'))).toEqual(['Alert', 'Update', 'Cancel']);
    const plan = 'jincheng-pipeline-2026';
    const first = `${plan},${plan}.w1.v1,2013-11-22T03:10:00+08:00`;
    expect([alert, update, cancel].map((xml) => valueOf(xml, 'references'))).toEqual([
      null,
      first,
      `${first} ${plan},${plan}.w1.v2,2013-11-22T03:40:00+08:00`,
    ]);
  });

  test('a drill’s are Exercise, others Actual', () => {
    expect(valueOf(alert, 'status')).toBe('Actual');
    expect(messagesOf(released(), true).map((xml) => valueOf(xml, 'status'))).toEqual(Array(3).fill('Exercise'));
  });

  test('severity and certainty by level, urgency by when it begins; a release is past', () => {
    const said = (xml: string | undefined) => ['severity', 'urgency', 'certainty'].map((name) => valueOf(xml, name));
    expect(said(alert)).toEqual(['Severe', 'Expected', 'Likely']);
    expect(said(update)).toEqual(['Extreme', 'Immediate', 'Likely']);
    expect(said(cancel)).toEqual(['Minor', 'Past', 'Unlikely']);
  });

  test('begun at the instant it is sent, in exactly an hour, later', () => {
    const hour = 3_600_000;
    expect([0, 1, hour, hour + 1].map((ms) => urgencyOf(ms, 0))).toEqual([
      'Immediate',
      'Expected',
      'Expected',
      'Future',
    ]);
  });

  test('markup in words is escaped, and what XML cannot hold left out', () => {
    expect(alert).toContain('沿线&lt;两村&gt; &amp; 学校');
  });

  test('instants have the zone’s offset and whole seconds', () => {
    const at = Date.parse('2013-11-22T03:10:59.999+08:00');
    expect(capTime(at, 'Asia/Shanghai')).toBe('2013-11-22T03:10:59+08:00');
    expect(capTime(at, 'America/St_Johns')).toBe('2013-11-21T15:40:59-03:30');
    expect(capTime(at, 'UTC')).toBe('2013-11-21T19:10:59+00:00');
  });
});
