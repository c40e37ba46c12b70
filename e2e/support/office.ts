/**
 * LibreOffice and poppler, where this machine has them: a Word file is opened as an office would and turned to PDF, and a
 * PDF is read back as lines and pixels. The official fonts are drawn with Noto ones (`e2e/documents/fonts.conf`).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FONTS = fileURLToPath(new URL('../documents/fonts.conf', import.meta.url));
const PT_TO_MM = 25.4 / 72;

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
/** What is missing to look at documents; null where nothing is. */
export function officeMissing(): string | null {
  const missing = ['soffice', 'pdftotext', 'pdftoppm', 'pdffonts'].filter((program) => !has(program));
  return missing.length === 0
    ? null
    : `${missing.join(', ')} (Debian: libreoffice-writer poppler-utils fonts-noto-cjk)`;
}

/** The PDF an office makes of a Word file, beside it. */
export function officePdf(docx: string): string {
  const profile = mkdtempSync(join(tmpdir(), 'watchdesk-office-'));
  const folder = join(docx, '..');
  try {
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx],
      { env: { ...process.env, FONTCONFIG_FILE: FONTS }, stdio: 'pipe', timeout: 90_000 },
    );
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return join(folder, `${basename(docx, '.docx')}.pdf`);
}

/** Millimetres from the sheet's upper left corner. */
export type Line = { text: string; left: number; right: number; top: number; bottom: number };

/** The lines of each page, from top to bottom. */
export function pdfLines(pdf: string): Line[][] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return html
    .split('<page ')
    .slice(1)
    .map((page) => linesOf(page));
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;

/** Words whose middles stand at one height are one line, whatever their size. */
function linesOf(page: string): Line[] {
  const words = Array.from(page.matchAll(WORD), ([, left, top, right, bottom, text]): Line => {
    const mm = (points: string | undefined) => Number(points) * PT_TO_MM;
    return { text: unescaped(text ?? ''), left: mm(left), right: mm(right), top: mm(top), bottom: mm(bottom) };
  });
  const lines: Line[] = [];
  for (const word of words.toSorted((a, b) => middle(a) - middle(b) || a.left - b.left)) {
    const last = lines.at(-1);
    if (last === undefined || Math.abs(middle(last) - middle(word)) > 2) {
      lines.push(word);
      continue;
    }
    const isAfter = word.left >= last.left;
    lines[lines.length - 1] = {
      text: isAfter ? last.text + word.text : word.text + last.text,
      left: Math.min(last.left, word.left),
      right: Math.max(last.right, word.right),
      top: Math.min(last.top, word.top),
      bottom: Math.max(last.bottom, word.bottom),
    };
  }
  return lines;
}
const middle = ({ top, bottom }: Line): number => (top + bottom) / 2;
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

export const fontsOf = (pdf: string): string[] =>
  execFileSync('pdffonts', [pdf], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');

/** The longest run of red in any row of the first page: where it stands and how long it is, in millimetres. */
export function redRule(pdf: string): { y: number; length: number } {
  const dpi = 100;
  const ppm = execFileSync('pdftoppm', ['-r', String(dpi), '-f', '1', '-l', '1', pdf], { maxBuffer: 1 << 28 });
  const { width, height, start } = ppmHead(ppm);
  const mm = 25.4 / dpi;
  let best = { y: 0, length: 0 };
  for (let y = 0; y < height; y += 1) {
    let run = 0;
    for (let x = 0; x < width; x += 1) {
      const at = start + 3 * (y * width + x);
      const isRed = (ppm[at] ?? 0) > 180 && (ppm[at + 1] ?? 255) < 90 && (ppm[at + 2] ?? 255) < 90;
      run = isRed ? run + 1 : 0;
      if (run * mm > best.length) best = { y: y * mm, length: run * mm };
    }
  }
  return best;
}

function ppmHead(ppm: Buffer): { width: number; height: number; start: number } {
  const head = ppm.subarray(0, 64).toString('latin1');
  const match = /^P6\s+(\d+)\s+(\d+)\s+\d+\s/.exec(head);
  if (match === null) throw new Error('not a picture');
  return { width: Number(match[1]), height: Number(match[2]), start: match[0].length };
}
