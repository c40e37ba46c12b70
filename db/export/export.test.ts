import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { factsFrom } from '#db/desk/buildFromSource.ts';
import { createPracticeDesk } from '#db/desk/practice.ts';
import { attachmentPath } from '#db/files/names.ts';
import { iso, PLAN_ID, readyDesk, START, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import { type Manifest, sealText } from '#shared/export/format.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { digestOf } from './digest.ts';
import { memorySource, packZip, unpackZip, verifyBytes } from './testing/archives.ts';
import {
  builtFrom,
  EXPORT_REQUEST,
  exportNow,
  factsOf,
  filesFrom,
  filesOf,
  INCIDENT,
  twoIncidents,
} from './testing/exported.ts';
import { writeManifest } from './verifyExport.ts';
import { isOwnZip, openZip, type Zipped, type ZipSource } from './zip.ts';
import { localHeader, zipEnd } from './zipLayout.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('[EXPORT-1] what is exported verifies by its files alone, and tells nothing of another incident', async () => {
  const desk = twoIncidents();
  const files = await filesOf(desk);
  expect(verifyBytes(files).faults).toEqual([]);
  const log = text(files.get('log.jsonl'));
  const lines = log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; stream?: string });
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['entry', 'link']));
  expect(new Set(lines.flatMap(({ stream }) => stream ?? []))).toEqual(
    new Set([`incident/${INCIDENT}`, `call/call-of-${INCIDENT}`]),
  );
  for (const bytes of files.values()) expect(text(bytes)).not.toContain('机密');
});

test('[TIMELINE-4] the evaluation record among its papers has the picture of the night, words and shapes', async () => {
  const files = await filesOf(twoIncidents());
  const record = [...files].find(([name]) => name.includes('评估记录') && name.endsWith('.docx'))?.[1];
  const xml = text(unzipSync(record ?? new Uint8Array())['word/document.xml']);
  expect(xml).toContain('<wpg:wgp>');
  const annex = xml.slice(xml.indexOf('<wpg:wgp>')).replace(/<[^>]+>/g, '|');
  for (const said of ['附件', '3人', '首报 电话', '绘至']) expect(annex).toContain(said);
});

test('[EXPORT-2] an export is recorded with its manifest’s hash, and one made after it ends in that entry', async () => {
  const desk = twoIncidents();
  const { reply: first, zip } = await exportNow(desk);
  if (!first.ok) throw new Error(first.error.code);
  expect(first.entry).not.toBeNull();
  const file = desk.query({ type: 'getIncident', incidentId: INCIDENT });
  const last = file.ok ? file.result.entries.reduce((a, b) => (a.position > b.position ? a : b)) : null;
  expect(last).toMatchObject({
    type: 'IncidentExported',
    actor: { name: '王值班' },
    payload: { manifestHash: first.manifestHash, bytes: zip.length },
  });
  expect(verifyBytes(unpackZip(zip)).manifestHash).toBe(first.manifestHash);
  const again = await filesOf(desk);
  expect(text(again.get('log.jsonl')).trimEnd().split('\n').at(-1)).toContain(first.manifestHash);
  expect(verifyBytes(again).ok).toBe(true);
});

test('[EXPORT-1] an incident that went on in a copy of the file verifies over both chains; a chain begun elsewhere is told', async () => {
  const folder = tempFolder();
  const [path, copy] = [join(folder, 'desk.db'), join(folder, 'copy.db')];
  twoIncidents({ path }).close();
  copyFileSync(path, copy);
  const desk = testDesk({ path: copy });
  // The new chain has no entry yet.
  expect(verifyBytes(await filesOf(desk)).faults).toEqual([]);
  desk.must({ type: 'AddNote', incidentId: INCIDENT, text: '恢复后续记' });
  const facts = await factsOf(desk);
  desk.close();
  const files = await filesFrom(facts);
  expect(verifyBytes(files).faults).toEqual([]);
  expect(facts.lines.filter(({ kind }) => kind === 'chain')).toHaveLength(1);
  const elsewhere = facts.lines.map((line) => (line.kind === 'chain' ? { ...line, afterHash: 'a'.repeat(64) } : line));
  const told = verifyBytes(await filesFrom({ ...facts, lines: elsewhere })).faults;
  expect(told.map(({ code }) => code)).toEqual(['brokenLink', 'brokenLink']);
});

