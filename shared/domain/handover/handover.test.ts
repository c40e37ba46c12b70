/** [HANDOVER-1..3] plan 3.4.3(5): the watch changes hands as one act, and nothing on the table is left out. */
import { describe, expect, test } from 'vitest';
import { incidentCalls } from '../callTree/runs.ts';
import { viewCallTreeRow } from '../callTree/view.ts';
import { type CommandInput, commandSchema } from '../commands.ts';
import { viewDutyToday } from '../roster/view.ts';
import type { DocumentRow, IncidentRow } from '../rows.ts';
import { at, openedDesk, refusal, type TestDesk } from '../testing/testDesk.ts';
import { viewClue, viewWarningRow } from '../warning/view.ts';
import { handoverSections } from './sections.ts';

const OTHER = { officerId: 'o2', name: '乙', post: 'watchOfficer' };
const LIAISON = { officerId: 'o3', name: '丙', post: 'commander' };
type Duty = 'watch' | 'lead';

const handOver = (from: string, to: string, duties: Duty[] = ['watch']): CommandInput => ({
  type: 'RecordHandover',
  handoverId: `h-${from}-${to}`,
  duties,
  from,
  to,
  notes: '河道在看',
  equipment: null,
  alarm: 'heard',
  sections: [{ id: 'incidents', items: 1 }],
  digest: 'a'.repeat(64),
  proofs: { from: 'pin', to: 'name' },
});

function watched(): TestDesk {
  return openedDesk()
    .do({ type: 'AddOfficer', ...OTHER })
    .do({ type: 'AddOfficer', ...LIAISON })
    .do({ type: 'TakeDuty', duty: 'watch', officerId: 'o1' })
    .do({ type: 'TakeDuty', duty: 'lead', officerId: 'o1' });
}

describe('[HANDOVER-1] the duty changes hands by it', () => {
  test('the duties named, and only they', () => {
    const desk = watched().at('03:20').do(handOver('o1', 'o2'));
    expect(desk.context.desk.onDuty).toEqual([
      { duty: 'lead', officerId: 'o1', since: at('03:10') },
      { duty: 'watch', officerId: 'o2', since: at('03:20') },
    ]);
    expect(desk.context.desk.handovers).toMatchObject([{ at: at('03:20'), from: 'o1', to: 'o2', notes: '河道在看' }]);
  });

  test.each([
    ['to oneself', handOver('o1', 'o1'), 'handoverToSelf'],
    ['by somebody who is not on duty', handOver('o2', 'o1'), 'notOnDuty'],
    ['to nobody', handOver('o1', 'o9'), 'unknownOfficer'],
    ['to somebody whose role is another', handOver('o1', 'o3'), 'roleNeeded'],
  ])('%s is refused', (_, command, code) => {
    expect(refusal(watched().ask(command)).code).toBe(code);
  });

  test('a duty that another one holds is not handed over', () => {
    const desk = watched().do({ type: 'TakeDuty', duty: 'lead', officerId: 'o2' });
    expect(refusal(desk.ask(handOver('o1', 'o2', ['watch', 'lead']))).code).toBe('notOnDuty');
  });

  test('once: the same again is no second one', () => {
    const desk = watched().do(handOver('o1', 'o2'));
    expect(refusal(desk.ask(handOver('o1', 'o2'))).code).toBe('idTaken');
  });

  test('without a digest of what both saw it is refused at the boundary', () => {
    expect(commandSchema.safeParse({ ...handOver('o1', 'o2'), digest: '' }).success).toBe(false);
  });
});

describe('[HANDOVER-3] whoever has handed over decides no more', () => {
  const grade = { type: 'DetermineGrade', incidentId: 'i1', grade: 'serious' } as const;
  const relieved = () => watched().do(handOver('o1', 'o2', ['watch', 'lead']));

  test('the refusal names who is on watch; a note is everybody’s', () => {
    const { code, params } = refusal(relieved().ask(grade));
    expect({ code, params }).toEqual({ code: 'handedOver', params: { name: '乙' } });
    expect(relieved().ask({ type: 'AddNote', incidentId: 'i1', text: '补充' }).kind).toBe('accepted');
  });

  test('until on duty again; while another duty is kept nothing changes', () => {
    expect(relieved().do({ type: 'TakeDuty', duty: 'lead', officerId: 'o1' }).ask(grade).kind).not.toBe('rejected');
    expect(watched().do(handOver('o1', 'o2')).ask(grade).kind).not.toBe('rejected');
  });

  test('who decides by post is not bound to a watch', () => {
    const desk = watched().do({ type: 'SetRoles', officerId: 'o1', roles: ['watch', 'director', 'administrator'] });
    expect(desk.do(handOver('o1', 'o2', ['watch', 'lead'])).ask(grade).kind).not.toBe('rejected');
  });

  test('nobody is relieved by never having been on duty', () => {
    expect(openedDesk().ask(grade).kind).not.toBe('rejected');
  });
});

