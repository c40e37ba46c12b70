/**
 * Words as an officer types them and the parts of an official paper: addressee on the first line, headings by their
 * numbering, paragraphs, and after the last blank line the unit and the date. Pure, and the same for what was signed years ago.
 */
import type { Block } from './document.ts';

export type OfficialText = {
  addressee: string | null;
  blocks: Block[];
  closing: { unit: string; date: string } | null;
};

const NUMERALS = '一二三四五六七八九十百';
const HEADING_1 = new RegExp(`^[${NUMERALS}]+、`);
const HEADING_2 = new RegExp(`^（[${NUMERALS}]+）`);
/** A heading says what follows, not what happened. */
const LONGEST_HEADING = 30;

export function readOfficialText(body: string): OfficialText {
  const lines = body.split('\n').map((line) => line.trim());
  const [first = ''] = lines;
  const isAddressee = /[：:]$/.test(first);
  const rest = isAddressee ? lines.slice(1) : lines;
  const blank = rest.lastIndexOf('');
  const closing = closingOf(blank < 0 ? [] : rest.slice(blank + 1));
  const said = closing === null ? rest : rest.slice(0, blank);
  return {
    addressee: isAddressee ? first : null,
    blocks: said.filter((line) => line !== '').map(blockOf),
    closing,
  };
}

/** The same words back: what is signed as text reads as the paper it was. Papers with tables have none. */
export function writeOfficialText({ addressee, blocks, closing }: OfficialText): string {
  const said = blocks.map((block) => ('text' in block ? block.text : ''));
  const end = closing === null ? [] : ['', closing.unit, closing.date];
  return [...(addressee === null ? [] : [addressee]), ...said, ...end].join('\n');
}

function closingOf(lines: readonly string[]): OfficialText['closing'] {
  const [unit, date] = lines;
  return lines.length === 2 && unit !== undefined && date !== undefined ? { unit, date } : null;
}

function blockOf(text: string): Block {
  const isHeading = text.length <= LONGEST_HEADING && !/[。；：]$/.test(text);
  if (isHeading && HEADING_1.test(text)) return { kind: 'heading', level: 1, text };
  if (isHeading && HEADING_2.test(text)) return { kind: 'heading', level: 2, text };
  return { kind: 'paragraph', text };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 一, 12 十二, 20 二十, 105 一百零五: as 续报 are numbered. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999) return String(n);
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10];
  const head = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`;
  const ten =
    tens === 0 ? (head !== '' && ones !== 0 ? '零' : '') : `${head === '' && tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${ten}${DIGITS[ones]}`;
}

/** 机关代字〔2026〕12号 */
export const documentNumber = (prefix: string, year: number, n: number): string => `${prefix}〔${year}〕${n}号`;
