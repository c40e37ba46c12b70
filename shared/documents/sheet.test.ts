/** [DOC-7] A notice of one page is set as large as lets it stand on one; other papers as ever. */
import { describe, expect, test } from 'vitest';
import type { OfficialDocument } from './document.ts';
import { TABLE_PT } from './layout.ts';
import { fitsOnePage, tableType } from './sheet.ts';

const sheet = (characters: number): OfficialDocument => ({
  form: 'sheet',
  masthead: '某市指挥部办公室文件',
  number: '某办〔2013〕7号',
  signedOff: '李某',
  title: '关于发布橙色预警的通知',
  addressee: '各有关单位：',
  blocks: [
    { kind: 'paragraph', text: '现发布橙色预警。' },
    {
      kind: 'table',
      columns: [
        { header: '', share: 1 },
        { header: '', share: 4 },
      ],
      rows: ['范围', '事项', '措施'].map((label) => [label, '字'.repeat(characters)]),
    },
  ],
  closing: { unit: '市指挥部', date: '2013年11月22日' },
  notes: [],
  copies: ['某局'],
  head: { chainId: 'chain', position: 1, hash: 'hash' },
  isDrill: false,
});

describe('[DOC-7] one page', () => {
  test.each([
    [60, 12, true],
    [130, 12, true],
    [180, 10.5, true],
    [250, 9, true],
    [700, 9, false],
  ])('three texts of %i characters are set in %s pt, and fit: %s', (characters, size, fit) => {
    expect(tableType(sheet(characters)).size).toBe(size);
    expect(fitsOnePage(sheet(characters))).toBe(fit);
  });

  test('longer text is never set larger', () => {
    const sizes = Array.from({ length: 40 }, (_, n) => tableType(sheet(n * 20)).size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test('any other paper keeps its type, however long', () => {
    const { form: _, ...page } = sheet(3000);
    expect(tableType(page)).toBe(TABLE_PT);
  });
});
