/**
 * Makes an export of its facts: attached files, page, log, plan, papers, manifest and the manifest's own hash, in one
 * archive on the disk. Papers and files take their time, so this runs in a thread of its own.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { DeskFileError } from '#db/files/fileError.ts';
import { hasRoomFor } from '#db/files/freeSpace.ts';
import { archivePath, attachmentPath } from '#db/files/names.ts';
import { renderDocx } from '#shared/documents/docx/renderDocx.ts';
import { safeFileName } from '#shared/domain/attachment/fileName.ts';
import { clockText, dateText } from '#shared/domain/report/timeText.ts';
import { exportDocuments, exportMessages } from '#shared/export/documents.ts';
import { type ExportFacts, plainName } from '#shared/export/facts.ts';
import {
  ATTACHMENTS_FOLDER,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportedAttachment,
  LOG_FILE,
  MANIFEST_FILE,
  type Manifest,
  PAGE_FILE,
  PLAN_FILE,
  SEAL_FILE,
  sealText,
} from '#shared/export/format.ts';
import { indexPage } from '#shared/export/indexPage.ts';
import { chunksOf, openSink } from './archiveFile.ts';
import { entryLines, type NamedAttachment, namedAttachments, placedLines } from './logChecks.ts';
import { writeLines } from './readLines.ts';
import { writeManifest } from './verifyExport.ts';
import { writeZip, type ZipWriter } from './zip.ts';

export type ExportPlaces = {
  /** Where archives wait to be taken. */
  folder: string;
  /** The desk's file, beside which attached files lie; null for a desk in memory, which has none. */
  deskFile: string | null;
};

/** `manifestHash`: what the desk records, so that another export in its place can be told from this one. */
export type BuiltExport = { name: string; archiveId: string; bytes: number; manifestHash: string; files: number };

/** Words, papers and the like, beside the attached files. */
const ROOM_BYTES = 64 * 1024 * 1024;

export async function buildExport(facts: ExportFacts, places: ExportPlaces): Promise<BuiltExport> {
  const { folder } = places;
  mkdirSync(folder, { recursive: true });
  const named = [...namedAttachments(entryLines(facts.lines))];
  const room = named.reduce((sum, [, { size }]) => sum + size, ROOM_BYTES);
  if (!(await hasRoomFor(folder, room))) throw new DeskFileError('diskFull', {});
  const archiveId = randomUUID();
  const path = archivePath(folder, archiveId);
  const sink = openSink(path);
  try {
    const archive = listing(writeZip(sink));
    const attachments = named.map((one, index) => addAttachment(archive, one, index + 1, places));
    await addPapers(archive, facts, attachments);
    const manifestHash = archive.seal(manifestOf(facts, attachments, archive.files));
    return { name: nameOf(facts), archiveId, bytes: sink.size(), manifestHash, files: archive.count() };
  } catch (thrown) {
    rmSync(path, { force: true });
    throw thrown;
  } finally {
    sink.close();
  }
}

type Listed = Manifest['files'];
type Archive = ReturnType<typeof listing>;

/** An archive that knows what is in it. */
function listing(zip: ZipWriter) {
  const files: Listed = [];
  let count = 0;
  const put = (name: string, content: string | Uint8Array): Listed[number] => {
    const { bytes, sha256 } = zip.add(name, [typeof content === 'string' ? Buffer.from(content) : content]);
    count += 1;
    return { name, bytes, sha256 };
  };
  return {
    files,
    count: () => count,
    add: (name: string, content: string | Uint8Array) => void files.push(put(name, content)),
    /** False where it is not what is expected: it is not there then. */
    addFile(name: string, content: Iterable<Uint8Array>, expected: { bytes: number; sha256: string }): boolean {
      const { bytes, sha256 } = zip.add(name, content, expected);
      if (bytes !== expected.bytes || sha256 !== expected.sha256) return false;
      files.push({ name, bytes, sha256 });
      count += 1;
      return true;
    },
    seal(manifest: Manifest): string {
      const { sha256 } = put(MANIFEST_FILE, writeManifest(manifest));
      put(SEAL_FILE, sealText(sha256));
      zip.end();
      return sha256;
    },
  };
}

/** One that is gone or no longer what was recorded is told, and keeps the rest from nothing. */
function addAttachment(
  archive: Archive,
  [sha256, { size: bytes, mime, name, isRedacted }]: [string, NamedAttachment],
  n: number,
  { deskFile }: ExportPlaces,
): ExportedAttachment {
  const about = { sha256, bytes, name };
  if (isRedacted) return { ...about, state: 'redacted', file: null };
  const path = deskFile === null ? null : attachmentPath(deskFile, sha256);
  const size = path === null ? null : sizeOf(path);
  if (path === null || size === null) return { ...about, state: 'missing', file: null };
  const file = `${ATTACHMENTS_FOLDER}/${String(n).padStart(2, '0')} ${safeFileName(name, mime)}`;
  // One that grew is not read to its end.
  const isWhole = size === bytes && archive.addFile(file, chunksOf(path), { bytes, sha256 });
  return isWhole ? { ...about, state: 'whole', file } : { ...about, state: 'changed', file: null };
}

function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : null;
}

async function addPapers(archive: Archive, facts: ExportFacts, attachments: readonly ExportedAttachment[]) {
  const documents = exportDocuments(facts);
  const page = documents.map(({ name, title }) => ({ name: `${name}.docx`, title }));
  archive.add(PAGE_FILE, indexPage(facts, page, attachments));
  archive.add(LOG_FILE, writeLines(facts.lines));
  archive.add(PLAN_FILE, facts.planBody);
  for (const { name, document, text } of documents) {
    archive.add(`${name}.docx`, await renderDocx(document));
    if (text !== null) archive.add(`${name}.txt`, text);
  }
  for (const { name, xml } of exportMessages(facts)) archive.add(name, xml);
}

function manifestOf(facts: ExportFacts, attachments: ExportedAttachment[], files: Listed): Manifest {
  const { file, lines, head, exportedBy } = facts;
  const entries = entryLines(lines);
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    incidentId: file.incidentId,
    title: file.title,
    isDrill: facts.isDrill,
    exportedAt: new Date(facts.exportedAt).toISOString(),
    exportedBy: { officerId: exportedBy.officerId, name: exportedBy.name, post: exportedBy.post },
    appVersion: facts.appVersion,
    engineVersion: facts.engineVersion,
    planHash: facts.planHash,
    head,
    log: {
      entries: entries.length,
      links: placedLines(lines).length - entries.length,
      redacted: entries.filter(({ payload }) => payload === null).length,
    },
    attachments,
    files,
  };
}

/** 演练 in front; title and minute, so that two exports lie side by side. */
function nameOf({ file, isDrill, exportedAt, plan }: ExportFacts): string {
  const day = dateText(exportedAt, plan.timeZone);
  const minute = clockText(exportedAt, plan.timeZone).replace(/:/g, '').slice(0, 4);
  return `${plainName(`${isDrill ? '演练 ' : ''}${file.title} 档案`)} ${day}${minute}.zip`;
}
