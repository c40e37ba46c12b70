/** A night with two incidents, one of them exported: between its entries stand those of the other. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsFrom } from '#db/desk/buildFromSource.ts';
import { exportIncident } from '#db/desk/exportIncident.ts';
import { type BuiltExport, buildExport } from '#db/export/buildExport.ts';
import { archivePath } from '#db/files/names.ts';
import { iso, MINUTE, openIncident, readyDesk, type TestDesk } from '#db/testing/testDesk.ts';
import type { ExportFacts } from '#shared/export/facts.ts';
import { type Files, unpackZip } from './archives.ts';

export const INCIDENT = 'pipe';
export const EXPORT_REQUEST = { desk: 'live', officerId: 'officer', incidentId: INCIDENT, words: {} };

export function twoIncidents(options: Parameters<typeof readyDesk>[0] = {}): TestDesk {
  const desk = readyDesk(options);
  openIncident(desk, INCIDENT);
  desk.clock.pass(MINUTE);
  openIncident(desk, 'other');
  desk.must({ type: 'AddNote', incidentId: INCIDENT, text: '首名消防员到场' });
  desk.must({ type: 'AddNote', incidentId: 'other', text: '与本事件无关的机密' });
  desk.clock.pass(MINUTE);
  desk.must({ type: 'RecordFigures', incidentId: INCIDENT, figures: { dead: 3 } });
  desk.must({
    type: 'RecordReport',
    incidentId: INCIDENT,
    reportId: 'first',
    kind: 'initial',
    form: 'phone',
    recipients: ['city'],
    sentAt: iso(desk.clock.now()),
    receiver: '市值班室李某',
  });
  desk.must({ type: 'AddNote', incidentId: 'other', text: '又一条' });
  desk.must({ type: 'AddNote', incidentId: INCIDENT, text: '<script>alert(1)</script>' });
  if (options.path !== undefined) attachTwo(desk);
  return desk;
}

/** A desk in memory keeps no files. */
function attachTwo(desk: TestDesk): void {
  const photo = desk.keep(
    Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\u001a\n'), Buffer.alloc(900, 3)]),
    '现场照片.png',
  );
  const plan = desk.keep(Buffer.from('%PDF-1.4 平面图'), '平面图.pdf');
  desk.must({ type: 'AttachFile', incidentId: INCIDENT, attachmentId: 'photo', file: photo });
  desk.must({ type: 'AttachFile', incidentId: INCIDENT, attachmentId: 'plan', file: plan });
}

export async function factsOf(desk: TestDesk): Promise<ExportFacts> {
  const gathered = await desk.gatherExport(EXPORT_REQUEST);
  if (!gathered.ok) throw new Error(gathered.error.code);
  return gathered.result;
}

export type Built = Omit<BuiltExport, 'files'> & { zip: Uint8Array; files: Files };

/** `deskFile`: where attached files lie beside; nowhere for a desk in memory. */
export async function builtFrom(facts: ExportFacts, deskFile: string | null = null): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-exports-'));
  try {
    const built = await buildExport(facts, { folder, deskFile });
    const zip = new Uint8Array(readFileSync(archivePath(folder, built.archiveId)));
    return { ...built, zip, files: unpackZip(zip) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const filesFrom = async (facts: ExportFacts, deskFile: string | null = null): Promise<Files> =>
  (await builtFrom(facts, deskFile)).files;
export const filesOf = async (desk: TestDesk, deskFile: string | null = null): Promise<Files> =>
  filesFrom(await factsOf(desk), deskFile);

/** Through the desk, with the bytes that were made; recorded as taken, as the host does. */
export async function exportNow(desk: Pick<TestDesk, 'deskId' | 'exportSource' | 'execute'>, request = EXPORT_REQUEST) {
  let zip: Uint8Array = new Uint8Array();
  const reply = await exportIncident(desk, request, async (source) => {
    const facts = await factsFrom(source);
    if (!facts.ok) return facts;
    const { files, zip: bytes, ...built } = await builtFrom(facts.result);
    zip = bytes;
    const { head, isRecorded } = facts.result;
    return { ok: true, result: { ...built, files: files.size, head, isRecorded } };
  });
  if (reply.ok && reply.entry !== null) desk.execute(reply.entry);
  return { reply, zip };
}
