/** Files as somebody who means harm would make them, for the test of why they are refused and the bench of how soon. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetFaultCode } from '../fault.ts';
import { writeXlsx } from '../writeTable.ts';

export const TABLE = [
  ['姓名', '手机'],
  ['单伟', '13800000001'],
];

/** Zeros are small enough so. */
const FAST = { level: 1 } as const;

/** A workbook with this sheet in it, and whatever else is put in its place. */
export function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const parts = unzipSync(writeXlsx('表', TABLE));
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(worksheet(sheet)), ...more }, FAST);
}
export const worksheet = (data: string, behind = '') =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData>${behind}</worksheet>`;
export const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** An archive of one part, with sizes as one likes. */
function lyingZip(name: string, content: Uint8Array, said: number): Uint8Array {
  const archive = zipSync({ [name]: [content, FAST] });
  const view = new DataView(archive.buffer);
  for (let at = 0; at + 4 <= archive.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, said, true);
  }
  return archive;
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
const billion = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${worksheet('<row r="1"><c r="A1"><v>&b;</v></c></row>')}`;
const row = `<row r="1">${text('A1', '甲')}</row>`;
const manyStyles = `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(250_000)}</cellXfs></styleSheet>`;
const wide = Array.from({ length: 10_000 }, (_, index) => `c${index}`);

/** What it is, why it is refused, and how it is made. */
export const HOSTILE: readonly (readonly [name: string, code: SheetFaultCode, make: () => Uint8Array])[] = [
  ['nothing at all', 'empty', () => new Uint8Array()],
  ['blanks only', 'empty', () => strToU8(' \r\n\r\n')],
  ['a workbook without a value', 'empty', () => workbook('<row r="1"></row>')],
  ['a picture', 'notATable', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
  ['bytes in no writing there is', 'notATable', () => new Uint8Array([0xff, 0x80, 0x81, 0xff, 0xff, 0x20])],
  ['an archive of something else', 'notATable', () => zipSync({ 'a.txt': strToU8('x') })],
  ['an old or locked workbook', 'oldOrLocked', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['an archive cut short', 'broken', () => writeXlsx('表', TABLE).slice(0, 200)],
  ['more than 20 MB', 'fileTooLarge', () => zeros(21)],
  ['a bomb that says so', 'contentTooLarge', () => workbook('', { 'xl/sharedStrings.xml': zeros(49) })],
  ['one cell of 49 MB', 'contentTooLarge', () => workbook('', { 'xl/sharedStrings.xml': zeros(49).fill(0x61) })],
  ['a bomb that lies', 'contentTooLarge', () => lyingZip('xl/worksheets/sheet1.xml', zeros(12), 1000)],
  ['less than it says', 'broken', () => lyingZip('xl/worksheets/sheet1.xml', zeros(1), 2 * 1024 * 1024)],
  ['a cell of 1 MB', 'cellTooLong', () => workbook(`<row r="1">${text('A1', 'a'.repeat(1_000_000))}</row>`)],
  ['entities of its own', 'hostile', () => workbook('', { 'xl/worksheets/sheet1.xml': strToU8(billion) })],
  ['10,000 columns in a workbook', 'tooManyColumns', () => writeXlsx('表', [wide])],
  ['10,000 columns in a csv', 'tooManyColumns', () => strToU8(wide.join(','))],
  [
    'one cell at the end of the sheet',
    'tooManyRows',
    () => workbook(`<row r="1048576">${text('A1048576', 'x')}</row>`),
  ],
  ['60,000 empty rows in a small workbook', 'tooManyRows', () => workbook('<row/>'.repeat(60_000))],
  ['250,000 styles', 'contentTooLarge', () => workbook(row, { 'xl/styles.xml': strToU8(manyStyles) })],
  [
    'more cells than any list has, without places',
    'contentTooLarge',
    () => workbook(`<row>${'<c/>'.repeat(1_100_000)}</row>`),
  ],
  [
    'more texts than cells there can be',
    'contentTooLarge',
    () => workbook(row, { 'xl/sharedStrings.xml': strToU8(`<sst>${'<si/>'.repeat(1_100_000)}</sst>`) }),
  ],
  ['60,000 rows', 'tooManyRows', () => strToU8('a\n'.repeat(60_000))],
  ['a csv’s cell of 1 MB', 'cellTooLong', () => strToU8(`a,"${'x'.repeat(1_000_000)}"`)],
];
