/** Whether this machine can show Chinese at all, and what to do if not. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type FontFindings = {
  platform: string;
  /** Output of `fc-list :lang=zh family`; null where fontconfig is not installed. */
  fcList: string | null;
  /** Names of font files lying in the usual folders. */
  fontFiles: readonly string[];
};

const CJK_FILE = /cjk|wqy|sourcehan|notosans(?:sc|tc)|fandol|droidsansfallback|uming|ukai|simsun|simhei|msyh|fangsong/i;

export function hasCjkFonts({ platform, fcList, fontFiles }: FontFindings): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return fcList === null ? fontFiles.some((name) => CJK_FILE.test(name)) : fcList.trim() !== '';
}

/** In English first: the terminal may not be able to show the rest. */
export const FONT_ADVICE = `no Chinese font is installed, texts will show as boxes; install one, then restart the browser:
  Debian, Ubuntu, 统信, 麒麟:  sudo apt install fonts-noto-cjk
  Fedora, openEuler:          sudo dnf install google-noto-sans-cjk-fonts
  未安装中文字体，界面文字会显示为方框，请按上面的命令安装`;

const askFontconfig = (): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('fc-list', [':lang=zh', 'family'], { timeout: 3000 }, (error, output) =>
      resolve(error === null ? output : null),
    );
  });

function fontFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

export async function findCjkFonts(): Promise<boolean> {
  const { platform } = process;
  if (platform === 'win32' || platform === 'darwin') return true;
  const fcList = await askFontconfig();
  const folders =
    fcList === null ? ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')] : [];
  return hasCjkFonts({ platform, fcList, fontFiles: folders.flatMap(fontFilesIn) });
}
