import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { documentText, type OfficialDocument } from '#shared/documents/document.ts';
import { type Drawing, type DrawnText, dashed, stroke } from '#shared/documents/drawing.ts';
import { OfficialPaper } from './OfficialPaper.tsx';

afterEach(cleanup);

const words = (text: string, more: Partial<DrawnText> = {}): DrawnText => ({
  kind: 'text',
  text,
  x: 10,
  y: 10,
  sizePt: 7,
  anchor: 'start',
  font: 'label',
  ink: 'black',
  isStruck: false,
  ...more,
});
const annex: Drawing = {
  title: '一夜处置时间线',
  widthPt: 630,
  heightPt: 440,
  shapes: [
    words('附件', { font: 'strong' }),
    { kind: 'rectangle', x: 0, y: 0, width: 9, height: 4, fill: 'hatched', stroke: dashed('dark', 0.4) },
    { kind: 'line', from: [0, 0], to: [5, 5], stroke: stroke('black', 1) },
    words('遇难3人', { anchor: 'end', isStruck: true }),
  ],
};
const paper: OfficialDocument = {
  masthead: null,
  number: null,
  title: '评估记录',
  addressee: null,
  blocks: [{ kind: 'paragraph', text: '附件：处置时间线' }],
  closing: { unit: '市指挥部办公室', date: '2013年11月22日' },
  notes: [],
  copies: [],
  head: { chainId: '0193abcd', position: 12, hash: '1a2b3c4d' },
  annexes: [annex],
  isDrill: false,
};

it('[DOC-1] the page has every text of the content in its order, a picture’s words too', () => {
  const { container } = render(<OfficialPaper document={paper} />);
  expect(container.textContent).toBe(documentText(paper).join(''));
});

it('[DOC-1] a picture has its shapes, its name for whoever has it read out, and a hatch of its own', () => {
  const { container, getAllByRole } = render(<OfficialPaper document={{ ...paper, annexes: [annex, annex] }} />);
  expect(getAllByRole('figure', { name: annex.title })).toHaveLength(2);
  const [first, second] = container.querySelectorAll('svg');
  expect(first?.getAttribute('viewBox')).toBe('0 0 630 440');
  expect(first?.querySelectorAll('g, text')).toHaveLength(2);
  const hatches = [first, second].map((svg) => svg?.querySelector('pattern')?.id);
  expect(new Set(hatches).size).toBe(2);
  expect(first?.querySelector(`rect[fill='url("#${hatches[0]}")']`)).not.toBeNull();
  expect(first?.querySelector('text[text-decoration="line-through"]')?.getAttribute('text-anchor')).toBe('end');
});
