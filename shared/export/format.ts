/**
 * The shape of an exported incident, read by whoever writes one and by whoever verifies one. Lines and manifest are
 * written as these schemas order them, so that the same content is always the same bytes.
 */
import { z } from 'zod';

export const EXPORT_FORMAT = 'watchdesk-export';
/** 2: attached files go with it. */
export const EXPORT_VERSION = 2;

export const LOG_FILE = 'log.jsonl';
export const PLAN_FILE = 'plan.json';
export const PAGE_FILE = 'index.html';
export const MANIFEST_FILE = 'manifest.json';
/** Holds the manifest's own hash, as `sha256sum` writes it. */
export const SEAL_FILE = 'manifest.sha256';
export const DOCUMENTS_FOLDER = 'documents';
export const ATTACHMENTS_FOLDER = 'attachments';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const textSchema = z.string();
const countSchema = z.number().int().min(0);

/** How a chain begins, right before its first entry: it binds the entry the file had before it. */
const chainLineSchema = z.strictObject({
  kind: z.literal('chain'),
  chainId: textSchema,
  startedAt: z.number().int(),
  afterPosition: countSchema.nullable(),
  afterHash: hashSchema.nullable(),
});

/** An entry of something else: its place and its hashes, nothing of what it says. */
const linkLineSchema = z.strictObject({
  kind: z.literal('link'),
  position: countSchema,
  chainId: textSchema,
  chainSeq: countSchema,
  prevHash: hashSchema,
  hash: hashSchema,
});

const entryLineSchema = z.strictObject({
  kind: z.literal('entry'),
  position: countSchema,
  entryId: textSchema,
  commandId: textSchema,
  commandIndex: countSchema,
  correlation: textSchema,
  chainId: textSchema,
  chainSeq: countSchema,
  parents: z.array(z.strictObject({ chainId: textSchema, chainSeq: countSchema })),
  stream: textSchema,
  type: textSchema,
  schemaVersion: countSchema,
  hlc: z.strictObject({ ms: z.number(), count: countSchema }),
  recordedAt: z.number(),
  bootId: textSchema,
  monotonic: z.number(),
  clockTrusted: z.boolean(),
  appVersion: textSchema,
  engineVersion: textSchema,
  planHash: textSchema.nullable(),
  actor: z.strictObject({
    officerId: textSchema,
    name: textSchema,
    post: textSchema,
    role: textSchema.nullable(),
    onBehalfOf: textSchema.nullable(),
  }),
  classification: textSchema.nullable(),
  attachments: z.array(z.strictObject({ sha256: hashSchema, size: countSchema, mime: textSchema, name: textSchema })),
  payloadHash: hashSchema,
  prevHash: hashSchema,
  hashAlg: textSchema,
  hash: hashSchema,
  /** The payload's exact text and its salt; null: redacted by law. */
  payload: z.strictObject({ salt: z.string().regex(/^([0-9a-f]{2})+$/), body: textSchema }).nullable(),
});

export const exportLineSchema = z.discriminatedUnion('kind', [chainLineSchema, linkLineSchema, entryLineSchema]);
export type ExportLine = z.infer<typeof exportLineSchema>;
export type EntryLine = z.infer<typeof entryLineSchema>;
export type LinkLine = z.infer<typeof linkLineSchema>;
export type ChainLine = z.infer<typeof chainLineSchema>;

/** redacted: its entry was, so its bytes stay where they are · missing, changed: so when the export was made. */
export const exportedFileStates = ['whole', 'missing', 'changed', 'redacted'] as const;
const attachmentSchema = z.strictObject({
  sha256: hashSchema,
  bytes: countSchema,
  /** As it was attached. */
  name: textSchema,
  state: z.enum(exportedFileStates),
  /** In this export; null where it could not go along. */
  file: textSchema.nullable(),
});
export type ExportedAttachment = z.infer<typeof attachmentSchema>;

const manifestShape = {
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  incidentId: textSchema,
  title: textSchema,
  /** 演练 or a replay: nothing of it happened. */
  isDrill: z.boolean(),
  exportedAt: textSchema,
  exportedBy: z.strictObject({ officerId: textSchema, name: textSchema, post: textSchema }),
  appVersion: textSchema,
  engineVersion: textSchema,
  planHash: textSchema,
  /** Where the log stood; the exported log ends here. */
  head: z.strictObject({ chainId: textSchema, position: countSchema, hash: hashSchema }),
  /** Entries told in full, links told as links, payloads that were redacted. */
  log: z.strictObject({ entries: countSchema, links: countSchema, redacted: countSchema }),
  /** Every file an entry names, by its hash. */
  attachments: z.array(attachmentSchema),
  /** Every other file, by name. */
  files: z.array(z.strictObject({ name: textSchema, bytes: countSchema, sha256: hashSchema })),
};
/** As it was before attached files went along. */
const { attachments: _since2, ...shapeOf1 } = manifestShape;
export const manifestSchema = z.discriminatedUnion('version', [
  z.strictObject(manifestShape),
  z.strictObject({ ...shapeOf1, version: z.literal(1) }),
]);
export type Manifest = z.infer<typeof manifestSchema>;

export const attachmentsIn = (manifest: Manifest): readonly ExportedAttachment[] =>
  manifest.version === 1 ? [] : manifest.attachments;

/** The hash's own line. */
export const sealText = (sha256: string): string => `${sha256}  ${MANIFEST_FILE}\n`;

/** A name that stays inside its folder on every system. */
export function isPlainName(name: string): boolean {
  const parts = name.split('/');
  return (
    name.length <= 240 &&
    parts.length <= 2 &&
    !/[\\:*?"<>|\u0000-\u001F]/.test(name) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part))
  );
}