test.each(['in memory', 'on disk'])(
  '[EXPORT-6] while an export is made the desk answers; what comes meanwhile is not in it: %s',
  async (where) => {
    const desk = twoIncidents(where === 'on disk' ? { path: join(tempFolder(), 'desk.db') } : {});
    // More than is read in one step.
    for (let n = 0; n < 250; n += 1) desk.must({ type: 'AddNote', incidentId: INCIDENT, text: `第${n}条` });
    const asked = desk.exportSource(EXPORT_REQUEST);
    expect(desk.run({ type: 'AddNote', incidentId: INCIDENT, text: '其间' }).ok).toBe(true);
    const source = await asked;
    const facts = source.ok ? await factsFrom(source.result) : source;
    if (!facts.ok) throw new Error(facts.error.code);
    desk.close();
    const files = await filesFrom(facts.result);
    expect(verifyBytes(files).ok).toBe(true);
    expect(facts.result.file.entries.some(({ payload }) => JSON.stringify(payload).includes('其间'))).toBe(false);
    expect(text(files.get('log.jsonl'))).not.toContain('其间');
  },
);

test('[EXPORT-6] read off the file it is what the desk itself would have gathered', async () => {
  const desk = twoIncidents({ path: join(tempFolder(), 'desk.db') });
  desk.must({ type: 'SetAttentionMarks', minutes: [3, 7] });
  const source = await desk.exportSource(EXPORT_REQUEST);
  if (!source.ok || source.result.from !== 'file') throw new Error('not on disk');
  expect(await factsFrom(source.result)).toEqual({ ok: true, result: await factsOf(desk) });
  desk.close();
});

test('[EXPORT-3] a redacted payload stays redacted, and the chain verifies', async () => {
  const desk = twoIncidents();
  const facts = await factsOf(desk);
  const note = facts.file.entries.find(({ type }) => type === 'NoteAdded');
  desk.log.commit(() => desk.log.redact(note?.entryId ?? ''));
  const files = await filesOf(desk);
  expect(verifyBytes(files)).toMatchObject({ ok: true, manifest: { log: { redacted: 1 } } });
  expect(text(files.get('log.jsonl'))).not.toContain('首名消防员');
});

test('[EXPORT-7] attached files go along under their hashes; one that is missing or changed is told and stops nothing', async () => {
  const path = join(tempFolder(), 'desk.db');
  const desk = twoIncidents({ path });
  const facts = await factsOf(desk);
  desk.close();
  const whole = await filesFrom(facts, path);
  const names = ['attachments/01 现场照片.png', 'attachments/02 平面图.pdf'];
  expect([...whole.keys()].filter((name) => name.startsWith('attachments/'))).toEqual(names);
  expect(verifyBytes(whole).faults).toEqual([]);
  const page = text(whole.get('index.html'));
  expect(page).toContain('href="attachments/01%20%E7%8E%B0%E5%9C%BA%E7%85%A7%E7%89%87.png"');
  expect(page).not.toContain('原件已');

  const [photo, plan] = facts.file.attachments.map(({ file }) => attachmentPath(path, file.sha256));
  writeFileSync(plan ?? '', '%PDF-1.4 平面园');
  const changed = await filesFrom(facts, path);
  expect([...changed.keys()].filter((name) => name.startsWith('attachments/'))).toEqual(names.slice(0, 1));
  rmSync(photo ?? '');
  const gone = await builtFrom(facts, path);
  expect(verifyBytes(gone.files)).toMatchObject({
    ok: true,
    manifest: {
      attachments: [
        { state: 'missing', file: null },
        { state: 'changed', file: null },
      ],
    },
  });
  const told = text(gone.files.get('index.html'));
  expect(told).toContain('导出时原件已缺失');
  expect(told).toContain('导出时原件已与记录不符，未附');
  // What was not written leaves no hole in the archive.
  expect(isOwn(gone.zip, (openZip(memorySource(gone.zip)) as { files: Zipped[] }).files)).toBe(true);
});

