/** Papers besides the reports [rules §7, plan 5.2]: each is a table of given facts and the words they make. */
import { describe, expect, test } from 'vitest';
import { documentText, type OfficialDocument } from '#shared/documents/document.ts';
import type { Drawing } from '#shared/documents/drawing.ts';
import type { CommandInput } from '../commands.ts';
import { demand, determine, figures, incidentId, phone, written } from '../testing/commandsOnIncident.ts';
import { openedDesk, refusal, type TestDesk } from '../testing/testDesk.ts';
import { widthOf } from '../timeline/layout.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { listDocuments } from './documentList.ts';
import { STATE_WORDS, spanText } from './obligationWords.ts';
import {
  contentOf,
  listPapers,
  makePaper,
  paperIdOf,
  type Signable,
  signableDraft,
  signableOf,
  signedPaper,
  versionsOf,
} from './papers.ts';
import { noticeContent } from './responseNotice.ts';

const CALLER = { name: '张三', post: 'watchOfficer', callback: '0356-1', requests: null };
const HEAD = { chainId: 'chain', position: 9, hash: 'feedbeef' };

function factsOf(desk: TestDesk) {
  return { file: desk.file(), response: desk.response(), caller: CALLER, words: ({ type }: { type: string }) => type };
}
function contextOf(desk: TestDesk, isDrill = false) {
  const papers = { masthead: '某办文件', numberPrefix: null, copies: ['某局'] };
  return { plan: desk.plan, papers, head: HEAD, isDrill, at: desk.file().assessment.at };
}
function paperOf(desk: TestDesk, id: string, isDrill = false): OfficialDocument {
  const paper = makePaper(contextOf(desk, isDrill), factsOf(desk), id);
  if (paper === null) throw new Error(`no paper ${id}`);
  return paper;
}
const textOf = (desk: TestDesk, id: string): string => documentText(paperOf(desk, id)).join('\n');
const rowsOf = (paper: OfficialDocument, index = 0) => {
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  return tables[index]?.rows ?? [];
};
const start = (level: string) =>
  ({
    type: 'StartResponse',
    incidentId,
    level,
    decision: { post: 'commander', name: '陈立', means: 'phone' },
    matter: '全力救援',
    expectedHours: 24,
  }) as const;

describe('接报登记表', () => {
  test('what the caller said and who wrote it down; unknown is 正在核实, what was not asked is left out', () => {
    const desk = openedDesk({
      source: '企业来电',
      figures: { dead: 3, missing: 'unknown' },
      details: { area: 'zezhou', place: '某村', trend: null },
    });
    const rows = new Map(rowsOf(paperOf(desk, 'calls')).map(([label = '', text = '']) => [label, text]));
    expect(rows.get('接报时间')).toBe('2013年11月22日3时10分');
    expect(rows.get('发生时间')).toBe('2013年11月22日2时12分');
    expect(rows.get('接报人')).toBe('值班员值班员');
    expect(rows.get('县（市、区）')).toBe('泽州县');
    expect([rows.get('遇难'), rows.get('失联'), rows.get('发展趋势'), rows.get('泄漏')]).toEqual([
      '3人',
      '正在核实',
      '正在核实',
      '有',
    ]);
    expect(rows.has('受伤')).toBe(false);
    expect(rows.get('来电来源')).toBe('企业来电');
  });
});

