import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFromSource } from '#db/desk/buildFromSource.ts';
import { exportIncident } from '#db/desk/exportIncident.ts';
import { readExport } from '#db/export/readExport.ts';
import { EXPORT_REQUEST, INCIDENT, twoIncidents } from '#db/export/testing/exported.ts';
import { verifyExport } from '#db/export/verifyExport.ts';
import { archiveFolder } from '#db/files/names.ts';
import { tempFolder } from '#db/testing/testDesk.ts';
import type { HostDesk } from './desks.ts';
import { type Destination, openExports } from './exports.ts';

/** A desk on a disk with a photo and a plan attached, as a host has it. */
function host(change: Partial<HostDesk> = {}) {
  const path = join(tempFolder(), 'desk.db');
  const desk = twoIncidents({ path });
  const places = { folder: archiveFolder(path), deskFile: path };
  const hostDesk: HostDesk = {
    execute: async (request) => desk.execute(request),
    query: async (query) => desk.query(query),
    exportIncident: (request) => exportIncident(desk, request, (source) => buildFromSource(source, places)),
    listDrafts: async () => [],
    saveDraft: async () => ({ savedAt: 0 }),
    ...change,
  };
  const exports = openExports(path);
  const entries = () => {
    const file = desk.query({ type: 'getIncident', incidentId: INCIDENT });
    return file.ok ? file.result.entries.filter(({ type }) => type === 'IncidentExported') : [];
  };
  const make = async () => {
    const made = await exports.make(hostDesk, EXPORT_REQUEST);
    if (!made.ok) throw new Error(made.error.code);
    return made;
  };
  const waiting = () => readdirSync(places.folder);
  return { exports, entries, make, waiting, out: tempFolder() };
}
const refusing = { execute: async () => ({ ok: false as const, error: { code: 'diskFull' as const, params: {} } }) };
const folderIn = (within: string): Destination => ({ as: 'folder', within, name: '某事 档案' });
const zipIn = (within: string): Destination => ({ as: 'zip', path: join(within, '某事.zip') });

test('[EXPORT-2] made and given up it leaves no entry, and nothing lies about', async () => {
  const { exports, entries, make, waiting } = host();
  const { archiveId, isRecorded } = await make();
  expect(isRecorded).toBe(true);
  await exports.giveUp(archiveId);
  expect([entries(), waiting()]).toEqual([[], []]);
  expect(await exports.read(archiveId, 0)).toMatchObject({ kind: 'refused', error: { code: 'archiveGone' } });
  expect(entries()).toEqual([]);
});

test.each([
  ['a zip', zipIn],
  ['a folder', folderIn],
])('[EXPORT-2] written as %s it is an entry with the manifest’s hash, verifies, and is gone here', async (_, into) => {
  const { exports, entries, make, waiting, out } = host();
  const made = await make();
  const taken = await exports.take(made.archiveId, into(out));
  if (!taken.ok) throw new Error(taken.error.code);
  const { files, isOriginal } = readExport(taken.path);
  expect([isOriginal, verifyExport(files).faults]).toEqual([true, []]);
  expect(files.size).toBe(made.files);
  expect([...files.keys()].filter((name) => name.startsWith('attachments/'))).toHaveLength(2);
  expect(entries().map(({ payload }) => payload)).toMatchObject([{ manifestHash: made.manifestHash }]);
  expect([readdirSync(out).length, waiting()]).toEqual([1, []]);
});

test.each([
  ['a zip', zipIn],
  ['a folder', folderIn],
])('[EXPORT-2] where the entry cannot be written no %s stays', async (_, into) => {
  const { exports, make, waiting, out } = host(refusing);
  const { archiveId } = await make();
  expect(await exports.take(archiveId, into(out))).toEqual({ ok: false, error: { code: 'diskFull', params: {} } });
  expect([readdirSync(out), waiting()]).toEqual([[], []]);
});

test.each([
  ['a zip', zipIn],
  ['a folder', folderIn],
])('[EXPORT-2] where it cannot be written as %s there is no entry, and what lies there stays', async (_, into) => {
  const { exports, entries, make, waiting, out } = host();
  const { archiveId } = await make();
  // A file where a folder is to be: nothing can be put into it.
  const file = join(out, 'file');
  writeFileSync(file, 'mine');
  await expect(exports.take(archiveId, into(file))).rejects.toThrow();
  expect([entries(), waiting(), readdirSync(out), readFileSync(file, 'utf8')]).toEqual([[], [], ['file'], 'mine']);
});

test('[EXPORT-2] a page’s first part is the taking: before it no entry, with it one, where it cannot be written no part', async () => {
  const { exports, entries, make } = host();
  const { archiveId } = await make();
  expect(entries()).toEqual([]);
  const part = await exports.read(archiveId, 0);
  expect(part).toMatchObject({ kind: 'part' });
  expect(entries()).toHaveLength(1);
  const stubborn = host(refusing);
  const refused = await stubborn.exports.read((await stubborn.make()).archiveId, 0);
  expect(refused).toEqual({ kind: 'refused', error: { code: 'diskFull', params: {} } });
  expect(stubborn.waiting()).toEqual([]);
});

test('[EXPORT-8] a folder never goes into one that lies there: the next is numbered', async () => {
  const { exports, make, out } = host();
  mkdirSync(join(out, '某事 档案'));
  writeFileSync(join(out, '某事 档案 (2).part'), 'half of another');
  const taken = await exports.take((await make()).archiveId, folderIn(out));
  expect(taken).toEqual({ ok: true, path: join(out, '某事 档案 (3)') });
  expect(readdirSync(join(out, '某事 档案'))).toEqual([]);
});

test('[EXPORT-8] the folder’s name is a name and no path', async () => {
  const { exports, make, out } = host();
  const inner = join(out, 'inner');
  mkdirSync(inner);
  const taken = await exports.take((await make()).archiveId, { as: 'folder', within: inner, name: '../../某事' });
  expect(taken).toEqual({ ok: true, path: join(inner, '某事') });
});