test('[EXPORT-7] where the entry of a file was redacted, its bytes stay where they are', async () => {
  const path = join(tempFolder(), 'desk.db');
  const desk = twoIncidents({ path });
  const before = await factsOf(desk);
  desk.log.commit(() => desk.log.redact(before.file.attachments[0]?.entryId ?? ''));
  const files = await filesOf(desk, path);
  desk.close();
  expect(verifyBytes(files)).toMatchObject({
    ok: true,
    manifest: { attachments: [{ state: 'redacted', file: null }, { state: 'whole' }] },
  });
  expect([...files.keys()].filter((name) => name.startsWith('attachments/'))).toEqual(['attachments/02 平面图.pdf']);
});

test('[EXPORT-1] an export of before attached files went along is verified as it was', async () => {
  const files = await filesOf(twoIncidents());
  const now = JSON.parse(text(files.get('manifest.json'))) as Manifest & { attachments: unknown };
  const { attachments: _, ...then } = now;
  const manifest = new TextEncoder().encode(writeManifest({ ...then, version: 1 }));
  files.set('manifest.json', manifest);
  files.set('manifest.sha256', new TextEncoder().encode(sealText(digestOf(manifest).sha256)));
  expect(verifyBytes(files).faults).toEqual([]);
});

test('[EXPORT-4] what was typed is text on the page, which has no script and marks a drill', async () => {
  const facts = await factsOf(twoIncidents());
  const live = text((await filesOf(twoIncidents())).get('index.html'));
  expect(live).not.toMatch(/<script/i);
  expect(live).toContain('&lt;script&gt;');
  expect(live).not.toContain('class="drill"');
  const { indexPage } = await import('#shared/export/indexPage.ts');
  const practice = indexPage({ ...facts, isDrill: true, isRecorded: false }, [], []);
  expect(practice).toContain('<p class="drill">演练</p>');
  expect(live).toContain('另记入值守台日志');
  expect(practice).not.toContain('另记入值守台日志');
});

test('[PRACTICE-2] a replay is exported whole, marked, under the program’s version, and keeps no entry of it', async () => {
  const openIt = { kind: 'open', incidentId: INCIDENT, title: '泄漏' };
  const command = { type: 'TakeCall', callId: 'c1', receivedAt: iso(START), disposition: openIt };
  const by = { name: '王值班', post: 'watchOfficer' };
  const desk = createPracticeDesk({
    deskId: 'practice-test',
    title: '复盘',
    planId: PLAN_ID,
    plans: builtinPlans,
    steps: [{ kind: 'do', at: START, by, command, confirmed: false }],
    appVersion: '9.9.9',
  });
  const row = desk.query({ type: 'getDesk' });
  const officerId = row.ok ? (row.result.officers[0]?.officerId ?? '') : '';
  const before = desk.position();
  const { reply: done, zip } = await exportNow(desk, { ...EXPORT_REQUEST, officerId });
  if (!done.ok) throw new Error(done.error.code);
  expect(done).toMatchObject({ entry: null });
  expect(done.name).toMatch(/^演练 /);
  expect(desk.position()).toBe(before);
  expect(verifyBytes(unpackZip(zip))).toMatchObject({
    ok: true,
    manifest: { isDrill: true, appVersion: '9.9.9' },
  });
});

test('[EXPORT-2] nobody unknown takes an incident out, and an unknown one is refused', async () => {
  const desk = readyDesk();
  expect(await desk.gatherExport({ ...EXPORT_REQUEST, officerId: 'nobody' })).toMatchObject({
    error: { code: 'unknownOfficer' },
  });
  expect(await desk.gatherExport(EXPORT_REQUEST)).toMatchObject({ error: { code: 'unknownIncident' } });
});

