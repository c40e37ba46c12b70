/** Files as they come, and as somebody who means harm would make them: read rightly, or refused with a reason. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { SheetFault } from './fault.ts';
import { harmless, unmarked } from './formula.ts';
import { readTable } from './readTable.ts';
import { HOSTILE, TABLE, text, workbook, worksheet } from './testing/hostileFiles.ts';
import { writeCsv, writeXlsx } from './writeTable.ts';

async function faultOf(bytes: Uint8Array): Promise<string> {
  try {
    await readTable(bytes);
  } catch (thrown) {
    if (thrown instanceof SheetFault) return thrown.code;
    throw thrown;
  }
  return 'read';
}

const gbk = new Uint8Array([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0a, 0xb5, 0xa5, 0xce, 0xb0, 0x2c, 0x31, 0x31, 0x30,
]);
const GBK_TABLE = [
  ['姓名', '手机'],
  ['单伟', '110'],
];
const utf16 = (isBig: boolean, words: string) => {
  const bytes = new Uint8Array(2 + words.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, unit] of Array.from(`\uFEFF${words}`, (each) => each.charCodeAt(0)).entries())
    view.setUint16(index * 2, unit, !isBig);
  return bytes;
};

describe('[DIRECTORY-3] read rightly', () => {
  test('what was written, as xlsx and as csv', async () => {
    expect(await readTable(writeXlsx('表', TABLE))).toEqual(TABLE);
    expect(await readTable(writeCsv(TABLE))).toEqual(TABLE);
  });

  test.each([
    ['GBK without a mark', gbk],
    ['GB 18030 with its mark', new Uint8Array([0x84, 0x31, 0x95, 0x33, ...gbk])],
    ['UTF-8 without a mark', strToU8('姓名,手机\n单伟,110')],
    ['UTF-8 with one', strToU8('\uFEFF姓名,手机\r\n单伟,110\r\n')],
    ['UTF-16 little end first', utf16(false, '姓名\t手机\n单伟\t110')],
    ['UTF-16 big end first', utf16(true, '姓名,手机\n单伟,110')],
    ['semicolons', strToU8('姓名;手机\n单伟;110')],
  ])('csv: %s', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual(GBK_TABLE);
  });

  test('csv: quotes, line breaks and commas within a cell, a quote that never closes', async () => {
    expect(await readTable(strToU8('a,"b, ""c""\nd",e\n"x'))).toEqual([['a', 'b, "c"\nd', 'e'], ['x']]);
  });

  test('a formula: the value that was kept, never the formula', async () => {
    const sheet = `<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>单伟</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>`;
    expect(await readTable(workbook(sheet))).toEqual([['单伟', '2']]);
  });

  test('a date that is a number, a telephone number that is one', async () => {
    const styles = strToU8(
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    );
    const parts = unzipSync(
      workbook('<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1"><v>13800000001</v></c></row>'),
    );
    const rels = new TextDecoder()
      .decode(parts['xl/_rels/workbook.xml.rels'])
      .replace(
        '</Relationships>',
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
      );
    const bytes = zipSync({ ...parts, 'xl/styles.xml': styles, 'xl/_rels/workbook.xml.rels': strToU8(rels) });
    expect(await readTable(bytes)).toEqual([['2023-03-15', '13800000001']]);
  });

  test('merged cells: the value is in each of them', async () => {
    const rows = `<row r="1">${text('A1', '水务局')}${text('B1', '甲')}</row><row r="2">${text('B2', '乙')}</row>`;
    const sheet = worksheet(rows, '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>');
    const bytes = workbook('', { 'xl/worksheets/sheet1.xml': strToU8(sheet) });
    expect(await readTable(bytes)).toEqual([
      ['水务局', '甲'],
      ['水务局', '乙'],
    ]);
  });
});

describe('[DIRECTORY-3] refused with a reason', () => {
  test.each(HOSTILE)('%s: %s', async (_, code, make) => {
    expect(await faultOf(make())).toBe(code);
  });
});

describe('[DIRECTORY-3] formulas never leave', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1', '＋1', '－1', '＠SUM(A1)'];
  test.each(formulas)('%j is marked as text, and the mark goes again', async (words) => {
    expect(harmless(words)).toBe(`'${words}`);
    expect(unmarked(harmless(words))).toBe(words);
    expect(new TextDecoder().decode(writeCsv([[words]]))).toContain(`'${words}`);
    expect(new TextDecoder().decode(unzipSync(writeXlsx('表', [[words]]))['xl/worksheets/sheet1.xml'])).not.toContain(
      '<f>',
    );
  });

  test('a name, a number and markup stay as they are', async () => {
    const rows = [['单伟', '0356-2022222', '<b>&"', '86 138']];
    expect(await readTable(writeXlsx('表', rows))).toEqual(rows);
    expect(await readTable(writeCsv(rows))).toEqual(rows);
  });
});
