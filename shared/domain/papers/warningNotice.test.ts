/** [DOC-7] 预警通知 [plan 3.4.2, 3.4.4; ERL 63, 64, 70]: what each says, its numbers, and what an older log still has. */
import { describe, expect, test } from 'vitest';
import { documentText, type OfficialDocument } from '#shared/documents/document.ts';
import type { CommandInput } from '../commands.ts';
import { TestDesk } from '../testing/testDesk.ts';
import { viewWarning } from '../warning/view.ts';
import { type NoticeOf, noticesOfWarning, warningNotice, warningNoticeDraft } from './warningNotice.ts';

const warningId = 'w1';
const approval = { post: 'deputyCommander', name: '王某', means: 'phone' } as const;
const issuer = { post: 'officeDirector', name: '李某' };
const content = {
  areas: ['zezhou'],
  place: '某输气管道丹河穿越段',
  kind: 'flood',
  startsAt: '2013-11-22T03:30+08:00',
  endsAt: '2013-11-22T20:00+08:00',
  impact: '穿越段下游两村约三百人',
  cautions: '远离河道和管道标志桩',
  measures: '加密巡查，抢修队伍进入待命状态',
};
type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;

const approved = (level: string): CommandInput[] => [
  {
    type: 'AssessWarning',
    warningId,
    title: '丹河穿越段',
    participants: [{ name: '甲' }],
    conclusion: { kind: 'warn', level },
    reason: '雨',
  },
  { type: 'ReportWarning', warningId, person: '某人', means: 'phone' },
  {
    type: 'ApproveWarning',
    warningId,
    approval: level === 'blue' ? { ...approval, post: 'countyCommander' } : approval,
    ground: 'rules',
  },
];
const change = (more: Partial<Of<'ChangeWarning'>>): Of<'ChangeWarning'> => ({
  type: 'ChangeWarning',
  warningId,
  version: 1,
  content,
  reason: '水位上涨',
  approval,
  ground: 'rules',
  issuer,
  ...more,
});

function issued(level = 'orange', post = 'officeDirector'): TestDesk {
  const desk = new TestDesk();
  desk.do({
    type: 'SetDocumentSettings',
    masthead: '某办文件',
    numberPrefix: '某办',
    nextNumber: 7,
    copies: ['某局'],
  });
  for (const command of approved(level)) desk.do(command);
  return desk.do({ type: 'IssueWarning', warningId, content, issuer: { ...issuer, post } });
}
const released = (desk: TestDesk, version: number): TestDesk =>
  desk.at('06:00').do({ type: 'ReleaseWarning', warningId, version, reason: '水位回落', decision: approval });

function fileOf(desk: TestDesk) {
  const state = desk.context.warning(warningId);
  if (state === null) throw new Error('no warning');
  return viewWarning(desk.plan, state, desk.context.now);
}
const contextOf = (desk: TestDesk, isDrill = false) => ({
  plan: desk.plan,
  papers: { masthead: '后来的抬头', numberPrefix: null, copies: [] },
  head: { chainId: 'chain', position: 99, hash: 'later' },
  isDrill,
  at: desk.context.now,
});
function noticeOf(desk: TestDesk, of: NoticeOf): OfficialDocument {
  const made = warningNotice(contextOf(desk), fileOf(desk), of);
  if (made === null) throw new Error(`no notice ${of}`);
  return made;
}
const textOf = (document: OfficialDocument): string => documentText(document).join('\n');

