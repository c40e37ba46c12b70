/** The Word file, unzipped [rules §7]: grid, margins, fonts named and not embedded, run language, and every word of the content. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentText, type OfficialDocument } from '../document.ts';
import { type Drawing, type DrawnText, dashed, stroke } from '../drawing.ts';
import { ANNEX_PT } from '../layout.ts';
import { renderDocx } from './renderDocx.ts';

const text = (words: string, more: Partial<DrawnText> = {}): DrawnText => ({
  kind: 'text',
  text: words,
  x: 100,
  y: 100,
  sizePt: 6.5,
  anchor: 'start',
  font: 'label',
  ink: 'black',
  isStruck: false,
  ...more,
});

const paper: OfficialDocument = {
  masthead: '某办公室文件',
  number: '某办〔2013〕7号',
  signedOff: '镕堃',
  title: '关于某事的报告',
  addressee: '市委、市政府：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、情况' },
    { kind: 'heading', level: 2, text: '（一）人员' },
    { kind: 'paragraph', text: '遇难3人 <约> & "正在核实"。' },
    {
      kind: 'table',
      columns: [
        { header: '事项', share: 2 },
        { header: '结果', share: 1 },
      ],
      rows: [['首报', '迟38分']],
    },
  ],
  closing: { unit: '市指挥部办公室', date: '2013年11月22日' },
  notes: ['签发：喆赟'],
  copies: ['某局'],
  head: { chainId: '0193abcd', position: 12, hash: '1a2b3c4d' },
  isDrill: true,
};

const annex: Drawing = {
  title: '镕堃一夜 时间线',
  widthPt: ANNEX_PT.width,
  heightPt: ANNEX_PT.height,
  shapes: [
    { kind: 'rectangle', x: 10, y: 20, width: 30, height: 8, fill: 'hatched', stroke: dashed('dark', 0.4) },
    { kind: 'line', from: [10, 60], to: [50, 20], stroke: stroke('black', 1) },
    { kind: 'circle', x: 60, y: 24, r: 3, fill: 'white', stroke: stroke('black', 1) },
    {
      kind: 'polygon',
      points: [
        [70, 20],
        [74, 24],
        [70, 28],
      ],
      fill: 'dark',
      stroke: null,
    },
    text('遇难3人 <正在核实>', { x: ANNEX_PT.width - 20, anchor: 'end' }),
    text('11月22日 12:00', { x: 4, anchor: 'middle' }),
    text('记错', { isStruck: true }),
  ],
};

const read = async (document: OfficialDocument) =>
  Object.fromEntries(
    Object.entries(unzipSync(await renderDocx(document))).map(([name, file]) => [name, strFromU8(file)]),
  );
const plain = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

let files: Record<string, string> = {};
const part = (name: string): string => files[name] ?? '';
const body = () => part('word/document.xml');
beforeAll(async () => {
  files = await read(paper);
});

describe('layout of GB/T 9704-2012', () => {
  test('A4, 37 / 26 / 35 / 28 mm, the grid of 579', () => {
    expect(body()).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body()).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body()).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/);
  });

  test('body lines are exactly 579 and set a quarter of a point closer; the language keeps numbers whole', () => {
    const styles = part('word/styles.xml');
    expect(styles).toContain('<w:spacing w:val="-5"/>');
    expect(styles).toMatch(/<w:spacing[^>]*w:line="579"[^>]*w:lineRule="exact"/);
    expect(styles).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>');
    expect(styles).toContain('<w:sz w:val="32"/>');
  });

  test('fonts by the names the standard gives; none is embedded', () => {
    expect(part('word/styles.xml')).toContain('w:eastAsia="仿宋_GB2312"');
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312']) expect(body()).toContain(`w:eastAsia="${font}"`);
    const footer = Object.entries(files).find(([name]) => /footer\d+\.xml$/.test(name))?.[1] ?? '';
    expect(footer).toContain('w:eastAsia="宋体"');
    expect(Object.keys(files).filter((name) => /font|\.odttf$/i.test(name) && name.includes('fonts/'))).toEqual([]);
    expect(Object.values(files).join('')).not.toContain('<w:embedRegular');
  });

  test('the rule under the number is red; no space is added between Chinese and Latin', () => {
    expect(body()).toMatch(/<w:bottom w:val="single" w:color="E60012"/);
    expect(body()).toContain('<w:autoSpaceDN w:val="false"/>');
  });

  test('every paragraph keeps its exact line and its marks inside it, with its properties in the order of the schema', () => {
    const properties = Array.from(body().matchAll(/<w:pPr>(.*?)<\/w:pPr>/g), ([, xml]) => xml ?? '');
    expect(properties.length).toBeGreaterThan(10);
    for (const xml of properties) {
      const order = ['w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:snapToGrid', 'w:spacing'].map((name) =>
        xml.indexOf(`<${name} `),
      );
      expect(order.every((at) => at >= 0)).toBe(true);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(xml).toContain('<w:overflowPunct w:val="false"/>');
      expect(xml).toContain('w:lineRule="exact"');
    }
  });

  test('odd pages number right, even pages left', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect(body()).toMatch(/<w:footerReference w:type="default"/);
    expect(body()).toMatch(/<w:footerReference w:type="even"/);
    const sides = Object.entries(files)
      .filter(([name]) => /footer\d+\.xml$/.test(name))
      .map(([, xml]) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]);
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
  });
});

test('[DOC-5] how far it is: every hundredth, never back, whole only at the end', async () => {
  const told: number[] = [];
  const rows = Array.from({ length: 200 }, (_, n) => [`${n}`, '一\n二']);
  const table = {
    kind: 'table' as const,
    columns: [
      { header: '甲', share: 1 },
      { header: '乙', share: 2 },
    ],
    rows,
  };
  await renderDocx({ ...paper, blocks: [...paper.blocks, table] }, (fraction) => told.push(fraction));
  expect(told.length).toBeGreaterThan(40);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  // Drawing and writing are five eighths, to the last paragraph; what is left is packing.
  expect(told.at(-2)).toBeGreaterThan(0.615);
  expect(told.at(-2)).toBeLessThanOrEqual(0.625);
  expect(told.at(-1)).toBe(1);
});

describe('content', () => {
  test('[DOC-1] every text of the content, in its order, and nothing else', () => {
    expect(plain(body())).toBe(documentText(paper).join(''));
  });

  test('a drill bears 演练 on every page, head and foot; a live paper nowhere', async () => {
    const heads = Object.entries(files).filter(([name]) => /word\/header\d+\.xml$/.test(name));
    expect(heads).toHaveLength(2);
    for (const [, xml] of heads) expect(plain(xml)).toContain('演练');
    const live = await read({ ...paper, isDrill: false });
    expect(Object.values(live).join('')).not.toContain('演练');
  });
});

describe('a picture as an annex', () => {
  let xml = '';
  beforeAll(async () => {
    xml = (await read({ ...paper, annexes: [annex, annex] }))['word/document.xml'] ?? '';
  });

  test('[DOC-1] its words are text like all others, in their order, after everything else', () => {
    const content = documentText({ ...paper, annexes: [annex, annex] });
    expect(plain(xml)).toBe(content.join(''));
    expect(content.slice(-3)).toEqual(['遇难3人 <正在核实>', '11月22日 12:00', '记错']);
    expect(xml).toContain('<w:strike/>');
  });

  test('the page is laid across, its head at the binding; the pages before it are not', () => {
    const sheets = Array.from(xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g), ([each]) => each);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(sheets[1]).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(sheets[1]).toMatch(/<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/);
    for (const sheet of sheets) expect(sheet.match(/<w:footerReference/g)).toHaveLength(2);
  });

  test('one group of shapes that stand within it, named for whoever has it read out', () => {
    expect(xml.match(/<wpg:wgp>/g)).toHaveLength(2);
    expect(xml).toContain(`descr="${annex.title}"`);
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"\/>/.exec(xml) ?? [];
    const frames = Array.from(
      xml.matchAll(/<a:xfrm[^>]*><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g),
      (found) => found.slice(1).map(Number) as [number, number, number, number],
    );
    expect(frames.length).toBe(2 * (annex.shapes.length + 2));
    for (const [x, y, width, height] of frames) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(Number(cx) + 1);
      expect(y + height).toBeLessThanOrEqual(Number(cy) + 1);
    }
    expect(xml).toMatch(/<a:xfrm flipV="1">/);
    expect(xml).toContain('<a:pattFill prst="ltUpDiag">');
  });

  test('two pictures have ids of their own; the line they stand on is as high as they are', () => {
    const ids = Array.from(xml.matchAll(/<wp:docPr id="(\d+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    const lines = Array.from(xml.matchAll(/<w:pPr>(.*?)<\/w:pPr><w:r><mc:AlternateContent>/g), ([, each]) => each);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain('w:lineRule="auto"');
  });
});
