import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { packZip } from '#db/export/testing/archives.ts';
import { factsOf, filesFrom, filesOf, twoIncidents } from '#db/export/testing/exported.ts';
import { runVerify } from './program.ts';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-verify-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

function run(folder: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = runVerify(args, { folder, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.map((line) => JSON.parse(line) as { ok: boolean; faults: { code: string }[] }), err };
}

test('[EXPORT-1] a folder and its archive verify; one byte, one file more and one less are told in words', async () => {
  const folder = place();
  const files = await filesOf(twoIncidents());
  write(join(folder, 'whole'), files);
  writeFileSync(join(folder, 'whole.zip'), packZip(files));
  expect(run(folder, 'whole')).toMatchObject({ code: 0, out: [{ ok: true, faults: [] }], err: [] });
  expect(run(folder, 'whole.zip')).toMatchObject({ code: 0, out: [{ ok: true }], err: [] });

  writeFileSync(join(folder, 'whole', 'more.txt'), '');
  rmSync(join(folder, 'whole', 'plan.json'));
  const { code, out, err } = run(folder, 'whole');
  expect(code).toBe(1);
  expect(out[0]?.faults.map((fault) => fault.code)).toEqual(['missingFile', 'unknownFile', 'changedPlan']);
  expect(err).toEqual(['缺少文件：plan.json', '清单之外多出文件：more.txt', '预案与日志所依据的不符：plan.json']);
});

test('[EXPORT-7] attached files are verified with the rest; one that could not go along is told and is no fault', async () => {
  const folder = place();
  const path = join(folder, 'desk.db');
  const desk = twoIncidents({ path });
  const facts = await factsOf(desk);
  desk.close();
  write(join(folder, 'whole'), await filesFrom(facts, path));
  expect(run(folder, 'whole')).toMatchObject({ code: 0, out: [{ ok: true, absentAttachments: [] }], err: [] });
  const photo = join(folder, 'whole', 'attachments', '01 现场照片.png');
  const bytes = readFileSync(photo);
  bytes[bytes.length - 1] = 4;
  writeFileSync(photo, bytes);
  expect(run(folder, 'whole')).toMatchObject({ code: 1, err: ['文件内容与清单不符：attachments/01 现场照片.png'] });

  write(join(folder, 'without'), await filesFrom(facts));
  expect(run(folder, 'without')).toMatchObject({
    code: 0,
    out: [{ ok: true, absentAttachments: [{ name: '现场照片.png', state: 'missing' }, { name: '平面图.pdf' }] }],
    err: ['附件不在档案中（导出时已缺失）：现场照片.png', '附件不在档案中（导出时已缺失）：平面图.pdf'],
  });
});

test('[EXPORT-1] a folder without a manifest is no whole export', () => {
  expect(run(place(), '.')).toMatchObject({ code: 1, err: ['缺少文件：manifest.json'] });
});

test('[EXPORT-5] what is no export or not safe to read ends with 2 and says why', async () => {
  const folder = place();
  const files = await filesOf(twoIncidents());
  const save = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
  save('text.zip', new TextEncoder().encode('not a zip'));
  save('slip.zip', packZip(new Map([...files, ['../outside.txt', new Uint8Array(1)]])));
  save('bomb.zip', zipSync({ 'log.jsonl': new Uint8Array(5_000_000) }, { level: 9 }));
  mkdirSync(join(folder, 'linked'));
  symlinkSync('/etc/hostname', join(folder, 'linked', 'log.jsonl'));
  mkdirSync(join(folder, 'deep', 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'deep', 'a', 'b', 'c'), '');
  const said = (...args: string[]) => run(folder, ...args);
  expect(said('gone')).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('找不到')] });
  expect(said('text.zip')).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('不是导出的压缩包')] });
  expect(said('slip.zip')).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('不安全的文件名')] });
  expect(said('bomb.zip')).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('重新压缩')] });
  expect(said('linked')).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('不是普通文件')] });
  expect(said('deep')).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('文件名不属于导出')] });
  for (const args of [[], [''], ['--help'], ['a', 'b']])
    expect(said(...args)).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('usage')] });
});