describe('电话报告稿 and 电话报告记录', () => {
  test('the script is the one the officer reads', () => {
    expect(textOf(openedDesk(), 'script')).toContain('市委、市政府，我是市指挥部办公室值班员张三');
  });

  test('what is asked for is its own line, in full where there was no time for all of it; what was recorded counts', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:30')
      .do(start('I'));
    expect(textOf(desk, 'script')).not.toContain('请求');
    const what = '增派堵漏专家三名、防爆抽油泵五台并协调邻市消防力量';
    desk.do({ type: 'RequestReinforcement', incidentId, requestId: 'q1', to: 'provincialCommand', what });
    const text = textOf(desk, 'script');
    expect(text).toMatch(/^请求：增派堵漏专家.*…。$/m);
    expect(text).toContain(`需要支持的事项：${what}。`);
    const typed = makePaper(contextOf(desk), { ...factsOf(desk), caller: { ...CALLER, requests: '派专家' } }, 'script');
    const words = typed === null ? '' : documentText(typed).join('\n');
    expect(words).toMatch(/需要支持的事项：派专家。|请求：派专家。/);
    expect(words).not.toContain('防爆抽油泵');
  });

  test('who took it, when, whether it was read back, what it met', () => {
    const desk = openedDesk()
      .at('03:20')
      .do(phone('r1', { receiver: '王主任', sender: '张三', readBack: true }));
    const rows = new Map(rowsOf(paperOf(desk, 'phone:r1')).map(([label = '', text = '']) => [label, text]));
    expect(Object.fromEntries(rows)).toMatchObject({
      报告种类: '首报',
      接收人: '王主任',
      报告人: '张三',
      对方复诵: '已复诵',
      通话时间: '2013年11月22日3时20分',
    });
    expect(rows.get('满足的时限')).toContain('首报');
  });
});

describe('响应通知 [4.3, 4.5, 4.7]', () => {
  test('level, basis with its clause, decider and minute, what the law asks for; 补签 is open', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:30')
      .do(start('I'));
    const [entry] = desk.response().history;
    const paper = paperOf(desk, `notice:${entry?.entryId}`);
    const text = documentText(paper).join('\n');
    expect(paper).toMatchObject({ masthead: '某办文件', title: '关于启动Ⅰ级应急响应的通知', copies: ['某局'] });
    expect(text).toContain('指挥长陈立决定，自11月22日3时30分起启动Ⅰ级应急响应。');
    expect(text).toMatch(/遇难12人（4\.3\.3/);
    expect(text).toContain('全力救援。');
    expect(text).toContain('24小时。');
    expect(paper.notes).toEqual(['决定：指挥长陈立，11月22日3时30分电话，待补签。']);
    expect(paper.closing).toEqual({ unit: '市指挥部', date: '2013年11月22日' });
  });

  test('signed off and numbered it stays as it was signed; what changed since goes into its next version', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:30')
      .do({ type: 'SetDocumentSettings', masthead: '某办文件', numberPrefix: '某办', copies: ['某局'], nextNumber: 1 })
      .do(start('I'));
    const noticeOf = desk.response().history[0]?.entryId ?? '';
    const draft = paperOf(desk, `notice:${noticeOf}`);
    const sign = (documentId: string, more: object = {}): CommandInput => ({
      type: 'SignDocument',
      incidentId,
      documentId,
      kind: 'notice',
      noticeOf,
      content: noticeContent(paperOf(desk, `notice:${noticeOf}`)),
      signedOffBy: '陈立',
      signOff: { post: 'commander', means: 'phone' },
      ...more,
    });
    expect(refusal(desk.ask(sign('n1', { noticeOf: 'nothing' })))).toMatchObject({ code: 'unknownEntry' });
    expect(refusal(desk.ask(sign('n1', { kind: 'initial' })))).toMatchObject({ code: 'unknownPlanItem' });
    expect(refusal(desk.ask(sign('n1', { noticeOf: undefined })))).toMatchObject({ code: 'unknownPlanItem' });
    desk.do(sign('n1'));
    const signed = paperOf(desk, `notice:${noticeOf}`);
    expect(signed).toMatchObject({
      number: '某办〔2013〕1号',
      title: draft.title,
      blocks: draft.blocks,
      closing: draft.closing,
    });
    expect(signed.notes).toEqual([...draft.notes, '签发：指挥长陈立，2013年11月22日3时30分电话签发，待补签。']);
    expect(desk.response().signatures.map(({ part }) => part)).toEqual(['decision', 'signOff']);

    desk.at('04:00').do({ type: 'RecordConditions', incidentId, conditions: { fire: 'yes' } });
    expect(paperOf(desk, `notice:${noticeOf}`).blocks).toEqual(draft.blocks);
    const again = signableDraft(contextOf(desk), factsOf(desk), { kind: 'notice', noticeOf });
    desk.do(sign('n2', { content: noticeContent(again ?? draft) }));
    const next = paperOf(desk, `notice:${noticeOf}`);
    expect(next.number).toBe('某办〔2013〕1号');
    expect(documentText(next).join('')).toContain('起火');
    expect(documentText(draft).join('')).not.toContain('起火');
    expect(versionsOf(desk.file(), { kind: 'notice', noticeOf }).map(({ issue }) => issue?.version)).toEqual([1, 2]);
  });

  test('an adjustment and an end are notices of their own', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:30')
      .do(start('II'), 'confirmed')
      .at('04:00');
    desk.do({
      type: 'AdjustResponse',
      incidentId,
      level: 'I',
      decision: { post: 'commander', name: '陈立', means: 'inPerson' },
    });
    const decision = { post: 'commander', name: '陈立', means: 'written' } as const;
    const conditions = {
      siteControlled: true,
      environmentMeetsStandards: true,
      secondaryHazardsRemoved: true,
    } as const;
    desk.at('08:00').do({ type: 'TerminateResponse', incidentId, conditions, approval: decision, decision });
    const titles = desk.response().history.map(({ entryId }) => paperOf(desk, `notice:${entryId}`).title);
    expect(titles).toEqual([
      '关于启动Ⅱ级应急响应的通知',
      '关于将Ⅱ级应急响应调整为Ⅰ级的通知',
      '关于终止Ⅰ级应急响应的通知',
    ]);
    const end = textOf(desk, `notice:${desk.response().history.at(-1)?.entryId}`);
    expect(end).toContain('指挥长陈立批准');
    expect(end).toContain('已确认。');
  });
});

