/**
 * An official document as content: what stands on the page, in its order, and nothing of how it is drawn. Both renderers
 * (Word and the page that is printed) draw the same parts, so their words cannot differ [rules §7, GB/T 9704-2012].
 */

import { type Drawing, textsOf } from './drawing.ts';

/** Where the log stood when the document was made: anyone with the log can tell what was known then. */
export type LogHead = { chainId: string; position: number; hash: string };

/** `share`: of the table's width. */
export type Column = { header: string; share: number };

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] };

export type OfficialDocument = {
  /** 发文机关标志, the red head; null on a record of the desk's own, which has no red rule either. */
  masthead: string | null;
  /** 发文字号, e.g. 晋市油气指办〔2026〕12号; null while none was given. */
  number: string | null;
  /** 签发人 of a report upward; null while unsigned, undefined where the kind has none. */
  signedOff?: string | null;
  title: string;
  /** 主送, with its colon. */
  addressee: string | null;
  blocks: readonly Block[];
  /** 落款 and 成文日期. */
  closing: { unit: string; date: string } | null;
  /** How it was signed, what is to be signed for still (补签), who recorded it. */
  notes: readonly string[];
  /** 抄送. */
  copies: readonly string[];
  head: LogHead | null;
  /** 附件 after everything else: pictures, each on a page of its own that is laid across. */
  annexes?: readonly Drawing[];
  /** Everything of a drill bears 演练. */
  isDrill: boolean;
  /** `sheet`: a notice of one page; its red head stands where the text begins and its parts stand close. */
  form?: 'sheet';
};

export type TablePart = { role: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] };
export type TextRole =
  | 'masthead'
  | 'title'
  | 'addressee'
  | 'heading1'
  | 'heading2'
  | 'paragraph'
  | 'item'
  | 'unit'
  | 'date'
  | 'note'
  | 'copies'
  | 'source';
export type TextPart = { role: TextRole; text: string };
/** 发文字号 left and 签发人 right, above the red rule. */
export type ReferencePart = { role: 'reference'; left: string; right: string };
export type AnnexPart = { role: 'annex'; drawing: Drawing };
export type Part = TextPart | ReferencePart | TablePart | AnnexPart;

export const DRILL = '演练';
/** In every page's head. */
export const DRILL_LINE = `${DRILL}　${DRILL}　${DRILL}`;
const UNSIGNED = '（未签发）';
const SHORT = 8;

export function partsOf(document: OfficialDocument): Part[] {
  const { masthead, title, addressee, blocks, closing, notes, copies, head, annexes = [] } = document;
  const part = (role: TextRole, text: string | null): TextPart[] => (text === null ? [] : [{ role, text }]);
  return [
    ...part('masthead', masthead),
    ...(masthead === null ? [] : [referenceOf(document)]),
    ...part('title', title),
    ...part('addressee', addressee),
    ...blocks.flatMap(blockParts),
    ...(closing === null ? [] : [...part('unit', closing.unit), ...part('date', closing.date)]),
    ...notes.map((text): TextPart => ({ role: 'note', text })),
    ...(copies.length === 0 ? [] : part('copies', `抄送：${copies.join('，')}。`)),
    ...(head === null ? [] : part('source', sourceText(head))),
    ...annexes.map((drawing): AnnexPart => ({ role: 'annex', drawing })),
  ];
}

function referenceOf({ number, signedOff }: OfficialDocument): ReferencePart {
  const right = signedOff === undefined ? '' : `签发人：${signedOff ?? UNSIGNED}`;
  return { role: 'reference', left: number ?? '', right };
}

function blockParts(block: Block): Part[] {
  switch (block.kind) {
    case 'heading':
      return [{ role: block.level === 1 ? 'heading1' : 'heading2', text: block.text }];
    case 'paragraph':
      return [{ role: 'paragraph', text: block.text }];
    case 'list':
      return block.items.map((text) => ({ role: 'item', text }));
    case 'table':
      return [{ role: 'table', columns: block.columns, rows: block.rows }];
  }
}

/** A document's parts as lines of text, a table's row as one. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return [...block.items];
      case 'table':
        return block.rows.map((row) => row.map((text) => text.replace(/\n/g, ' ')).join('　'));
      default:
        return [block.text];
    }
  });

/** The log's head in a form that can be compared by eye with what the desk shows. */
export const sourceText = ({ chainId, position, hash }: LogHead): string =>
  `依据值班日志编制：链 ${chainId.slice(0, SHORT)}，至第${position}条，校验 ${hash.slice(0, SHORT)}`;

/** Everything the reader sees, in reading order: what both renderers are checked against. */
export function documentText(document: OfficialDocument): string[] {
  return partsOf(document).flatMap((part) => {
    switch (part.role) {
      case 'reference':
        return [part.left, part.right].filter((text) => text !== '');
      case 'table':
        return [part.columns.map(({ header }) => header), ...part.rows].flat().filter((text) => text !== '');
      case 'annex':
        return textsOf(part.drawing);
      default:
        return part.text.split('\n').filter((text) => text !== '');
    }
  });
}
