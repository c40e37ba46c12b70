/** Test support: an incident at level Ⅱ and a warning in force, with their calls. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { CallSubject } from '../callTree/commands.ts';
import { type Calls, incidentCalls, warningCalls } from '../callTree/runs.ts';
import { viewCallTree, viewCallTreeRow } from '../callTree/view.ts';
import type { CommandInput } from '../commands.ts';
import { call, TestDesk } from './testDesk.ts';

export const INCIDENT = { incidentId: 'i1' } as const;
export const WARNING = { warningId: 'w1' } as const;
export const OTHER = { officerId: 'o2', name: '李敏', post: 'watchOfficer' } as const;

const by = (post: string) => ({ post, name: '某人', means: 'inPerson' }) as const;

export const start = (level: string, post = 'commander'): CommandInput => ({
  type: 'StartResponse',
  incidentId: 'i1',
  level,
  decision: by(post),
  expectedHours: 24,
  reason: '研判',
});
export const adjust = (level: string, post = 'commander'): CommandInput => ({
  type: 'AdjustResponse',
  incidentId: 'i1',
  level,
  decision: by(post),
  reason: '研判',
});

/** An incident in 泽州县 at level Ⅱ, two officers at the desk. */
export function deskAtII(plan?: PlanPackage): TestDesk {
  const desk = new TestDesk(plan);
  desk.do({ type: 'AddOfficer', ...OTHER }).do(call({ details: { area: 'zezhou' } }));
  return desk.do(start('II'));
}

const CONTENT = {
  areas: ['zezhou'],
  kind: 'flood',
  startsAt: '2013-11-22T03:30+08:00',
  impact: '沿线两村',
  cautions: '远离河道',
  measures: '加密巡查',
};
const issuer = { post: 'officeDirector', name: '某主任' };

/** An orange warning for 泽州县, issued. */
export function warnedDesk(): TestDesk {
  const warningId = 'w1';
  return new TestDesk()
    .do({ type: 'AddOfficer', ...OTHER })
    .do({
      type: 'AssessWarning',
      warningId,
      participants: [{ name: '专家' }],
      conclusion: { kind: 'warn', level: 'orange' },
      reason: '暴雨',
    })
    .do({ type: 'ReportWarning', warningId, person: '某人', means: 'phone' })
    .do({ type: 'ApproveWarning', warningId, approval: by('deputyCommander'), ground: 'rules' })
    .do({ type: 'IssueWarning', warningId, content: CONTENT, issuer });
}

export const reissue = (version: number, level: string): CommandInput => ({
  type: 'ChangeWarning',
  warningId: 'w1',
  version,
  level,
  content: CONTENT,
  reason: '水位上涨',
  approval: by('deputyCommander'),
  ground: 'rules',
  issuer,
});

export function callsOf(desk: TestDesk, subject: CallSubject = INCIDENT): Calls {
  if ('incidentId' in subject) return incidentCalls(desk.plan, desk.state(subject.incidentId));
  const state = desk.context.warning(subject.warningId);
  if (state === null) throw new Error(`no warning ${subject.warningId}`);
  return warningCalls(desk.plan, state);
}

type Asked = { runId?: string; officerId?: string; at?: number };

export function fileOf(desk: TestDesk, subject: CallSubject = INCIDENT, asked: Asked = {}) {
  const { runId = null, officerId = null, at = desk.context.now } = asked;
  const directory = { plan: desk.plan, state: desk.context.directory() };
  return viewCallTree(callsOf(desk, subject), directory, { runId, officerId }, at);
}

export function runOf(desk: TestDesk, subject: CallSubject = INCIDENT, asked: Asked = {}) {
  const { run } = fileOf(desk, subject, asked);
  if (run === null) throw new Error('nobody is to be called');
  return run;
}

export function stepIn(desk: TestDesk, stepId: string, subject: CallSubject = INCIDENT, asked: Asked = {}) {
  const step = runOf(desk, subject, asked).steps.find((each) => each.stepId === stepId);
  if (step === undefined) throw new Error(`no step ${stepId}`);
  return step;
}

export const rowOf = (desk: TestDesk, subject: CallSubject = INCIDENT) =>
  viewCallTreeRow(callsOf(desk, subject), desk.context.now);