describe('批示办理单', () => {
  test('the instruction and how it was carried out', () => {
    const desk = openedDesk();
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '全力救人' });
    expect(textOf(desk, 'instruction:n1')).toContain('正在落实');
    desk.at('03:40').do({ type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: '已部署' });
    const rows = new Map(rowsOf(paperOf(desk, 'instruction:n1')).map(([label = '', text = '']) => [label, text]));
    expect([rows.get('批示人'), rows.get('落实情况'), rows.get('反馈时间')]).toEqual([
      '某市长',
      '已部署',
      '2013年11月22日3时40分',
    ]);
  });
});

describe('值班日志', () => {
  test('a line once made stays while its entry does; other words, another plan or a strike make it anew', () => {
    const desk = openedDesk({ details: { place: '某村' } });
    desk.do({ type: 'AddNote', incidentId, text: '到场' });
    const facts = factsOf(desk);
    const made = (changed: Partial<typeof facts> = {}, context = contextOf(desk)) => {
      const paper = makePaper(context, { ...facts, ...changed }, 'log');
      return paper === null ? [] : rowsOf(paper);
    };
    const [first, second] = [made(), made()];
    expect(second.map((row, at) => row === first[at])).toEqual([true, true]);
    expect(made({ words: () => '别的话' }).map((row) => row[2])).toEqual(['别的话', '别的话']);
    const elsewhere = { ...contextOf(desk), plan: { ...desk.plan, timeZone: 'Asia/Tokyo' } };
    expect(made({}, elsewhere)[0]?.[1]).not.toBe(first[0]?.[1]);
    const note = facts.file.entries.at(-1)?.entryId ?? '';
    desk.do({ type: 'StrikeEntry', incidentId, strikes: note, reason: '记错' });
    const after = rowsOf(paperOf(desk, 'log'));
    expect(after[1]?.[2]).toContain('【已划去：记错】');
  });

  test('every entry in its order with its place in the log; struck ones stay, with the reason', () => {
    const desk = openedDesk()
      .at('03:20')
      .do(figures({ dead: 3 }, { entryId: 'f1' }));
    desk.do({ type: 'StrikeEntry', incidentId, strikes: 'f1', reason: '记错' });
    const { entries } = desk.file();
    const rows = rowsOf(paperOf(desk, 'log'));
    expect(rows.map(([position]) => position)).toEqual(entries.map(({ position }) => String(position)));
    expect(rows[1]?.[1]).toBe('2013年11月22日\n03:20:00');
    expect(rows[1]?.[2]).toBe('FiguresRecorded\n【已划去：记错】');
  });
});

