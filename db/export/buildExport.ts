/**
 * Makes an export of its facts: log, plan, papers, page, manifest and the manifest's own hash, in one archive. Papers take
 * their time, so this runs in a thread of its own.
 */
import { sha256Hex } from '#db/log/hash.ts';
import { renderDocx } from '#shared/documents/docx/renderDocx.ts';
import { clockText, dateText } from '#shared/domain/report/timeText.ts';
import { exportDocuments } from '#shared/export/documents.ts';
import { type ExportFacts, plainName } from '#shared/export/facts.ts';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  LOG_FILE,
  MANIFEST_FILE,
  type Manifest,
  PAGE_FILE,
  PLAN_FILE,
  SEAL_FILE,
  sealText,
} from '#shared/export/format.ts';
import { indexPage } from '#shared/export/indexPage.ts';
import { entryLines, placedLines } from './logChecks.ts';
import { writeLines } from './readLines.ts';
import { writeManifest } from './verifyExport.ts';
import { packZip } from './zip.ts';

/** `manifestHash`: what the desk records, so that another export in its place can be told from this one. */
export type BuiltExport = { name: string; zip: Uint8Array; manifestHash: string; files: number };

export async function exportFiles(facts: ExportFacts): Promise<Map<string, Uint8Array>> {
  const text = (content: string) => new TextEncoder().encode(content);
  const documents = exportDocuments(facts);
  const files = new Map<string, Uint8Array>();
  const page = documents.map(({ name, title }) => ({ name: `${name}.docx`, title }));
  files.set(PAGE_FILE, text(indexPage(facts, page)));
  files.set(LOG_FILE, text(writeLines(facts.lines)));
  files.set(PLAN_FILE, text(facts.planBody));
  for (const { name, document, text: words } of documents) {
    files.set(`${name}.docx`, await renderDocx(document));
    if (words !== null) files.set(`${name}.txt`, text(words));
  }
  const manifest = text(writeManifest(manifestOf(facts, files)));
  files.set(MANIFEST_FILE, manifest);
  files.set(SEAL_FILE, text(sealText(sha256Hex(manifest))));
  return files;
}

export async function buildExport(facts: ExportFacts): Promise<BuiltExport> {
  const files = await exportFiles(facts);
  const manifestHash = sha256Hex(files.get(MANIFEST_FILE) ?? new Uint8Array());
  return { name: nameOf(facts), zip: packZip(files), manifestHash, files: files.size };
}

function manifestOf(facts: ExportFacts, files: ReadonlyMap<string, Uint8Array>): Manifest {
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
    files: Array.from(files, ([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  };
}

/** 演练 in front; title and minute, so that two exports lie side by side. */
function nameOf({ file, isDrill, exportedAt, plan }: ExportFacts): string {
  const day = dateText(exportedAt, plan.timeZone);
  const minute = clockText(exportedAt, plan.timeZone).replace(/:/g, '').slice(0, 4);
  return `${plainName(`${isDrill ? '演练 ' : ''}${file.title} 档案`)} ${day}${minute}.zip`;
}
