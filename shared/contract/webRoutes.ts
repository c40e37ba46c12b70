/**
 * The web host's paths, bodies and answers, used by the host that serves them and the adapter that calls them.
 *
 * Signing in is the host's own affair: `/` without a session answers a small page that trades `#token=…` for the
 * cookie and then loads the screen, so the screen itself never sees a token. All calls are same-origin and carry the
 * cookie by themselves. Bodies are JSON (`content-type: application/json`).
 *
 * Answers: 200 with the reply below, also for what the desk refuses (`ok: false`). A malformed or oversized `execute` or
 * `query` answers 400 or 413 with the desk's own error shape; everything else that fails answers `WebFailure`.
 * 401 means the session is gone: reload, and the page says how to get in. After 503, a broken connection or a timeout
 * the outcome is unknown: send the same commandId again.
 */
import { z } from 'zod';
import { calledAlarmSchema } from '#shared/domain/alarm/called.ts';
import { deskErrorSchema } from '#shared/domain/errors.ts';
import { idSchema } from '#shared/domain/values.ts';
import type { Draft, ExecuteReply, ExportReply, HostInfo, QueryReply, SelfCheckReply } from './deskApi.ts';
import {
  draftRequestSchema,
  executeRequestSchema,
  exportRequestSchema,
  querySchema,
  selfCheckRequestSchema,
} from './deskApi.ts';
import {
  type CheckFilesReply,
  checkFilesSchema,
  type FilePartReply,
  filePartSchema,
  type ReadFileReply,
  readArchiveSchema,
  readFileSchema,
} from './files.ts';
import { type IdentityReply, identityRequestSchema } from './identity.ts';
import { type RescueReply, rescueRequestSchema } from './rescue.ts';

const KILOBYTE = 1024;

type Route<Body extends z.ZodType, Reply> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: Body;
  readonly maxBytes: number;
  /** Types only; never present at run time. */
  readonly reply?: Reply;
};

const get = <Reply>(path: string): Route<z.ZodUndefined, Reply> => ({
  method: 'GET',
  path,
  body: z.undefined(),
  maxBytes: 0,
});
const post =
  <Reply>() =>
  <Body extends z.ZodType>(path: string, maxBytes: number, body: Body): Route<Body, Reply> => ({
    method: 'POST',
    path,
    body,
    maxBytes,
  });

export const queryRequestSchema = z.strictObject({ desk: idSchema, query: querySchema });

export const webRoutes = {
  host: get<HostInfo>('/api/host'),
  execute: post<ExecuteReply>()('/api/execute', 1024 * KILOBYTE, executeRequestSchema),
  query: post<QueryReply>()('/api/query', 8 * KILOBYTE, queryRequestSchema),
  listDrafts: post<{ drafts: Draft[] }>()('/api/drafts/list', 1 * KILOBYTE, z.strictObject({ desk: idSchema })),
  saveDraft: post<{ savedAt: number }>()('/api/drafts/save', 1024 * KILOBYTE, draftRequestSchema),
  /** Where the live desk's file could not be opened. */
  rescue: post<RescueReply>()('/api/rescue', 1 * KILOBYTE, rescueRequestSchema),
  /** PINs, signing in and locking; of the live desk. */
  identity: post<IdentityReply>()('/api/identity', 256 * KILOBYTE, identityRequestSchema),
  openPractice: post<{ deskId: string }>()('/api/practice', 1 * KILOBYTE, z.strictObject({ scenarioId: idSchema })),
  selfCheck: post<SelfCheckReply>()('/api/self-check', 1 * KILOBYTE, selfCheckRequestSchema),
  /** Thousands of entries, each in words. */
  exportIncident: post<ExportReply>()('/api/export', 8 * 1024 * KILOBYTE, exportRequestSchema),
  readArchive: post<ReadFileReply>()('/api/export/read', 1 * KILOBYTE, readArchiveSchema),
  /** Attached files, part by part; the live desk's only. */
  storeFile: post<FilePartReply>()('/api/files/store', 704 * KILOBYTE, filePartSchema),
  readFile: post<ReadFileReply>()('/api/files/read', 1 * KILOBYTE, readFileSchema),
  checkFiles: post<CheckFilesReply>()('/api/files/check', 16 * KILOBYTE, checkFilesSchema),
} as const;
export type WebRouteName = keyof typeof webRoutes;
export type WebReply<Name extends WebRouteName> = NonNullable<(typeof webRoutes)[Name]['reply']>;
export type WebBody<Name extends WebRouteName> = z.input<(typeof webRoutes)[Name]['body']>;

/** Trades a single-use token for the session cookie; 204 or 401. Called by the host's own sign-in page only. */
export const SESSION_PATH = '/session';
export const sessionBodySchema = z.strictObject({ token: z.string().min(16).max(128) });

export const webFailureCodes = [
  'noSession', // 401
  'forbidden', // 403: another origin
  'notFound', // 404
  'wrongMethod', // 405
  'badRequest', // 400
  'payloadTooLarge', // 413
  'notJson', // 415
  'wrongHost', // 421: another Host header
  'failed', // 500
  'unavailable', // 503: the desk is restarting or closing
] as const;
export const webFailureSchema = z.object({ failure: z.enum(webFailureCodes) });
export type WebFailure = z.infer<typeof webFailureSchema>;

/** What `execute` and `query` answer with 400 and 413: the same shape as a refusal by the desk. */
export const refusalSchema = z.object({ ok: z.literal(false), error: deskErrorSchema });

/**
 * What the host pushes over the WebSocket at `CHANGED_PATH`; it expects nothing back. `hello` comes first on each
 * connection, `beat` every five seconds: both carry the host's clock and the position of every open desk, so that a
 * client which reconnects sees whether it missed something. `desk` tells that a desk stopped or runs again,
 * `alarms` what the scheduler called, once more after each `hello`.
 */
export const CHANGED_PATH = '/api/changed';
export const BEAT_MS = 5000;

const positions = z.record(z.string(), z.number().int());
export const pushSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), now: z.number().int(), positions }),
  z.object({ type: z.literal('beat'), now: z.number().int(), positions }),
  z.object({
    type: z.literal('changed'),
    desk: z.string(),
    position: z.number().int(),
    streams: z.array(z.string()),
  }),
  /** Somebody signed in, switched or locked somewhere: ask again. */
  z.object({ type: z.literal('identity') }),
  z.object({ type: z.literal('desk'), desk: z.string(), running: z.boolean() }),
  /** All calls that may not stand on every board yet. */
  z.object({ type: z.literal('alarms'), desk: z.string(), alarms: z.array(calledAlarmSchema) }),
]);
export type Push = z.infer<typeof pushSchema>;