describe('评估记录 [5.2]', () => {
  test('states, due and met instants are the engine’s, row by row', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:20')
      .do(phone('r1'))
      .at('04:00');
    const paper = paperOf(desk, 'evaluation');
    const { obligations } = desk.file().assessment;
    const groups = [
      obligations.filter(({ supervised }) => !supervised),
      obligations.filter(({ supervised }) => supervised),
    ];
    for (const [index, group] of groups.entries()) {
      const rows = rowsOf(paper, index);
      expect(rows).toHaveLength(group.length);
      for (const [n, obligation] of group.entries()) {
        const result = rows[n]?.[4]?.split('\n') ?? [];
        expect(result[0]).toBe(STATE_WORDS[obligation.state]);
        const late = obligation.lateBySeconds ?? 0;
        if (late > 0) expect(result[1]).toBe(`迟${spanText(late)}`);
        expect(rows[n]?.[3] === '').toBe(obligation.fulfilledAt === null);
      }
    }
  });

  test('who met it, who need not, and why it was late', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:20')
      .do(determine('major'));
    desk
      .do(phone('r1', { receiver: '王主任', sender: '张三' }))
      .at('03:30')
      .do(written('r2'));
    desk.do({ type: 'WaiveObligation', incidentId, rule: 'R8', reason: '市里统一上报' });
    const rows = rowsOf(paperOf(desk, 'evaluation'));
    const because = (rule: string) => rows.find(([name]) => name?.startsWith(rule))?.[5];
    expect(because('首报 电话')).toBe('迟接报\n张三报\n王主任接收');
    expect(because('首报 书面')).toMatch(/主任签发$/);
    expect(because('核实并初步认定')).toContain('记录认定为重大');
    expect(because('可首先越级')).toBe('值班员免报：市里统一上报');
  });

  test('the sum counts every own obligation once', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:20')
      .do(phone('r1'))
      .at('05:00');
    const own = desk.file().assessment.obligations.filter(({ supervised }) => !supervised).length;
    const [, summary] = documentText(paperOf(desk, 'evaluation')).slice(1);
    const [total, ...parts] = (summary?.replace(/（[^）]*）/g, '').match(/\d+(?=项)/g) ?? []).map(Number);
    expect(total).toBe(own);
    expect(parts.reduce((sum, n) => sum + n, 0)).toBe(own);
  });
});