describe('3.4.2: the notice of an issue', () => {
  const notice = noticeOf(issued(), 1);

  test('has every field the plan requires by its label, number, signer and where the log stood', () => {
    const text = textOf(notice);
    const { warnings } = issued().plan;
    for (const { label } of warnings?.required ?? []) expect(text).toContain(label);
    expect(text).toContain('泽州县 某输气管道丹河穿越段');
    expect(text).toContain('橙色预警（二级）');
    expect(text).toContain('办公室主任李某');
    expect(notice).toMatchObject({
      title: '关于发布暴雨洪水威胁橙色预警的通知',
      masthead: '某办文件',
      number: '某办〔2013〕7号',
      signedOff: '李某',
      copies: ['某局'],
      closing: { unit: '市指挥部', date: '2013年11月22日' },
    });
    expect(notice.head?.position).not.toBe(99);
    expect(text).toContain('副指挥长王某（电话）');
    expect(text).toContain('11月22日3时10分');
  });

  test('issued in another authority’s name it bears neither this desk’s head nor its number [DOC-3]', () => {
    const desk = issued('blue', 'countyCommander');
    expect(noticeOf(desk, 1)).toMatchObject({ masthead: '县（市、区）指挥部', number: null, copies: [] });
    expect(desk.log.some(({ type }) => type === 'DocumentNumbered')).toBe(false);
  });

  test('as it would go out: without number and signer, of now', () => {
    const desk = issued();
    const { versions, recipientRows } = fileOf(desk);
    const [text] = versions;
    if (text === undefined) throw new Error('no version');
    const draft = { text, before: null, version: null, approval: null };
    expect(warningNoticeDraft(contextOf(desk, true), { recipientRows }, draft)).toMatchObject({
      number: null,
      signedOff: null,
      notes: [],
      head: { position: 99 },
      isDrill: true,
    });
  });
});

describe('a change', () => {
  test('ERL 70: another level is told as such, and both levels stand in it; its number is its own', () => {
    const notice = noticeOf(issued().do(change({ level: 'red' })), 2);
    expect(notice.title).toBe('关于将橙色预警调整为红色预警的通知');
    expect(notice.number).toBe('某办〔2013〕8号');
    const text = textOf(notice);
    expect(text).toContain('第2版，代替11月22日3时10分第1版（橙色预警，某办〔2013〕7号）');
    expect(text).toContain('级别：橙色预警 → 红色预警');
    expect(text).toContain('水位上涨');
  });

  test('short parts stand with before and after, long ones are said to be new', () => {
    const text = textOf(
      noticeOf(issued().do(change({ content: { ...content, place: '另一段', measures: '停输' } })), 2),
    );
    expect(text).toContain('关于变更暴雨洪水威胁橙色预警的通知');
    expect(text).toContain('场所：某输气管道丹河穿越段 → 另一段\n应对措施：已更新');
  });
});

describe('3.4.4: the release', () => {
  const desk = released(issued().do(change({ level: 'red' })), 2);
  const notice = noticeOf(desk, 'release');

  test('says why, who decided, and how the warning went; its number follows', () => {
    expect(notice).toMatchObject({
      title: '关于解除暴雨洪水威胁红色预警的通知',
      number: '某办〔2013〕9号',
      signedOff: '王某',
    });
    const text = textOf(notice);
    expect(text).toContain('水位回落');
    expect(text).toContain(
      '第1版：11月22日3时10分，橙色预警，某办〔2013〕7号\n第2版：11月22日3时10分，红色预警，某办〔2013〕8号',
    );
  });

  test('numbers run on through the year without gaps [DOC-3]', () => {
    const given = desk.log.filter(({ type }) => type === 'DocumentNumbered').map(({ payload }) => payload);
    expect(given).toMatchObject([
      { n: 7, warningId, documentId: 'v1' },
      { n: 8, documentId: 'v2' },
      { n: 9, documentId: 'end' },
    ]);
    expect(noticesOfWarning(fileOf(desk))).toEqual([1, 2, 'release']);
  });

  test('there is none of a warning that stands, nor of a version that is not there', () => {
    const standing = issued();
    expect(warningNotice(contextOf(standing), fileOf(standing), 'release')).toBeNull();
    expect(warningNotice(contextOf(standing), fileOf(standing), 2)).toBeNull();
  });
});

test('[DOC-2] a warning from before notices were kept has one without number and head', () => {
  const file = fileOf(issued());
  const versions = file.versions.map(({ notice: _, ...version }) => version);
  const made = warningNotice(contextOf(issued()), { ...file, versions }, 1);
  expect(made).toMatchObject({ masthead: '市指挥部', number: null, signedOff: '李某', head: null });
});
