/** Documents as content [rules §7, GB/T 9704-2012]. */
import { describe, expect, test } from 'vitest';
import { documentText, type OfficialDocument, partsOf, sourceText } from './document.ts';
import {
  BODY_PT,
  CHARACTER_PT,
  CHARACTERS_A_LINE,
  closingIndents,
  LINES_A_PAGE,
  mastheadSize,
  SHEET_MM,
  TEXT_WIDTH_PT,
} from './layout.ts';
import { chineseNumber, documentNumber, readOfficialText } from './officialText.ts';

const paper: OfficialDocument = {
  masthead: '某办公室文件',
  number: '某办〔2013〕7号',
  signedOff: '李卫东',
  title: '关于某事的报告',
  addressee: '市委、市政府：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、情况' },
    { kind: 'paragraph', text: '一段。' },
    { kind: 'list', items: ['甲', '乙'] },
    {
      kind: 'table',
      columns: [
        { header: '事项', share: 1 },
        { header: '', share: 1 },
      ],
      rows: [
        ['首报', ''],
        ['续报', '迟'],
      ],
    },
  ],
  closing: { unit: '市指挥部办公室', date: '2013年11月22日' },
  notes: ['签发：李卫东'],
  copies: ['某局', '某办'],
  head: { chainId: '0193abcd-ef', position: 12, hash: '1a2b3c4d5e6f' },
  isDrill: false,
};

describe('what stands on the page, in its order', () => {
  test('head, number and 签发人, title, 主送, body, 落款, 抄送, where the log stood', () => {
    expect(documentText(paper)).toEqual([
      '某办公室文件',
      '某办〔2013〕7号',
      '签发人：李卫东',
      '关于某事的报告',
      '市委、市政府：',
      '一、情况',
      '一段。',
      '甲',
      '乙',
      '事项',
      '首报',
      '续报',
      '迟',
      '市指挥部办公室',
      '2013年11月22日',
      '签发：李卫东',
      '抄送：某局，某办。',
      '依据值班日志编制：链 0193abcd，至第12条，校验 1a2b3c4d',
    ]);
  });

  test("the desk's own records have no red head; what is unsigned says so; a kind without 签发人 has none", () => {
    expect(partsOf({ ...paper, masthead: null }).map(({ role }) => role)).not.toContain('reference');
    expect(documentText({ ...paper, signedOff: null })).toContain('签发人：（未签发）');
    const { signedOff: _, ...unsigned } = paper;
    expect(documentText(unsigned).join('')).not.toContain('签发人');
  });

  test('the log head is the one the desk shows: its first eight digits', () => {
    expect(sourceText({ chainId: 'abcdefghij', position: 3, hash: '0123456789' })).toContain(
      '链 abcdefgh，至第3条，校验 01234567',
    );
  });
});

describe('words as typed, read as an official paper', () => {
  test('addressee, headings by their numbers, paragraphs, 落款 after the blank line', () => {
    const body = [
      '甲：',
      '导语。',
      '一、情况',
      '（一）人员',
      '一、这一句是一段话，所以不是标题。',
      '',
      '单位',
      '日期',
    ].join('\n');
    expect(readOfficialText(body)).toEqual({
      addressee: '甲：',
      blocks: [
        { kind: 'paragraph', text: '导语。' },
        { kind: 'heading', level: 1, text: '一、情况' },
        { kind: 'heading', level: 2, text: '（一）人员' },
        { kind: 'paragraph', text: '一、这一句是一段话，所以不是标题。' },
      ],
      closing: { unit: '单位', date: '日期' },
    });
  });

  test.each([
    ['', null, 0, null],
    ['只有一段', null, 1, null],
    ['甲：\n一\n\n二\n\n单位\n日期', '甲：', 2, { unit: '单位', date: '日期' }],
    ['甲：\n一\n', '甲：', 1, null],
    // More than two lines after a blank one are no 落款; none of them is lost.
    ['甲：\n一\n\n二\n三\n四', '甲：', 4, null],
  ])('%j', (body, addressee, paragraphs, closing) => {
    const read = readOfficialText(body);
    expect([read.addressee, read.blocks.length, read.closing]).toEqual([addressee, paragraphs, closing]);
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1000, '1000'],
  ])('%i is %s', (n, words) => expect(chineseNumber(n)).toBe(words));

  test('发文字号', () => expect(documentNumber('某办', 2026, 12)).toBe('某办〔2026〕12号'));
});

describe('the measures', () => {
  test('22 lines of 28 characters fill the text area', () => {
    const height = ((SHEET_MM.height - SHEET_MM.top - SHEET_MM.bottom) / 25.4) * 72;
    expect(Math.floor(height / BODY_PT.line)).toBe(LINES_A_PAGE);
    expect(Math.floor(TEXT_WIDTH_PT / CHARACTER_PT)).toBe(CHARACTERS_A_LINE);
    expect(Math.round(BODY_PT.line * 20)).toBe(579);
  });

  test('the head fits on its line, never larger than 48 pt', () => {
    expect(mastheadSize('某办')).toBe(48);
    expect(mastheadSize('某某市应急指挥部办公室文件') * 13).toBeLessThanOrEqual(TEXT_WIDTH_PT);
    expect(mastheadSize('很'.repeat(60))).toBe(22);
  });

  test('the date stands four characters from the right, the unit centred over it', () => {
    const date = '2013年11月22日';
    expect(closingIndents('某局', date)).toEqual({ unit: 6.5, date: 4 });
    // Under a longer unit the date moves in; the unit never comes nearer than two characters.
    expect(closingIndents('某某市某某某某指挥部办公室', date)).toEqual({ unit: 2, date: 5 });
  });
});