describe('the picture of the night in the evaluation record [5.2]', () => {
  function longNight(): TestDesk {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:20')
      .do(phone('r1'))
      .do(figures({ dead: 22, missing: 'unknown' }, { entryId: 'f1' }))
      .at('03:30')
      .do(start('I'));
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '全力救人' });
    desk.do({ type: 'AddNote', incidentId, text: '记错的一条', entryId: 'wrong' });
    desk.do({ type: 'StrikeEntry', incidentId, strikes: 'wrong', reason: '记错' });
    return desk.at('05:00');
  }
  const pagesOf = (desk: TestDesk, isDrill = false) => paperOf(desk, 'evaluation', isDrill).annexes ?? [];
  const textsOn = (pages: readonly Drawing[]) =>
    pages.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : [])));

  test('[TIMELINE-2] figures, level, reports, obligations against their limits and instructions, as the engine has them', () => {
    const desk = longNight();
    const texts = textsOn(pagesOf(desk)).map(({ text }) => text);
    for (const said of [
      '遇难',
      '22人',
      '正在核实',
      'Ⅰ级响应',
      '报告',
      '批示',
      '某市长批示',
      '首报 电话 → 市委、市政府',
    ])
      expect(texts).toContain(said);
    const late = desk.file().assessment.obligations.filter(({ state }) => state === 'fulfilledLate');
    expect(late.length).toBeGreaterThan(0);
    for (const { lateBySeconds } of late) expect(texts).toContain(`迟报，迟${spanText(lateBySeconds ?? 0)}`);
    expect(textsOn(pagesOf(desk)).find(({ isStruck }) => isStruck)).toBeDefined();
  });

  test('[DOC-2] every page says where the log stood, until when it is drawn, and what its shapes mean; a drill’s says so', () => {
    const pages = pagesOf(longNight());
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      const texts = textsOn([page]).map(({ text }) => text);
      expect(texts).toContain('依据值班日志编制：链 chain，至第9条，校验 feedbeef');
      expect(texts).toContain('绘至2013年11月22日5时0分');
      for (const meaning of ['按时', '迟报', '时限', '未知、正在核实', '已划去']) expect(texts).toContain(meaning);
      expect(page.title).not.toContain('演练');
    }
    expect(pagesOf(longNight(), true)[0]?.title).toContain('演练');
  });

  test('[TIMELINE-4] type of 6 pt at least; no words over others, none beyond the page', () => {
    for (const page of pagesOf(longNight())) {
      const boxes = textsOn([page]).map(({ text, x, y, sizePt, anchor }) => {
        const width = widthOf(text, sizePt);
        const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
        return { text, left, right: left + width, top: y - sizePt / 2, bottom: y + sizePt / 2, sizePt };
      });
      for (const [index, box] of boxes.entries()) {
        expect(box.sizePt).toBeGreaterThanOrEqual(6);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(page.widthPt);
        expect(box.bottom).toBeLessThanOrEqual(page.heightPt);
        const over = boxes
          .slice(index + 1)
          .filter(
            (other) =>
              other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom,
          );
        expect(over.map(({ text }) => `${box.text} / ${text}`)).toEqual([]);
      }
    }
  });

  test('[TIMELINE-4] what does not fit on one page goes on on the next: every row once, under the same clock times', () => {
    const desk = longNight();
    for (let n = 0; n < 40; n += 1) desk.do(demand(`d${n}`));
    const pages = pagesOf(desk);
    expect(pages.length).toBeGreaterThan(1);
    const axes = pages.map((page) => textsOn([page]).filter(({ text }) => /^(\d+月\d+日 )?\d\d:\d\d$/.test(text)));
    for (const axis of axes) expect(axis).toEqual(axes[0]);
    expect(axes[0]?.length).toBeGreaterThan(2);
    const names = textsOn(pages).filter(({ x, y, text }) => x === 0 && y > 50 && !text.startsWith('依据'));
    const expected = timelineOf({
      plan: desk.plan,
      file: desk.file(),
      response: desk.response(),
      asOf: null,
      now: desk.file().assessment.at,
    }).rows;
    expect(names).toHaveLength(expected.length);
  });
});

