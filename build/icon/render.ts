// Draws the program's icons from the SVGs beside it: `npm run icons`. The results are committed, so that neither a build
// nor a package needs a browser; run it after changing a drawing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_ONE } from '../chromium.ts';
import { icnsOf, icoOf, type Picture } from './containers.ts';

const at = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(`<style>*{margin:0}img{display:block;width:${size}px}</style><img src="${picture}">`);
  return page.screenshot({ omitBackground: true });
}

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HOW_TO_GET_ONE);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  const icon = readFileSync(at('icon.svg'), 'utf8');
  const pictures = async (sizes: number[]): Promise<Picture[]> => {
    const drawn: Picture[] = [];
    for (const size of sizes) drawn.push({ size, png: await draw(page, icon, size) });
    return drawn;
  };
  mkdirSync(at('shipped'), { recursive: true });
  writeFileSync(at('icon.ico'), icoOf(await pictures([16, 24, 32, 48, 64, 128, 256])));
  writeFileSync(at('icon.icns'), icnsOf(await pictures([32, 64, 128, 256, 512, 1024])));
  writeFileSync(at('icon.png'), await draw(page, icon, 512));
  writeFileSync(at('shipped/icon.png'), await draw(page, icon, 256));
  writeFileSync(at('shipped/tray.png'), await draw(page, icon, 16));
  writeFileSync(at('shipped/tray@2x.png'), await draw(page, icon, 32));
  writeFileSync(at('shipped/alarm.png'), await draw(page, readFileSync(at('alarm.svg'), 'utf8'), 32));
  await browser.close();
}

await main();
