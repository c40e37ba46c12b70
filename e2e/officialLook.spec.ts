// The papers as an office and a printer make them [rules §7, GB/T 9704-2012]: measured, not only described.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Desk, expect, lateCall, type Page, test } from './support/fixtures.ts';
import { fontsOf, type Line, officeMissing, officePdf, pdfLines, redRule } from './support/office.ts';

const missing = officeMissing();
if (missing !== null) console.log(`NOT RUN: how papers look in an office: no ${missing}`);

const LEFT = 28;
const RIGHT = 210 - 26;
const TOP = 37;
const BOTTOM = 297 - 35;
const PAGE_NUMBER = /^—\s*\d+\s*—$/;
const LONG =
  '原油自管道破损处泄漏后流入市政排水暗渠并沿暗渠向下游扩散，镕堃、喆赟等人带队沿线排查，现场已关阀停输并设置警戒，'.repeat(
    9,
  );

const isBody = ({ text }: Line): boolean => !PAGE_NUMBER.test(text);
const inArea = (lines: readonly Line[]): Line[] => lines.filter(isBody);
const squeezed = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '');

async function openReport(page: Page, desk: Desk): Promise<void> {
  await desk.setUp();
  await desk.record(
    {
      type: 'SetDocumentSettings',
      masthead: '某市应急指挥部办公室文件',
      numberPrefix: '某油气指办',
      nextNumber: 7,
      copies: ['市应急管理局'],
    },
    lateCall('i1'),
    { type: 'ReviseDetails', incidentId: 'i1', details: { impact: LONG, measures: LONG } },
  );
  await desk.enter(page);
  await page.goto(new URL('/desk#/report/i1/initial', page.url()).href);
  await page.getByRole('textbox', { name: '签发人' }).fill('镕堃');
  await page.getByRole('button', { name: '签发', exact: true }).click();
  await expect(page.getByText('镕堃 签发')).toBeVisible();
}

/**
 * Some versions of LibreOffice (7.4 for one) read `overflowPunct` the wrong way round and hang a mark outside the line where
 * Word does not. Of the file as it is and the file with that flag turned, the PDF that hangs nothing is the one to measure.
 */
function asWordReadsIt(docx: string): string {
  const asIs = officePdf(docx);
  const hangs = pdfLines(asIs).some((lines) => lines.some(({ right }) => right > RIGHT + 2));
  if (!hangs) return asIs;
  const files = unzipSync(readFileSync(docx));
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const turned = body.replaceAll('<w:overflowPunct w:val="false"/>', '<w:overflowPunct w:val="true"/>');
  const copy = docx.replace(/\.docx$/, '-turned.docx');
  writeFileSync(copy, zipSync({ ...files, 'word/document.xml': strToU8(turned) }));
  return officePdf(copy);
}

test.describe('an official paper', () => {
  test.skip(missing !== null, `no ${missing}`);
  let folder = '';
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchdesk-papers-'));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('22 lines of 28 characters in both renderers, with the same line breaks; margins, red rule, page numbers, glyphs', async ({
    page,
    desk,
  }) => {
    test.setTimeout(180_000);
    await openReport(page, desk);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '存为 Word' }).click();
    const docx = join(folder, 'report.docx');
    await (await downloading).saveAs(docx);
    const ours = join(folder, 'ours.pdf');
    const words = (await page.getByRole('article', { name: '公文页面' }).innerText()).split('\n');
    await page.pdf({ path: ours, preferCSSPageSize: true });
    const office = asWordReadsIt(docx);

    for (const pdf of [office, ours]) {
      const pages = pdfLines(pdf);
      expect(pages.length).toBeGreaterThanOrEqual(3);
      // A page in the middle is all text.
      const full = inArea(pages[1] ?? []);
      expect(full).toHaveLength(22);
      const whole = full.filter(({ text }) => /^[^\dA-Za-z]{28}$/.test(text));
      expect(whole.length).toBeGreaterThan(10);
      for (const { left, right } of whole) {
        expect(Math.abs(left - LEFT)).toBeLessThan(1);
        expect(Math.abs(right - RIGHT)).toBeLessThan(1);
      }
      for (const line of pages.flatMap(inArea)) {
        // Boxes are as high as the font says; a line stands where its middle is.
        const height = (line.top + line.bottom) / 2;
        expect(height).toBeGreaterThan(TOP);
        expect(height).toBeLessThan(BOTTOM);
        expect(line.text.length).toBeLessThanOrEqual(36); // digits are narrower
      }

      const rule = redRule(pdf);
      expect(Math.abs(rule.length - (RIGHT - LEFT))).toBeLessThan(1);
      const numbers = pages.map((lines) => lines.find((line) => !isBody(line)));
      for (const [index, line] of numbers.entries()) {
        expect(line?.text.replace(/\s/g, '')).toBe(`—${index + 1}—`);
        // Odd pages right, even pages left, one character in.
        const inset = index % 2 === 0 ? RIGHT - (line?.right ?? 0) : (line?.left ?? 0) - LEFT;
        expect(Math.abs(inset - 4.94)).toBeLessThan(1);
        expect(line?.bottom).toBeGreaterThan(BOTTOM);
        expect(line?.bottom).toBeLessThan(297 - 15);
      }
      // Every word of the content and nothing else; names with rare characters whole.
      expect(squeezed(pages.flatMap(inArea).map(({ text }) => text))).toBe(squeezed(words));
      expect(squeezed(words)).toContain('镕堃、喆赟');
      expect(fontsOf(pdf).length).toBeGreaterThan(0);
    }

    const breaks = (pdf: string) =>
      pdfLines(pdf).map((lines) => inArea(lines).map(({ text }) => text.replace(/\s/g, '')));
    expect(breaks(ours)).toEqual(breaks(office));
  });
});