describe('批示办理单 and 评估记录, signed and numbered [DOC-3]', () => {
  function signing() {
    const desk = openedDesk({ figures: { dead: 12 } })
      .at('03:20')
      .do({ type: 'SetDocumentSettings', masthead: '某办文件', numberPrefix: '某办', copies: ['某局'], nextNumber: 7 })
      .do(phone('r1'));
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '全力救人' });
    let n = 0;
    const sign = (id: string, more: object = {}) => {
      const signable = signableOf(factsOf(desk), id) as Signable;
      const draft = signableDraft(contextOf(desk), factsOf(desk), signable);
      if (draft === null) throw new Error(`nothing to sign: ${id}`);
      n += 1;
      const signOff = { post: 'commander', means: 'phone' } as const;
      const content = contentOf(signable.kind, draft);
      desk.do({
        type: 'SignDocument',
        incidentId,
        documentId: `s${n}`,
        ...signable,
        content,
        signedOffBy: '陈立',
        signOff,
        ...more,
      });
      return draft;
    };
    return { desk, sign };
  }

  test.each(['instruction:n1', 'evaluation'])(
    '%s: head, number and 签发 come with it, its tables and pictures stay as they were',
    (id) => {
      const { desk, sign } = signing();
      const draft = sign(id);
      expect(draft).toMatchObject({ masthead: null, number: null });
      const paper = paperOf(desk, id);
      expect(paper).toMatchObject({ masthead: '某办文件', number: '某办〔2013〕7号', copies: [] });
      expect([paper.title, paper.blocks, paper.closing, paper.annexes ?? []]).toEqual([
        draft.title,
        draft.blocks,
        draft.closing,
        draft.annexes ?? [],
      ]);
      expect(paper.notes.at(-1)).toBe('签发：指挥长陈立，2013年11月22日3时20分电话签发，待补签。');
      expect(desk.response().signatures.map(({ part }) => part)).toContain('signOff');

      desk.at('04:30').do(figures({ dead: 31 }));
      desk.do({ type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: '已部署' });
      expect(documentText(paperOf(desk, id))).toEqual(documentText(paper));
      sign(id);
      const next = paperOf(desk, id);
      expect(next.number).toBe('某办〔2013〕7号');
      expect(documentText(next)).not.toEqual(documentText(paper));
      const signable = signableOf(factsOf(desk), id) as Signable;
      expect(versionsOf(desk.file(), signable).map(({ issue }) => issue?.version)).toEqual([1, 2]);
    },
  );

  test('each has its own number, and is found from its signed document; without a prefix it stays a record', () => {
    const { desk, sign } = signing();
    sign('evaluation');
    sign('instruction:n1');
    expect(desk.file().documents.map(({ issue }) => issue?.number)).toEqual(['某办〔2013〕7号', '某办〔2013〕8号']);
    expect(desk.file().documents.map((row) => paperIdOf(desk.file(), row))).toEqual(['evaluation', 'instruction:n1']);
    expect(listPapers(desk.plan, factsOf(desk)).filter(({ kind }) => kind === 'signed')).toEqual([]);
    desk.do({ type: 'SetDocumentSettings', masthead: null, numberPrefix: null, copies: [], nextNumber: null });
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n2', from: '某市长', text: '再报' });
    sign('instruction:n2');
    expect(paperOf(desk, 'instruction:n2')).toMatchObject({ masthead: null, number: null });
  });

  test('4.3: signed it goes to member units and others by any means; each receipt is its own, and no clock hangs on it', () => {
    const { desk, sign } = signing();
    desk.do(start('I'));
    const id = `notice:${desk.response().history[0]?.entryId}`;
    sign(id);
    const obligations = () => desk.file().assessment.obligations.map(({ key, fulfilledAt }) => [key, fulfilledAt]);
    const before = obligations();
    const [member] = desk.plan.organisations;
    const send = (more: object = {}) =>
      ({
        type: 'RecordPaperSent',
        incidentId,
        dispatchId: 'p1',
        documentId: 's1',
        recipients: [member?.id ?? '', { other: '某集团' }],
        via: '政务网',
        ...more,
      }) as CommandInput;
    const receive = (recipient: string | { other: string }, dispatchId = 'p1') =>
      ({ type: 'ConfirmPaperReceipt', incidentId, dispatchId, recipient, person: '值班室' }) as CommandInput;
    const stateOf = () => listDocuments(desk.plan, factsOf(desk)).find((row) => row.id === id)?.state;
    const refused = (command: CommandInput) => refusal(desk.ask(command)).code;
    expect(refused(send({ documentId: 'nothing' }))).toBe('unknownDocument');
    expect(refused(send({ recipients: ['nobody'] }))).toBe('unknownPlanItem');
    expect(refused(send({ recipients: [{ other: '某集团' }, { other: '某集团' }] }))).toBe('unitTwice');
    expect(stateOf()).toBe('signed');
    desk.do(send());
    expect(stateOf()).toBe('sent');
    expect(refused(send())).toBe('idTaken');
    expect(refused(receive({ other: '别家' }))).toBe('unknownReference');
    expect(refused(receive({ other: '某集团' }, 'p9'))).toBe('unknownReference');
    desk.do(receive({ other: '某集团' }));
    expect(refused(receive({ other: '某集团' }))).toBe('nothingChanged');
    expect(stateOf()).toBe('sent');
    desk.do(receive(member?.id ?? ''));
    expect(stateOf()).toBe('received');
    const [dispatch] = desk.file().documents.flatMap(({ dispatches }) => dispatches);
    expect(dispatch).toMatchObject({
      via: '政务网',
      recipients: [
        { id: member?.id, name: member?.label },
        { id: null, name: '某集团' },
      ],
    });
    expect(dispatch?.receipts.map(({ person }) => person)).toEqual(['值班室', '值班室']);
    expect(obligations()).toEqual(before);
    desk.do({ type: 'StrikeEntry', incidentId, strikes: dispatch?.entryId ?? '', reason: '记错' });
    expect(stateOf()).toBe('signed');
    expect(refused(send())).toBe('idTaken');
    // A report goes out as a report.
    const content = { title: '首报', elements: [], body: '正文' };
    desk.do({ type: 'SignDocument', incidentId, documentId: 'd1', kind: 'initial', content, signedOffBy: '主任' });
    expect(refused(send({ dispatchId: 'p2', documentId: 'd1' }))).toBe('unknownDocument');
  });

  test('what is not there is not signed; one that was struck since stays as it was signed', () => {
    const { desk, sign } = signing();
    const content = { title: '批示', elements: [], body: '' };
    const ask = (more: object) =>
      refusal(
        desk.ask({
          type: 'SignDocument',
          incidentId,
          documentId: 'x',
          kind: 'instruction',
          content,
          signedOffBy: '陈立',
          ...more,
        }),
      );
    expect(ask({ noticeOf: 'nothing' })).toMatchObject({ code: 'unknownEntry' });
    expect(ask({ noticeOf: undefined })).toMatchObject({ code: 'unknownPlanItem' });
    expect(ask({ kind: 'evaluation', noticeOf: 'nothing' })).toMatchObject({ code: 'unknownPlanItem' });
    sign('instruction:n1');
    const before = paperOf(desk, 'instruction:n1');
    const [row] = desk.file().documents;
    desk.do({ type: 'StrikeEntry', incidentId, strikes: row?.noticeOf ?? '', reason: '记错' });
    expect(makePaper(contextOf(desk), factsOf(desk), 'instruction:n1')).toBeNull();
    const kept = row === undefined ? null : signedPaper(contextOf(desk), factsOf(desk), row);
    expect(kept?.blocks).toEqual(before.blocks);
    expect(kept?.number).toBe('某办〔2013〕7号');
  });
});

describe('which papers there are', () => {
  test('[DOC-2] each listed one can be made, says where the log stood, and a drill’s bears 演练', () => {
    const desk = openedDesk({ figures: { dead: 12 } })
      .do(phone('r1'))
      .do(start('I'));
    desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '全力救人' });
    const listed = listPapers(desk.plan, { file: desk.file(), response: desk.response() });
    expect(listed.map(({ kind }) => kind)).toEqual([
      'calls',
      'script',
      'phone',
      'notice',
      'instruction',
      'log',
      'evaluation',
    ]);
    for (const { id } of listed) {
      const paper = paperOf(desk, id, true);
      expect(paper.isDrill).toBe(true);
      expect(documentText(paper).at(-1)).toBe('依据值班日志编制：链 chain，至第9条，校验 feedbeef');
      expect(documentText(paper).join('')).not.toMatch(/undefined|null|NaN/);
    }
    const context = {
      plan: desk.plan,
      papers: { masthead: null, numberPrefix: null, copies: [] },
      head: HEAD,
      isDrill: false,
      at: 0,
    };
    for (const id of ['phone:r9', 'notice:x', 'instruction:x', 'nonsense'])
      expect(makePaper(context, factsOf(desk), id)).toBeNull();
  });
});
