// An incident exported from its file, unpacked, verified by the command, opened; a changed byte is told.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, lateCall, type Page, test } from './support/fixtures.ts';

const RUN = fileURLToPath(new URL('../build/run.mjs', import.meta.url));

type Verified = {
  code: number | null;
  out: { ok: boolean; faults: { code: string; at: string }[] } | null;
  err: string;
};

function verify(path: string): Verified {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, 'verify', path], { encoding: 'utf8' });
  return { code: status, out: stdout === '' ? null : (JSON.parse(stdout) as Verified['out']), err: stderr };
}

async function exported(page: Page): Promise<{ name: string; path: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const download = await downloading;
  const name = download.suggestedFilename();
  await expect(page.getByText(`已导出：${name}`).first()).toBeVisible();
  return { name, path: await download.path() };
}

function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

test('[EXPORT-1] an incident is exported, verifies without the desk, reads in a browser; one changed byte is told', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(
    lateCall('i1'),
    { type: 'RecordReport', incidentId: 'i1', reportId: 'p1', kind: 'initial', form: 'phone', recipients: ['city'] },
    { type: 'RecordFigures', incidentId: 'i1', figures: { dead: 3, injured: 5 } },
    { type: 'AddNote', incidentId: 'i1', text: '关阀完成 <b>已核对</b>' },
  );
  await desk.enter(page);
  await page.goto(new URL('/desk#/incident/i1', page.url()).href);
  const { name, path } = await exported(page);
  expect(name).toMatch(/档案 \d{4}年\d+月\d+日\d{4}\.zip$/);
  expect(verify(path)).toMatchObject({ code: 0, out: { ok: true, faults: [] }, err: '' });

  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-export-'));
  try {
    unpack(path, folder);
    expect(verify(folder)).toMatchObject({ code: 0, out: { ok: true, faults: [] } });

    const asked: string[] = [];
    const reader = await page.context().newPage();
    reader.on('request', (request) => asked.push(request.url()));
    await reader.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect(reader.getByRole('heading', { name: '值班日志' })).toBeVisible();
    await expect(reader.getByText('关阀完成 <b>已核对</b>')).toBeVisible();
    expect(asked).toHaveLength(1);
    await reader.close();

    const log = readFileSync(join(folder, 'log.jsonl'));
    const at = log.indexOf('关阀');
    log[at] = (log[at] ?? 0) ^ 1;
    writeFileSync(join(folder, 'log.jsonl'), log);
    const changed = verify(folder);
    expect(changed.code).toBe(1);
    expect(changed.out?.faults.map(({ code }) => code)).toContain('changedFile');
    expect(changed.err).toContain('文件内容与清单不符：log.jsonl');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  // The desk knows what left it.
  await page.getByRole('tab', { name: '记录' }).click();
  await expect(page.getByText(/导出档案，校验/).first()).toBeVisible();
  expect(verify(join(folder, 'gone'))).toMatchObject({ code: 2, out: null });
});
