/** The Word file, unzipped [rules §7]: grid, margins, fonts named and not embedded, run language, and every word of the content. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentText, type OfficialDocument } from '../document.ts';
import { renderDocx } from './renderDocx.ts';

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
