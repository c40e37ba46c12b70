/** 首报, 续报 and 终报 from facts [plan 4.1.3, rules §7]: what is said, what changed, and never a number the log does not hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentContentSchema } from '../incident/events.ts';
import { parseQuantity } from '../quantity.ts';
import { incidentId, phone, written } from '../testing/commandsOnIncident.ts';
import { openedDesk, type TestDesk } from '../testing/testDesk.ts';
import { figureChange } from './changes.ts';
import { composeReport, nextOrdinal, type ReportRole } from './composeReport.ts';
import type { ReportFacts } from './elementTexts.ts';
import { reportPaper } from './reportPaper.ts';
import { sinceLastReport } from './since.ts';

function factsOf(desk: TestDesk): ReportFacts {
  const file = desk.file();
  const since = sinceLastReport(desk.plan, file);
  const before = since === null ? null : desk.view(since.at);
  return { file, response: desk.response(), before, since: since?.at ?? null };
}
const compose = (desk: TestDesk, role: ReportRole) =>
  composeReport(desk.plan, factsOf(desk), { role, ordinal: nextOrdinal(desk.file(), role, role) });
const element = (desk: TestDesk, role: ReportRole, id: string) => {
  const found = compose(desk, role).elements.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no element ${id}`);
  return found;
};
const figures = (values: Record<string, string | number>) =>
  ({ type: 'RecordFigures', incidentId, figures: values }) as const;

describe('由…增至…, 核减为…, 核实为…', () => {
  test.each([
    ['3', '5', '遇难由3人增至5人'],
    ['5', '4', '遇难由5人核减为4人'],
    ['3', '3', null],
    ['?', '3', '遇难核实为3人'],
    ['?', '0', '遇难核实为0人'],
    ['3+', '5', '遇难由至少3人核实为5人'],
    ['3', '3-5', '遇难由3人增至3至5人'],
    ['3-5', '3', '遇难由3至5人核减为3人'],
    ['约20', '22', '遇难由约20人增至22人'],
    [null, '2', '遇难2人'],
    [null, '?', '遇难正在核实'],
  ])('%s then %s: %s', (was, is, words) => {
    const now = (text: string) => ({
      figure: 'dead',
      quantity: parseQuantity(text),
      beingVerified: false,
      observed: null,
      entryId: 'e',
      confirmed: null,
      conservative: null,
      conflictsWith: [],
    });
    const figure = openedDesk().plan.figures.find(({ id }) => id === 'dead');
    if (figure === undefined) throw new Error('no figure');
    expect(figureChange(figure, was === null ? undefined : now(was), now(is))).toBe(words);
  });
});

describe('首报: each element with where it came from', () => {
  test('facts name their entries; what nobody asked is missing', () => {
    const desk = openedDesk({ figures: { dead: 3 }, details: { place: '某村' } }).at('03:20');
    desk.do({ type: 'CorrectTimes', incidentId, occurredAt: '2013-11-22T02:10+08:00', reason: '核实', entryId: 'fix' });
    desk.do({ ...figures({ dead: 4 }), entryId: 'more' });
    const from = (id: string) => element(desk, 'initial', id).from;
    expect(from('time')).toEqual(['fix']);
    expect(from('dead')).toEqual(['more']);
    expect(from('place')).toEqual(from('nature'));
    expect(from('place')).toHaveLength(1);
    expect(element(desk, 'initial', 'impact')).toMatchObject({ state: 'missing', from: [] });
  });
});

describe('续报: what changed since the last report, and not the beginning again', () => {
  const reported = () =>
    openedDesk({ figures: { dead: 3, injured: 5 }, details: { place: '某村' } })
      .do(phone('r1'))
      .at('03:30');

  test('before any report there is nothing to compare with', () => {
    expect(element(openedDesk(), 'followUp', 'changes').state).toBe('missing');
  });

  test('figures up and down, conditions, texts', () => {
    const desk = reported().do({ ...figures({ dead: 5, injured: 4 }), entryId: 'f2' });
    desk.do({ type: 'RecordConditions', incidentId, conditions: { explosion: 'yes' } });
    desk.do({ type: 'ReviseDetails', incidentId, details: { impact: '下游3公里。' }, entryId: 'd2' });
    const changes = element(desk, 'followUp', 'changes');
    expect(changes.text).toBe('遇难由3人增至5人，受伤由5人核减为4人。\n新出现爆炸。\n影响范围：下游3公里。');
    expect(changes.from).toEqual(['f2', 'd2']);
    expect(element(desk, 'followUp', 'derived').text).toBe('爆炸。');
    expect(compose(desk, 'followUp').body).not.toContain('2时12分');
  });

  test('nothing new is said to be nothing new', () => {
    expect(element(reported(), 'followUp', 'changes').text).toBe('较前报无变化。');
  });

  test('what a signed paper showed is what it compares with, not the later minute it was sent', () => {
    const desk = openedDesk({ figures: { dead: 3 } }).at('03:20');
    const content = compose(desk, 'initial');
    desk.do({ type: 'SignDocument', incidentId, documentId: 'w1', kind: 'initial', content, signedOffBy: '主任' });
    desk
      .at('03:25')
      .do(figures({ dead: 4 }))
      .at('03:30')
      .do(written('r1', { documentId: 'w1' }))
      .at('03:40');
    expect(element(desk, 'followUp', 'changes').text).toBe('遇难由3人增至4人。');
  });

  test('decisions, 批示 with how they were carried out, requests', () => {
    const desk = reported();
    desk.do({ type: 'DetermineGrade', incidentId, grade: 'serious' });
    desk.do({
      type: 'StartResponse',
      incidentId,
      level: 'II',
      decision: { post: 'commander', name: '陈立', means: 'phone' },
      expectedHours: 24,
    });
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '全力救人' });
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n2', from: '某书记', text: '查明原因。' });
    desk.do({ type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: '已部署' });
    desk.do({ type: 'RequestReinforcement', incidentId, requestId: 'q1', to: 'provincialCommand', what: '堵漏专家' });
    expect(element(desk, 'followUp', 'decisions').text).toBe(
      '11月22日3时30分初步认定为较大。\n11月22日3时30分启动Ⅱ级响应（指挥长陈立决定）。',
    );
    expect(element(desk, 'followUp', 'instructions').text).toBe(
      '11月22日3时30分，某市长批示：全力救人。落实情况：已部署。\n11月22日3时30分，某书记批示：查明原因。正在落实。',
    );
    expect(element(desk, 'followUp', 'requests').text).toBe('请求省指挥部（办公室）支援：堵漏专家（尚未答复）。');
    const { title, body } = compose(desk, 'followUp');
    expect(title).toMatch(/（续报一）$/);
    expect(body).toContain('一、最新情况\n');
    expect(body).not.toContain('下一步工作'); // missing: listed, not printed
  });
});

describe('终报 brings the whole', () => {
  test('overview, counts, course and result; what only an officer can say is missing', () => {
    const desk = openedDesk({ figures: { dead: 3 }, details: { place: '某村' } })
      .do(phone('r1'))
      .at('04:00');
    desk.do({
      type: 'StartResponse',
      incidentId,
      level: 'II',
      decision: { post: 'commander', name: '陈立', means: 'phone' },
      expectedHours: 24,
    });
    expect(element(desk, 'final', 'overview').text).toContain('11月22日2时12分，某村');
    expect(element(desk, 'final', 'counts').text).toContain('遇难3人');
    const course = element(desk, 'final', 'course').text.split('\n');
    expect(course[0]).toBe('11月22日3时10分接报。');
    expect(course).toContain('11月22日4时0分启动Ⅱ级响应（指挥长陈立决定）。');
    expect(course.some((line) => line.endsWith('向市委、市政府电话首报。'))).toBe(true);
    for (const id of ['result', 'stability', 'aftermath', 'recovery', 'investigation'])
      expect(element(desk, 'final', id).state).toBe('missing');
    expect(compose(desk, 'final').title).toMatch(/（终报）$/);
  });
});

describe('on paper', () => {
  test('a sign-off by phone says so until it is signed for', () => {
    const desk = openedDesk();
    const content = compose(desk, 'initial');
    const signOff = { post: 'officeDirector', means: 'phone' } as const;
    desk.do({
      type: 'SignDocument',
      incidentId,
      documentId: 'w1',
      kind: 'initial',
      content,
      signedOffBy: '李卫东',
      signOff,
    });
    const paper = () => {
      const [document] = desk.file().documents;
      if (document === undefined) throw new Error('nothing signed');
      const signature = desk.response().signatures.find(({ of }) => of === document.entryId) ?? null;
      const papers = { masthead: null, numberPrefix: null, copies: [] };
      const head = { chainId: 'now', position: 99, hash: 'now' };
      return reportPaper(desk.plan, {
        content,
        signing: { ...document, issue: document.issue, signature },
        papers,
        head,
        isDrill: false,
      });
    };
    expect(paper().notes).toEqual(['签发：办公室主任李卫东，2013年11月22日3时10分电话签发，待补签。']);
    expect(paper()).toMatchObject({ masthead: '市指挥部办公室', signedOff: '李卫东', head: { chainId: 'test' } });
    const of = desk.lastEntryId('DocumentSigned');
    desk.at('04:00').do({ type: 'RecordSignature', incidentId, of, part: 'signOff' });
    expect(paper().notes).toEqual([
      '签发：办公室主任李卫东，2013年11月22日3时10分电话签发，李卫东于11月22日4时0分补签。',
    ]);
  });
});

describe('whatever is recorded', () => {
  const amount = fc.oneof(
    fc.integer({ min: 1, max: 97 }).map((n) => String(n + 100)),
    fc.integer({ min: 1, max: 97 }).map((n) => `${n + 100}+`),
    fc.integer({ min: 1, max: 97 }).map((n) => `约${n + 100}`),
    fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 97 }))
      .map(([a, b]) => `${a + 100}-${b + 100}`),
    fc.constant('unknown'),
  );
  const observation = fc.record({
    figure: fc.constantFrom('dead', 'injured', 'missing', 'trapped'),
    amount,
    report: fc.boolean(),
  });

  test('[DOC-4] every figure printed was recorded, unknown is never 0, and 遇难 is never what was only missing', () => {
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 10 }), (observations) => {
        const desk = openedDesk();
        const recorded = new Map<string, Set<string>>();
        for (const [index, each] of observations.entries()) {
          desk.now = Date.parse('2013-11-22T03:11+08:00') + index * 60_000;
          const command = figures({ [each.figure]: each.amount });
          if (desk.ask(command).kind !== 'accepted') continue;
          desk.do(command);
          const numbers = each.amount.match(/\d+/g) ?? [];
          recorded.set(each.figure, new Set([...(recorded.get(each.figure) ?? []), ...numbers]));
          if (each.report) desk.do(phone(`r${index}`, { kind: index === 0 ? 'initial' : 'followUp' }));
        }
        for (const role of ['initial', 'followUp', 'final'] as const) {
          const content = compose(desk, role);
          expect(documentContentSchema.safeParse(content).success).toBe(true);
          for (const [id, label] of [
            ['dead', '遇难'],
            ['injured', '受伤'],
            ['missing', '失联'],
            ['trapped', '被困'],
          ] as const) {
            const known = recorded.get(id) ?? new Set();
            for (const [, said] of content.body.matchAll(new RegExp(`${label}(?:人数)?([^，。、\\n]*)`, 'g'))) {
              for (const number of said?.match(/\d+/g) ?? []) expect(known, `${label}${said}`).toContain(number);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
