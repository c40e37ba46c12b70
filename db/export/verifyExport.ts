/**
 * Verifies an exported incident from its files alone: no program, no database. Every check stands by itself, so that the
 * test can take each one away and see that its absence is noticed.
 *
 * What files alone cannot tell: whether everything was made anew with a manifest of its own, whether the log was cut
 * together with the manifest's head, whether a payload was redacted by law or taken out of the export, and whether an
 * attached file was missing already when the manifest says so. For that the desk recorded the manifest's hash (`IncidentExported`).
 */
import { planHash } from '#db/log/hash.ts';
import type { ExportFault, ExportFaultCode } from '#shared/export/faultText.ts';
import {
  type EntryLine,
  type ExportLine,
  LOG_FILE,
  MANIFEST_FILE,
  type Manifest,
  manifestSchema,
  PLAN_FILE,
  SEAL_FILE,
  sealText,
} from '#shared/export/format.ts';
import {
  checkAttachments,
  checkCalls,
  checkEnvelopes,
  checkHidden,
  checkLinks,
  checkOrder,
  checkPayloads,
  entryLines,
  placedLines,
} from './logChecks.ts';
import { jsonOf, readLines, textOf } from './readLines.ts';

/** `content`: of the few whose words are read; a video is only hashed. */
export type ExportFile = { bytes: number; sha256: string; content: Uint8Array | null };
export type ExportFiles = ReadonlyMap<string, ExportFile>;
export const READ_FILES: readonly string[] = [MANIFEST_FILE, SEAL_FILE, LOG_FILE, PLAN_FILE];

const contentOf = (files: ExportFiles, name: string): Uint8Array => files.get(name)?.content ?? new Uint8Array();

export type Examined = {
  files: ExportFiles;
  manifest: Manifest;
  manifestHash: string;
  lines: readonly ExportLine[];
  entries: readonly EntryLine[];
  badLines: readonly number[];
};
export type Check = (examined: Examined) => ExportFault[];

const fault = (code: ExportFaultCode, at: string | number): ExportFault => ({ code, at: String(at) });
const unless = (holds: boolean, code: ExportFaultCode, at: string | number): ExportFault[] =>
  holds ? [] : [fault(code, at)];

export const CHECKS = {
  seal: ({ files, manifestHash }) =>
    unless(textOf(contentOf(files, SEAL_FILE)) === sealText(manifestHash), 'brokenSeal', SEAL_FILE),
  missingFiles: ({ files, manifest }) =>
    manifest.files.filter(({ name }) => !files.has(name)).map(({ name }) => fault('missingFile', name)),
  unknownFiles({ files, manifest }) {
    const listed = new Set([MANIFEST_FILE, SEAL_FILE, ...manifest.files.map(({ name }) => name)]);
    return [...files.keys()].filter((name) => !listed.has(name)).map((name) => fault('unknownFile', name));
  },
  changedFiles: ({ files, manifest }) =>
    manifest.files
      .filter(({ name, bytes, sha256 }) => {
        const file = files.get(name);
        return file !== undefined && (file.bytes !== bytes || file.sha256 !== sha256);
      })
      .map(({ name }) => fault('changedFile', name)),
  lines: ({ badLines }) => badLines.map((line) => fault('badLine', line)),
  order: ({ lines }) => checkOrder(lines),
  links: ({ lines }) => checkLinks(lines),
  envelopes: ({ entries }) => checkEnvelopes(entries),
  payloads: ({ entries }) => checkPayloads(entries),
  hidden: ({ entries }) => checkHidden(entries),
  calls: ({ entries }) => checkCalls(entries),
  attachments: ({ manifest, entries }) => checkAttachments(manifest, entries),
  head({ lines, manifest: { head } }) {
    const last = placedLines(lines).at(-1);
    const isThere =
      last !== undefined && last.chainId === head.chainId && last.position === head.position && last.hash === head.hash;
    return unless(isThere, 'wrongHead', head.position);
  },
  counts({ lines, entries, manifest: { log } }) {
    const redacted = entries.filter(({ payload }) => payload === null).length;
    const links = placedLines(lines).length - entries.length;
    const holds = log.entries === entries.length && log.links === links && log.redacted === redacted;
    return unless(holds, 'wrongCount', entries.length);
  },
  plan({ files, manifest, entries }) {
    const body = textOf(contentOf(files, PLAN_FILE));
    const isThat = body !== null && planHash(body) === manifest.planHash;
    const isPinned = entries.some(
      ({ stream, planHash: pinned }) => stream.startsWith('incident/') && pinned === manifest.planHash,
    );
    return unless(isThat && isPinned, 'changedPlan', PLAN_FILE);
  },
  incident({ manifest: { incidentId }, entries }) {
    const isOpened = entries.some(
      ({ stream, type }) => stream === `incident/${incidentId}` && type === 'IncidentOpened',
    );
    return unless(isOpened, 'noIncident', incidentId);
  },
} as const satisfies Record<string, Check>;

export type ExportVerification = {
  ok: boolean;
  faults: ExportFault[];
  manifest: Manifest | null;
  manifestHash: string | null;
};

export function verifyExport(files: ExportFiles, checks: readonly Check[] = Object.values(CHECKS)): ExportVerification {
  const file = files.get(MANIFEST_FILE);
  const manifest = file === undefined ? null : readManifest(contentOf(files, MANIFEST_FILE));
  if (file === undefined || manifest === null) {
    const code = file === undefined ? 'missingFile' : 'badManifest';
    return { ok: false, faults: [fault(code, MANIFEST_FILE)], manifest: null, manifestHash: null };
  }
  const { lines, bad } = readLines(contentOf(files, LOG_FILE));
  const manifestHash = file.sha256;
  const examined = { files, manifest, manifestHash, lines, entries: entryLines(lines), badLines: bad };
  const faults = checks.flatMap((check) => check(examined));
  return { ok: faults.length === 0, faults, manifest, manifestHash };
}

export const writeManifest = (manifest: Manifest): string =>
  `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`;

function readManifest(bytes: Uint8Array): Manifest | null {
  const text = textOf(bytes);
  const parsed = manifestSchema.safeParse(text === null ? undefined : jsonOf(text));
  return parsed.success && writeManifest(parsed.data) === text ? parsed.data : null;
}
