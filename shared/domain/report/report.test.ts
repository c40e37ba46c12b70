/** Words for the phone and for paper: only what was recorded, unknown as 正在核实 [rules §7, plan 4.1.3(1)]. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentContentSchema } from '../incident/events.ts';
import { parseQuantity } from '../quantity.ts';
import { call, minute, openedDesk, TestDesk } from '../testing/testDesk.ts';
import { initialReport, initialReportElements } from './initialReport.ts';
import { phoneScript } from './phoneScript.ts';
import { quantityText } from './quantityText.ts';
import { dateText, timeText } from './timeText.ts';

const caller = { name: '张三', post: 'watchOfficer', callback: '0356-0000000', requests: null };
const rich = () =>
  openedDesk({
    figures: { dead: 3, injured: '5+', missing: 'unknown', trapped: '2-4', atRisk: '约20' },
    conditions: { leak: 'yes', explosion: 'yes' },
    details: {
      area: 'zezhou',
      place: '某镇某村东',
      operator: '某管输公司',
      pipeline: '某某线',
      medium: 'crude',
      object: 'transmission',
      impact: '周边三个村庄。其余待查。',
      trend: null,
      measures: '已关阀停输，疏散群众，现场警戒',
    },
  });
const spoken = (desk: TestDesk) => {
  const script = phoneScript(desk.plan, desk.file(), caller, 'city');
  return { ...script, text: script.lines.map(({ text }) => text).join('\n') };
};

describe('figures in official words', () => {
  test.each([
    ['3', '3人'],
    ['3+', '至少3人'],
    ['约3', '约3人'],
    ['3-5', '3至5人'],
    ['0', '0人'],
    ['?', '正在核实'],
  ])('%s is %s', (written, words) => {
    const quantity = parseQuantity(written);
    expect(quantity && quantityText(quantity, '人')).toBe(words);
  });
});

describe('instants in the plan’s zone, whatever the machine’s', () => {
  const atMidnight = { at: Date.parse('2013-11-21T16:00:00Z'), precision: 'minute' } as const;
  test('midnight is hour 0 of the new day', () => {
    expect(timeText(atMidnight, 'Asia/Shanghai')).toBe('11月22日0时0分');
    expect(timeText({ ...atMidnight, precision: 'about' }, 'Asia/Shanghai')).toBe('11月22日0时0分左右');
    expect(dateText(atMidnight.at, 'Asia/Shanghai')).toBe('2013年11月22日');
  });
});

describe('phone script', () => {
  test('who, when, where, what, counts, response, call-back', () => {
    const { lines, text } = spoken(rich());
    expect(lines.map(({ id }) => id)).toEqual(['who', 'event', 'counts', 'situation', 'response', 'callback']);
    expect(text).toContain('市委、市政府，我是市指挥部办公室值班员张三');
    expect(text).toContain('11月22日2时12分，泽州县某镇某村东，某管输公司，某某线原油长输管道，泄漏、爆炸。');
    expect(text).toContain('涉险约20人，遇难3人，受伤至少5人，被困2至4人，失联正在核实。');
    expect(text).toContain('影响范围：周边三个村庄。');
    expect(text).toContain('等级暂时无法判明，尚未启动应急响应。');
    expect(text).toContain('回拨电话0356-0000000');
  });

  test('the missing are never counted among the dead', () => {
    const { text } = spoken(openedDesk({ figures: { missing: 9 } }));
    expect(text).toContain('失联9人');
    expect(text).not.toContain('遇难');
  });

  test('nothing known is said to be verified', () => {
    const { text } = spoken(new TestDesk().do(call({ occurredAt: null, conditions: {} })));
    expect(text).toContain('11月22日3时10分接报（发生时间正在核实），地点正在核实，性质正在核实。');
    expect(text).toContain('人员伤亡正在核实。');
  });

  test('unknown after a number keeps the number and says so', () => {
    const desk = openedDesk({ figures: { dead: 3 } }).at('03:20');
    desk.do({ type: 'RecordFigures', incidentId: 'i1', figures: { dead: 'unknown' } });
    expect(spoken(desk).text).toContain('遇难3人（正在核实）');
  });

  test('grade and response once decided', () => {
    const desk = openedDesk({ figures: { dead: 3 } });
    desk.do({ type: 'DetermineGrade', incidentId: 'i1', grade: 'serious' });
    desk.do({
      type: 'StartResponse',
      incidentId: 'i1',
      level: 'II',
      expectedHours: 24,
      decision: { post: 'commander', name: 'x', means: 'phone' },
    });
    expect(spoken(desk).text).toContain('初步认定为较大，已启动Ⅱ级响应。');
  });

  test('shorter facts leave room for the rest', () => {
    const { text } = spoken(openedDesk({ details: { place: '某村', impact: '三个村庄', measures: '已关阀' } }));
    expect(text).toContain('影响范围：三个村庄');
    expect(text).not.toContain('…');
  });

  test('a known place is said even where everything else has to be left out', () => {
    const figures = Object.fromEntries(openedDesk().plan.figures.map(({ id }) => [id, '1000000-2000000']));
    const { text } = spoken(openedDesk({ figures, details: { place: '某村东侧', impact: '三个村庄' } }));
    expect(text).toContain('某村东侧');
    expect(text).not.toContain('三个村庄');
  });

  test('readable in 30 seconds, however much was typed', () => {
    const words = fc.string({
      unit: fc.constantFrom('油', '气', '管', '。', '，', '\n', '1'),
      minLength: 1,
      maxLength: 400,
    });
    const text = fc.option(
      words.filter((typed) => typed.trim().length > 0),
      { nil: null },
    );
    const details = fc.record({
      place: text,
      operator: text,
      pipeline: text,
      impact: text,
      trend: text,
      measures: text,
    });
    fc.assert(
      fc.property(details, words, (given, requests) => {
        const desk = new TestDesk().do(
          call({ figures: { dead: 3, injured: '166+', missing: 'unknown' }, details: given }),
        );
        const script = phoneScript(desk.plan, desk.file(), { ...caller, requests }, 'city');
        expect(script.seconds).toBeLessThanOrEqual(30);
      }),
      { numRuns: 60 },
    );
  });
});

describe('first report', () => {
  const states = (desk: TestDesk) =>
    Object.fromEntries(initialReportElements(desk.plan, desk.file()).map(({ id, state }) => [id, state]));

  test('every element is filled, being verified or missing', () => {
    expect(states(rich())).toMatchObject({
      time: 'filled',
      area: 'filled',
      dead: 'filled',
      missing: 'beingVerified',
      nature: 'filled',
      trend: 'beingVerified',
      measures: 'filled',
      source: 'missing',
      reporter: 'missing',
    });
    expect(states(openedDesk({ occurredAt: null, conditions: {} }))).toMatchObject({
      time: 'beingVerified',
      nature: 'beingVerified',
      dead: 'missing',
      place: 'missing',
    });
  });

  test('what is denied is known too', () => {
    const desk = openedDesk({ conditions: { leak: 'no', fire: 'no' } });
    expect(initialReportElements(desk.plan, desk.file()).find(({ id }) => id === 'nature')).toMatchObject({
      text: '无泄漏、无起火',
      state: 'filled',
    });
  });

  test('a draft that can be signed as it stands', () => {
    const desk = rich();
    const report = initialReport(desk.plan, desk.file());
    expect(documentContentSchema.parse(report)).toEqual(report);
    expect(report.title).toBe('关于泽州县某镇某村东泄漏、爆炸情况的报告');
    const lines = report.body.split('\n');
    expect(lines[0]).toBe('市委、市政府：');
    expect(lines).toContain('发生时间：11月22日2时12分。');
    expect(lines).toContain('涉险人数约20人，遇难人数3人，受伤人数至少5人，被困人数2至4人，失联人数正在核实。');
    expect(lines).toContain('发展趋势：正在核实。');
    expect(lines.slice(-2)).toEqual(['市指挥部办公室', '2013年11月22日']);
    const order = ['发生时间', '发生地点', '涉险人数', '事件性质', '影响范围', '报告人'];
    const at = order.map((label) => lines.findIndex((line) => line.startsWith(label)));
    expect(at.every((index) => index > 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test('the longest texts that can be recorded still make a document that can be signed', () => {
    const long = '长'.repeat(5000);
    const details = { place: long, impact: long, trend: long, measures: long, source: long };
    const desk = openedDesk({ details, disposition: { kind: 'open', incidentId: 'i1', title: '题'.repeat(200) } });
    expect(documentContentSchema.safeParse(initialReport(desk.plan, desk.file())).success).toBe(true);
  });

  test('a discovered time stands under its own name', () => {
    const desk = openedDesk({ occurredAt: null, discoveredAt: minute('02:31') });
    expect(desk.file().assessment.times.clockStartAssumedFrom).toBe('discovered');
    expect(states(desk)).toMatchObject({ time: 'beingVerified' });
  });
});
