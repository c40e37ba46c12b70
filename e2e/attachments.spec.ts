// A picture is attached, is there after a restart, is seen and saved; changed on the disk it is told and not handed out.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { readExport } from '#db/export/readExport.ts';
import { verifyExport } from '#db/export/verifyExport.ts';
import { attachmentPath } from '#db/files/names.ts';
import { expect, lateCall, test } from './support/fixtures.ts';

/** Of one colour, 640 by 400: what a telephone's picture is, without the telephone. */
function png(): Buffer {
  const crcOf = (bytes: Buffer): number => {
    let crc = -1;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crcOf(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const [width, height] = [640, 400];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([200, 80, 20]))]);
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('[ATTACH-1][ATTACH-2] attached, restarted, seen, saved; changed on the disk it is told', async ({
  page,
  desk,
}) => {
  const bytes = png();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await desk.setUp();
  await desk.record(lateCall('i1'));
  await desk.enter(page);
  await page.goto(`${page.url().split('#')[0]}#/incident/i1`);
  await page.getByRole('tab', { name: '附件' }).click();
  await expect(page.getByText('还没有附件')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles([
    { name: '现场?照片.exe', mimeType: 'text/html', buffer: bytes },
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') },
  ]);
  const item = page.getByRole('list', { name: '附件' }).getByRole('listitem');
  await expect(item).toHaveCount(1);
  await expect(item).toContainText('现场 照片.exe.png');
  await expect(page.getByRole('alert').filter({ hasText: 'page.png：这类文件不能附上' })).toBeVisible();

  await desk.killAndRestart();
  await page.reload();
  await page.getByRole('tab', { name: '附件' }).click();
  const picture = item.getByRole('img', { name: '现场 照片.exe.png' });
  await expect.poll(() => picture.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(320);
  const colour = await picture.evaluate((canvas: HTMLCanvasElement) =>
    [...(canvas.getContext('2d')?.getImageData(9, 9, 1, 1).data ?? [])].join(' '),
  );
  expect(colour).toBe('200 80 20 255');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => [id, nodes.length, nodes[0]?.html]),
        colorScheme,
      )
      .toEqual([]);
  }

  await item.getByRole('button', { name: /^查看/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(sha256);
  const large = dialog.getByRole('img');
  await expect.poll(() => large.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(640);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const downloaded = page.waitForEvent('download');
  await item.getByRole('button', { name: /^另存/ }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe('现场 照片.exe.png');
  expect(readFileSync(await download.path()).equals(bytes)).toBe(true);

  const exporting = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const { files } = readExport(await (await exporting).path());
  expect(verifyExport(files).faults).toEqual([]);
  expect(files.get('attachments/01 现场 照片.exe.png')?.sha256).toBe(sha256);

  const spoiled = Buffer.from(bytes);
  spoiled[200] = (spoiled[200] ?? 0) ^ 1;
  writeFileSync(attachmentPath(join(desk.folder, 'desk.db'), sha256), spoiled);
  await item.getByRole('button', { name: /^另存/ }).click();
  await expect(item.getByRole('alert')).toContainText('与记录时不同');
  await page.reload();
  await page.getByRole('tab', { name: '附件' }).click();
  await expect(item.getByRole('alert')).toContainText('原件与记录时不同，已不可信');
  await expect(item.getByRole('button', { name: /^另存/ })).toHaveCount(0);
});

test('a call that opened no incident takes its files in the list of calls', async ({ page, desk }) => {
  await desk.setUp();
  const receivedAt = new Date().toISOString();
  const disposition = { kind: 'falseAlarm', reason: '演习烟雾' } as const;
  await desk.record({ type: 'TakeCall', callId: 'prank', receivedAt, disposition });
  await desk.enter(page);
  await page.goto(`${page.url().split('#')[0]}#/calls`);
  await page.getByRole('button', { name: /来电的附件/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('还没有附件')).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({ name: '烟雾.png', mimeType: 'image/png', buffer: png() });
  await expect(dialog.getByRole('list', { name: '附件' }).getByRole('listitem')).toContainText('烟雾.png');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /来电的附件/ })).toHaveText('1 个');
  await desk.killAndRestart();
  await page.reload();
  await expect(page.getByRole('button', { name: /来电的附件/ })).toHaveText('1 个');
});

test('from an entry of the log, and pasted: attached to that entry', async ({ page, desk }) => {
  await desk.setUp();
  await desk.record(lateCall('i1'), { type: 'AddNote', incidentId: 'i1', entryId: 'note', text: '消防到场' });
  await desk.enter(page);
  await page.goto(`${page.url().split('#')[0]}#/incident/i1`);
  await page.getByRole('tab', { name: '记录', exact: true }).click();
  const note = page.getByRole('listitem').filter({ hasText: '消防到场' });
  await note.getByRole('button', { name: /给这条记录附文件/ }).press('Enter');
  await expect(page.getByRole('button', { name: /附于/ })).toContainText('记录');
  await page.evaluate(
    (bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...png()],
  );
  await expect(page.getByRole('list', { name: '附件' }).getByRole('listitem')).toContainText('image.png');
  const file = await desk.api().query('main', { type: 'getIncident', incidentId: 'i1' });
  expect(file.ok && file.result.attachments).toMatchObject([{ of: { kind: 'entry', entryId: 'note' } }]);
});
