import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportIncident } from '#db/desk/exportIncident.ts';
import { createPracticeDesk } from '#db/desk/practice.ts';
import { iso, PLAN_ID, readyDesk, START, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { buildExport, exportFiles } from './buildExport.ts';
import { EXPORT_REQUEST, exportNow, factsOf, filesOf, INCIDENT, twoIncidents } from './testing/exported.ts';
import { verifyExport } from './verifyExport.ts';
import { packZip, unpackZip } from './zip.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('[EXPORT-1] what is exported verifies by its files alone, and tells nothing of another incident', async () => {
  const desk = twoIncidents();
  const files = await filesOf(desk);
  expect(verifyExport(files).faults).toEqual([]);
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

test('[EXPORT-2] an export is recorded with its manifest’s hash, and one made after it ends in that entry', async () => {
  const desk = twoIncidents();
  const first = await exportNow(desk);
  if (!first.ok) throw new Error(first.error.code);
  expect(first.isRecorded).toBe(true);
  const file = desk.query({ type: 'getIncident', incidentId: INCIDENT });
  const last = file.ok ? file.result.entries.reduce((a, b) => (a.position > b.position ? a : b)) : null;
  expect(last).toMatchObject({
    type: 'IncidentExported',
    actor: { name: '王值班' },
    payload: { manifestHash: first.manifestHash, bytes: first.zip.length },
  });
  const unpacked = unpackZip(first.zip);
  expect(unpacked.ok && verifyExport(unpacked.files).manifestHash).toBe(first.manifestHash);
  const again = await filesOf(desk);
  expect(text(again.get('log.jsonl')).trimEnd().split('\n').at(-1)).toContain(first.manifestHash);
  expect(verifyExport(again).ok).toBe(true);
});

test('[EXPORT-2] where the entry cannot be written nothing is handed out', async () => {
  const desk = twoIncidents();
  const refusing = {
    ...desk,
    execute: () => ({ ok: false as const, error: { code: 'diskFull' as const, params: {} } }),
  };
  expect(await exportNow(refusing)).toEqual({ ok: false, error: { code: 'diskFull', params: {} } });
});

test('[EXPORT-1] an incident that went on in a copy of the file verifies over both chains; a chain begun elsewhere is told', async () => {
  const folder = tempFolder();
  const [path, copy] = [join(folder, 'desk.db'), join(folder, 'copy.db')];
  twoIncidents({ path }).close();
  copyFileSync(path, copy);
  const desk = testDesk({ path: copy });
  // The new chain has no entry yet.
  expect(verifyExport(await filesOf(desk)).faults).toEqual([]);
  desk.must({ type: 'AddNote', incidentId: INCIDENT, text: '恢复后续记' });
  const facts = await factsOf(desk);
  desk.close();
  const files = await exportFiles(facts);
  expect(verifyExport(files).faults).toEqual([]);
  expect(facts.lines.filter(({ kind }) => kind === 'chain')).toHaveLength(1);
  const elsewhere = facts.lines.map((line) => (line.kind === 'chain' ? { ...line, afterHash: 'a'.repeat(64) } : line));
  const told = verifyExport(await exportFiles({ ...facts, lines: elsewhere })).faults;
  expect(told.map(({ code }) => code)).toEqual(['brokenLink', 'brokenLink']);
});

test('[EXPORT-6] while an export is made the desk answers; what comes meanwhile is not in it', async () => {
  const desk = twoIncidents();
  // More than is read in one step.
  for (let n = 0; n < 250; n += 1) desk.must({ type: 'AddNote', incidentId: INCIDENT, text: `第${n}条` });
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const exporting = exportIncident(desk, EXPORT_REQUEST, async (facts) => {
    await held;
    return buildExport(facts);
  });
  expect(desk.run({ type: 'AddNote', incidentId: INCIDENT, text: '其间' }).ok).toBe(true);
  release();
  const done = await exporting;
  const unpacked = done.ok ? unpackZip(done.zip) : null;
  if (!unpacked?.ok) throw new Error('no archive');
  expect(verifyExport(unpacked.files).ok).toBe(true);
  expect(text(unpacked.files.get('log.jsonl'))).not.toContain('其间');
});

test('[EXPORT-3] a redacted payload stays redacted, and the chain verifies', async () => {
  const desk = twoIncidents();
  const facts = await factsOf(desk);
  const note = facts.file.entries.find(({ type }) => type === 'NoteAdded');
  desk.log.commit(() => desk.log.redact(note?.entryId ?? ''));
  const files = await filesOf(desk);
  expect(verifyExport(files)).toMatchObject({ ok: true, manifest: { log: { redacted: 1 } } });
  expect(text(files.get('log.jsonl'))).not.toContain('首名消防员');
});

test('[EXPORT-4] what was typed is text on the page, which has no script and marks a drill', async () => {
  const facts = await factsOf(twoIncidents());
  const live = text((await filesOf(twoIncidents())).get('index.html'));
  expect(live).not.toMatch(/<script/i);
  expect(live).toContain('&lt;script&gt;');
  expect(live).not.toContain('class="drill"');
  const { indexPage } = await import('#shared/export/indexPage.ts');
  const practice = indexPage({ ...facts, isDrill: true, isRecorded: false }, []);
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
  const done = await exportIncident(desk, { ...EXPORT_REQUEST, officerId }, buildExport);
  if (!done.ok) throw new Error(done.error.code);
  expect(done).toMatchObject({ isRecorded: false });
  expect(done.name).toMatch(/^演练 /);
  expect(desk.position()).toBe(before);
  const unpacked = unpackZip(done.zip);
  expect(unpacked.ok && verifyExport(unpacked.files)).toMatchObject({
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
  expect(unpackZip(zip)).toEqual({ ok: true, files, isOriginal: true });
  for (const name of ['../a', '/a', 'a/../../b', 'C:\\a', 'a\\b', 'x/y/z', 'nul\u0000', 'a/'])
    expect(unpackZip(packZip(new Map([[name, new Uint8Array(1)]])))).toMatchObject({ fault: 'badName' });
  const twice = Buffer.from(packZip(new Map([...files, ['b.txt', new Uint8Array(1)]])));
  for (let at = twice.indexOf('b.txt'); at >= 0; at = twice.indexOf('b.txt', at)) twice.write('a.txt', at);
  expect(unpackZip(twice)).toMatchObject({ fault: 'twice', name: 'a.txt' });
  expect(unpackZip(new Uint8Array(100))).toMatchObject({ fault: 'notZip' });
  for (let at = 0; at < zip.length; at += 1) {
    const changed = zip.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x20;
    const read = unpackZip(changed);
    const isTold = !read.ok || !read.isOriginal || !sameFiles(read.files, files);
    expect(isTold, `byte ${at}`).toBe(true);
  }
});

const sameFiles = (a: ReadonlyMap<string, Uint8Array>, b: ReadonlyMap<string, Uint8Array>): boolean =>
  a.size === b.size && [...a].every(([name, bytes]) => Buffer.from(b.get(name) ?? []).equals(bytes));