describe('[HANDOVER-2] what is on the table', () => {
  const facts = (desk: TestDesk) => {
    const incidents: IncidentRow[] = [desk.file()];
    const documents: Record<string, readonly DocumentRow[]> = { i1: desk.file().documents };
    const { reminders } = desk.response();
    const { people } = desk.context.desk;
    const duty = viewDutyToday(desk.context.desk, desk.context.now, desk.plan.timeZone);
    const row = viewCallTreeRow(incidentCalls(desk.plan, desk.state()), desk.context.now);
    const callTrees = row === null ? [] : [row];
    const warning = desk.context.warning('w1');
    const warnings = warning === null ? [] : [viewWarningRow(desk.plan, warning, desk.context.now)];
    const clue = desk.context.clue('k1');
    const clues = clue === null || clue.settled !== null ? [] : [viewClue(clue)];
    return { incidents, documents, reminders, callTrees, duty, unclaimed: people.unclaimed, warnings, clues };
  };
  const counts = (desk: TestDesk) =>
    Object.fromEntries(handoverSections(facts(desk)).map(({ id, items }) => [id, items.length]));
  const content = { title: '首报', elements: [], body: '正文' };
  const signed = { type: 'SignDocument', incidentId: 'i1', documentId: 'd1', kind: 'initial', content } as const;

  test('incident and clocks, and the sections that are empty too', () => {
    const sections = handoverSections(facts(openedDesk()));
    expect(sections.map(({ id }) => id)).toEqual([
      'incidents',
      'clocks',
      'warnings',
      'unacknowledged',
      'clues',
      'unsent',
      'signatures',
      'tasks',
      'instructions',
      'requests',
      'units',
      'calls',
      'callTrees',
      'duty',
    ]);
    expect(sections[1]?.items.length).toBeGreaterThan(1);
    expect(sections[1]?.items.every((item) => item.kind === 'clock')).toBe(true);
  });

  test('3.4: warnings with their next review, who has not acknowledged, clues that wait', () => {
    const approval = { post: 'deputyCommander', name: '孙', means: 'phone' } as const;
    const on = { warningId: 'w1' } as const;
    const desk = openedDesk();
    const endsAt = '2013-11-22T20:00+08:00';
    const content = {
      areas: ['zezhou'],
      kind: 'flood',
      startsAt: '2013-11-22T03:30+08:00',
      endsAt,
      impact: '两村',
      cautions: '远离',
      measures: '巡查',
    };
    const commands: CommandInput[] = [
      { type: 'RecordClue', clueId: 'k1', source: 'hotline', said: '河水上涨' },
      {
        type: 'AssessWarning',
        ...on,
        title: '丹河段',
        participants: [{ name: '甲' }],
        conclusion: { kind: 'warn', level: 'orange' },
        reason: '雨',
      },
      { type: 'ReportWarning', ...on, person: '某人', means: 'phone' },
      { type: 'ApproveWarning', ...on, approval, ground: 'rules' },
      {
        type: 'IssueWarning',
        ...on,
        content,
        issuer: { post: 'officeDirector', name: '赵' },
        recipients: ['operator'],
      },
    ];
    for (const command of commands) desk.do(command);
    expect(counts(desk)).toMatchObject({ warnings: 1, unacknowledged: 1, clues: 1 });
    const all = handoverSections(facts(desk)).flatMap(({ items }) => items);
    expect(all).toContainEqual(
      expect.objectContaining({ kind: 'warning', level: 'orange', version: 1, reviewAt: Date.parse(endsAt) }),
    );
    expect(all).toContainEqual(expect.objectContaining({ kind: 'unacknowledged', who: '相关管输企业' }));
    desk.do({ type: 'AcknowledgeWarning', ...on, recipient: 'operator', person: '调度员' });
    desk.do({ type: 'DismissClue', clueId: 'k1', reason: '查无此事' });
    expect(counts(desk)).toMatchObject({ warnings: 1, unacknowledged: 0, clues: 0 });
    const before = JSON.stringify(handoverSections(facts(desk)));
    expect(JSON.stringify(handoverSections(facts(desk.at('21:00'))).slice(2, 5))).toBe(
      JSON.stringify((JSON.parse(before) as unknown[]).slice(2, 5)),
    );
  });

  test('4.1.2: a signed report is there until it was sent', () => {
    const desk = openedDesk().do({ ...signed, signedOffBy: '主任' });
    expect(counts(desk)['unsent']).toBe(1);
    desk.do({
      type: 'RecordReport',
      incidentId: 'i1',
      reportId: 'r1',
      kind: 'initial',
      form: 'written',
      recipients: ['city'],
      documentId: 'd1',
    });
    expect(counts(desk)['unsent']).toBe(0);
  });

  test('an instruction until it is answered, a task once it is overdue', () => {
    const desk = openedDesk()
      .do({ type: 'RecordInstruction', incidentId: 'i1', instructionId: 'n1', from: '市长', text: '疏散' })
      .do({
        type: 'AssignTask',
        incidentId: 'i1',
        taskId: 't1',
        what: '围控',
        to: { other: '消防' },
        source: { kind: 'order' },
        dueAt: new Date(at('03:30')).toISOString(),
      });
    expect(counts(desk)).toMatchObject({ instructions: 1, tasks: 0 });
    expect(counts(desk.at('03:31'))).toMatchObject({ instructions: 1, tasks: 1 });
  });

  test('附件6: whom is left to call of a level in force; who is calling just now is no part of it', () => {
    const desk = openedDesk();
    expect(counts(desk)['callTrees']).toBe(0);
    desk.do({
      type: 'StartResponse',
      incidentId: 'i1',
      level: 'III',
      decision: { post: 'officeDirector', name: '某人', means: 'inPerson' },
      expectedHours: 24,
    });
    const section = () => handoverSections(facts(desk)).find(({ id }) => id === 'callTrees')?.items;
    expect(section()).toMatchObject([{ kind: 'callTree', incidentId: 'i1', left: 8, total: 8 }]);
    const before = section();
    const on = { subject: { incidentId: 'i1' }, stepId: 'c3-operator' };
    expect(desk.do({ type: 'ClaimCallStep', ...on }) && section()).toEqual(before);
    desk.do({ type: 'RecordCallResult', ...on, result: 'answered' });
    expect(section()).toMatchObject([{ left: 7, total: 8 }]);
    for (const { id: stepId } of desk.plan.callTrees?.trees[0]?.steps ?? []) {
      if (stepId !== on.stepId) desk.do({ type: 'SkipCallStep', subject: on.subject, stepId, reason: '已在场' });
    }
    expect(section()).toEqual([]);
  });

  test('a shift without somebody and a day not yet reported as quiet', () => {
    const roster = { date: '2013-11-23', start: '08:00', watch: { officerId: 'o1' }, lead: null };
    const gaps = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      ...roster,
      date: `2013-11-${21 + day}`,
      lead: day === 2 ? null : { name: '李局长' },
    }));
    const full = { ...roster, date: '2013-11-21', lead: { name: '李局长' } };
    const desk = openedDesk()
      .do({ type: 'SetDutySettings', starts: ['08:00'], zeroReportBy: '18:00' })
      .do({ type: 'SetRoster', shifts: [full, ...gaps, { ...full, date: '2013-11-29' }] });
    expect(handoverSections(facts(desk)).at(-1)?.items).toMatchObject([
      { kind: 'gap', date: '2013-11-23', duty: 'lead' },
      { kind: 'zeroReport', date: '2013-11-22' },
    ]);
    desk.do({ type: 'RecordZeroReport', date: '2013-11-22', to: '市委值班室' });
    expect(counts(desk)['duty']).toBe(1);
  });

  test('no running number is in it: two looks at one state are the same', () => {
    const desk = openedDesk();
    const before = JSON.stringify(handoverSections(facts(desk)));
    expect(JSON.stringify(handoverSections(facts(desk.at('03:11'))))).toBe(before);
  });
});