test('[EXPORT-5] the archive is the same bytes again, and any other is told or refused', () => {
  const files = new Map([
    ['a.txt', new TextEncoder().encode('甲')],
    ['documents/b.txt', new Uint8Array(300)],
  ]);
  const zip = packZip(files);
  expect(unpackZip(zip)).toEqual(files);
  expect(Buffer.from(zip).equals(zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(1980, 0, 1) }))).toBe(
    true,
  );
  for (const name of ['../a', '/a', 'a/../../b', 'C:\\a', 'a\\b', 'x/y/z', 'nul\u0000', 'a/'])
    expect(openZip(memorySource(packZip(new Map([[name, new Uint8Array(1)]]))))).toMatchObject({ fault: 'badName' });
  const twice = Buffer.from(packZip(new Map([...files, ['b.txt', new Uint8Array(1)]])));
  for (let at = twice.indexOf('b.txt'); at >= 0; at = twice.indexOf('b.txt', at)) twice.write('a.txt', at);
  expect(openZip(memorySource(twice))).toMatchObject({ fault: 'twice', name: 'a.txt' });
  expect(openZip(memorySource(new Uint8Array(100)))).toMatchObject({ fault: 'notZip' });
  for (let at = 0; at < zip.length; at += 1) {
    const changed = zip.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    const opened = openZip(memorySource(changed));
    const isTold = !opened.ok || !isOwn(changed, opened.files);
    expect(isTold, `byte ${at}`).toBe(true);
  }
});

test('[EXPORT-5] beyond 4 GB places are told in 64 bits; one byte changed there is told as well', () => {
  const far = 5_000_000_000;
  const entries = [
    { name: 'attachments/01 视频.mp4', bytes: 3, crc: digestOf(Buffer.from('abc')).crc, at: 0 },
    { name: 'attachments/02 视频.mp4', bytes: 3, crc: digestOf(Buffer.from('xyz')).crc, at: far },
  ];
  // As if the first file filled what lies between.
  const last = entries[1]?.at ?? 0;
  const header = entries.map(localHeader);
  const endAt = last + (header[1]?.length ?? 0) + 3;
  const end = Buffer.from(zipEnd(entries, endAt));
  const pieces = (tail: Buffer): [number, Uint8Array][] => [
    [0, Buffer.concat([header[0] ?? Buffer.alloc(0), Buffer.from('abc')])],
    [last, Buffer.concat([header[1] ?? Buffer.alloc(0), Buffer.from('xyz')])],
    [endAt, tail],
  ];
  const opened = openZip(sparse(pieces(end), endAt + end.length));
  expect(opened).toMatchObject({ ok: true, files: [{ at: 0 }, { at: far, contentAt: endAt - 3 }] });
  const place = end.indexOf(Buffer.from([0, 0xf2, 0x05, 0x2a, 1, 0, 0, 0]));
  expect(place).toBeGreaterThan(0);
  const changed = Buffer.from(end);
  changed[place] = 1;
  expect(openZip(sparse(pieces(changed), endAt + end.length))).toMatchObject({ ok: false, fault: 'notZip' });
});

/** An archive of which only a few places are looked at. */
function sparse(pieces: readonly [number, Uint8Array][], size: number): ZipSource {
  return {
    size,
    read(at, length) {
      const bytes = new Uint8Array(Math.min(length, size - at));
      for (const [from, piece] of pieces) {
        const start = Math.max(from, at);
        const end = Math.min(from + piece.length, at + bytes.length);
        if (start < end) bytes.set(piece.subarray(start - from, end - from), start - at);
      }
      return bytes;
    },
  };
}

/** With the checksums of what is there, as who reads it has them. */
const isOwn = (bytes: Uint8Array, files: readonly Zipped[]): boolean =>
  isOwnZip(
    memorySource(bytes),
    files.map((file) => {
      const content = bytes.slice(file.contentAt, file.contentAt + file.bytes);
      return { ...file, crc: digestOf(content).crc };
    }),
  );
