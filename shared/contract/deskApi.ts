/**
 * The one way in: three channels (execute, query, changed) and drafts. Every host serves exactly this and every screen
 * uses exactly this. Requests are zod-parsed by the host before they reach the desk.
 */
import { z } from 'zod';
import type { CalledAlarm } from '#shared/domain/alarm/called.ts';
import { callSubjectSchema } from '#shared/domain/callTree/commands.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { type CheckResults, pageSounds } from '#shared/domain/desk/selfCheck.ts';
import { contactKinds } from '#shared/domain/directory/contact.ts';
import type { ConfirmQuestion, DeskError } from '#shared/domain/errors.ts';
import type { IncidentAnswer } from '#shared/domain/incident/fileAfter.ts';
import { dateSchema } from '#shared/domain/roster/shifts.ts';
import { foundKinds } from '#shared/domain/search/kinds.ts';
import type { SearchRow } from '#shared/domain/search/rows.ts';
import { outcomes } from '#shared/domain/statistics/outcome.ts';
import { idSchema } from '#shared/domain/values.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type {
  CheckFilesReply,
  CheckFilesRequest,
  FilePart,
  FilePartReply,
  ReadArchiveRequest,
  ReadFileReply,
  ReadFileRequest,
} from './files.ts';
import type { IdentityReply, IdentityRequest } from './identity.ts';
import type { RescueAct, RescueReply, RescueRow } from './rescue.ts';
import type {
  BoardRow,
  CallRow,
  CallTreeFile,
  ClueRow,
  ContactFile,
  ContactList,
  CountedRows,
  DeskKind,
  DeskRow,
  HandoverRow,
  HealthRow,
  ImportRow,
  IncidentRow,
  LogRow,
  PersonMatch,
  ResponseFile,
  RosterRow,
  StatisticsRow,
  WarningFile,
  WarningRow,
} from './rows.ts';

export type { CalledAlarm };

const MAX_DRAFT_CHARACTERS = 200_000;
export const MAX_SEARCH_CHARACTERS = 100;

export const executeRequestSchema = z.strictObject({
  desk: idSchema,
  /** Chosen by the caller; the same id again answers the same, whatever happened in between. */
  commandId: z.string().min(8).max(64),
  /** The signed-in officer. */
  officerId: idSchema,
  /** The whole command; parsed by the desk against `commandSchema`. */
  command: z.looseObject({ type: z.string().max(64) }),
  /** From an earlier `confirm` answer to the same command. */
  confirmToken: z.string().max(128).optional(),
});
export type ExecuteRequest = Omit<z.infer<typeof executeRequestSchema>, 'command'> & { command: CommandInput };

export type ExecuteReply =
  | { ok: true; entryIds: string[]; position: number }
  | { ok: false; error: DeskError }
  | { ok: false; confirm: { questions: ConfirmQuestion[]; token: string } };

const asAt = { /** A past instant, UTC ms ("as known at"); now when left out. */ at: z.number().int().optional() };

/** Obligations that arose in [from, to), UTC ms; of one incident, or of all. */
const counted = {
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  incidentId: idSchema.optional(),
};

export const querySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('getDesk') }),
  z.strictObject({ type: z.literal('getHealth') }),
  z.strictObject({ type: z.literal('getPlan'), planId: idSchema.optional() }),
  z.strictObject({ type: z.literal('getBoard'), ...asAt }),
  /** What is handed over with the watch. */
  z.strictObject({ type: z.literal('getHandover'), ...asAt }),
  /** Who is to be on duty between two days, both included, at most half a year apart. */
  z.strictObject({ type: z.literal('getRoster'), from: dateSchema, to: dateSchema, ...asAt }),
  z.strictObject({
    type: z.literal('listIncidents'),
    status: z.enum(['open', 'closed', 'all']).default('open'),
    limit: z.number().int().min(1).max(500).default(100),
    ...asAt,
  }),
  z.strictObject({
    type: z.literal('getIncident'),
    incidentId: idSchema,
    /** The last entry known of it: those up to it are left out of the answer where they are as they were. */
    after: idSchema.optional(),
    ...asAt,
  }),
  /** Level, conditions, checklists, groups, units, tasks and what follows. */
  z.strictObject({ type: z.literal('getResponse'), incidentId: idSchema, ...asAt }),
  /** Clues, newest first; or those nobody assessed yet, oldest first. */
  z.strictObject({
    type: z.literal('listClues'),
    waiting: z.boolean().default(false),
    limit: z.number().int().min(1).max(500).default(200),
    ...asAt,
  }),
  z.strictObject({ type: z.literal('listWarnings'), limit: z.number().int().min(1).max(500).default(200), ...asAt }),
  z.strictObject({ type: z.literal('getWarning'), warningId: idSchema, ...asAt }),
  /** Whom to ring up for a level or a warning: the present calls, or those that this entry began. */
  z.strictObject({
    type: z.literal('getCallTree'),
    subject: callSubjectSchema,
    runId: idSchema.optional(),
    /** Who asks: their own call is the first to make. */
    officerId: idSchema.optional(),
    ...asAt,
  }),
  z.strictObject({ type: z.literal('listCalls'), limit: z.number().int().min(1).max(500).default(50), ...asAt }),
  z.strictObject({
    type: z.literal('listLog'),
    incidentId: idSchema.optional(),
    /** Of one stream and nothing else, by its name. */
    stream: z.string().max(100).optional(),
    /** Entries before this position; the newest when left out. */
    before: z.number().int().optional(),
    limit: z.number().int().min(1).max(500).default(100),
    ...asAt,
  }),
  /** How the obligations of this desk's incidents ended, by rule, month and incident. */
  z.strictObject({ type: z.literal('getStatistics'), ...counted, ...asAt }),
  /** The obligations behind one of its numbers. */
  z.strictObject({
    type: z.literal('listObligations'),
    ...counted,
    planId: idSchema.optional(),
    rule: idSchema.optional(),
    side: z.enum(['own', 'supervised']).optional(),
    outcome: z.enum(outcomes).optional(),
    limit: z.number().int().min(1).max(500).default(200),
    ...asAt,
  }),
  /** 通讯录, what the plan gives first. */
  z.strictObject({
    type: z.literal('listContacts'),
    /** Hanzi, pinyin, initials, digits; every word of it must fit. */
    text: z.string().max(100).optional(),
    kind: z.enum(contactKinds).optional(),
    role: z.string().max(80).optional(),
    lacks: z.enum(['confirmation', 'number']).optional(),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(500).default(100),
    ...asAt,
  }),
  z.strictObject({ type: z.literal('getContact'), contactId: idSchema, ...asAt }),
  /** Who fits what is being typed where a person is asked for. */
  z.strictObject({ type: z.literal('matchPeople'), text: z.string().max(100), ...asAt }),
  z.strictObject({ type: z.literal('listContactImports'), ...asAt }),
  /** Whatever holds these words, by kind. */
  z.strictObject({
    type: z.literal('search'),
    text: z.string().max(MAX_SEARCH_CHARACTERS),
    /** All of them when left out. */
    kinds: z.array(z.enum(foundKinds)).min(1).max(foundKinds.length).optional(),
    incidentId: idSchema.optional(),
    /** Who wrote it. */
    officerId: idSchema.optional(),
    /** Recorded in [from, to), UTC ms. */
    from: z.number().int().optional(),
    to: z.number().int().optional(),
    /** Of each kind. */
    limit: z.number().int().min(1).max(100).default(6),
    /** The next page: what an earlier answer said, of that one kind. */
    page: z
      .string()
      .regex(/^\d\.\d{1,15}$/)
      .optional(),
    ...asAt,
  }),
]);
export type Query = z.input<typeof querySchema>;
export type QueryType = Query['type'];

export type QueryResults = {
  getDesk: DeskRow;
  getHealth: HealthRow;
  getPlan: PlanPackage;
  getBoard: BoardRow;
  getHandover: HandoverRow;
  getRoster: RosterRow;
  listIncidents: IncidentRow[];
  getIncident: IncidentAnswer;
  getResponse: ResponseFile;
  listCalls: CallRow[];
  listClues: ClueRow[];
  listWarnings: WarningRow[];
  getWarning: WarningFile;
  getCallTree: CallTreeFile;
  listLog: LogRow[];
  getStatistics: StatisticsRow;
  listObligations: CountedRows;
  listContacts: ContactList;
  getContact: ContactFile;
  matchPeople: PersonMatch[];
  listContactImports: ImportRow[];
  search: SearchRow;
};
export type QueryRequest = { desk: string; query: Query };
export type QueryReply<T extends QueryType = QueryType> =
  | { ok: true; result: QueryResults[T] }
  | { ok: false; error: DeskError };

/** Something was committed; a client that missed some refetches. */
export type Changed = { desk: string; position: number; streams: string[] };

/** The desk on which a shipped scenario is replayed; an address names it whether it is open or not. */
export const practiceDeskOf = (scenarioId: string): string => `practice-${scenarioId}`;

export const draftRequestSchema = z.strictObject({
  desk: idSchema,
  key: z.string().min(1).max(120),
  /** JSON text; null deletes. */
  value: z.string().max(MAX_DRAFT_CHARACTERS).nullable(),
});
export type Draft = { key: string; value: string; savedAt: number };

/** The live desk is asked to check itself. What only a page knows comes with it. */
export const selfCheckRequestSchema = z.strictObject({
  sound: z.enum(pageSounds),
  /** Who asks; null: the page by itself, because none was made for a day. */
  officerId: idSchema.nullable(),
});
export type SelfCheckRequest = z.infer<typeof selfCheckRequestSchema>;
export type SelfCheckReply =
  /** `isRecorded` is false where the desk could not write, which is then one of the faults. */
  | { kind: 'done'; results: CheckResults; isRecorded: boolean }
  /** Another page was first today. */
  | { kind: 'notDue' }
  | { kind: 'refused'; error: DeskError };

const MAX_EXPORT_WORDS = 20_000;

/** An incident as one archive. */
export const exportRequestSchema = z.strictObject({
  desk: idSchema,
  /** Who takes it out: the log says so. */
  officerId: idSchema,
  incidentId: idSchema,
  /** Its entries as the screen says them, by id: what its readable page says. What is proven is the log itself. */
  words: z.record(z.string().max(64), z.string().max(MAX_EXPORT_WORDS)),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
export type ExportReply =
  /** `isRecorded`: the log says so when it is taken; false on a desk that is only looked at. */
  | {
      ok: true;
      name: string;
      /** Waits to be taken: read in parts by a page, saved by the desktop program. */
      archiveId: string;
      bytes: number;
      manifestHash: string;
      files: number;
      isRecorded: boolean;
    }
  | { ok: false; error: DeskError };

/** What the host itself tells: which desks are open, its clock, its plans, its health. */
export type HostInfo = {
  version: string;
  engineVersion: string;
  desks: { deskId: string; kind: DeskKind; title: string | null }[];
  plans: { planId: string; title: string; version: string; city: string; documentNumber: string }[];
  scenarios: { scenarioId: string; title: string }[];
  /** The data folder, shown to the officer. */
  dataFolder: string;
  /** Host's wall clock, UTC ms: renderers correct theirs by it. */
  now: number;
  cjkFonts: boolean;
  /** On the data folder's disk; null where the system does not tell. */
  freeSpace: { bytes: number; isLittle: boolean } | null;
  /** The live desk's file could not be opened: every call on that desk fails until a person has decided. */
  rescue: RescueRow | null;
};

export type DeskApi = {
  host(): Promise<HostInfo>;
  execute(request: ExecuteRequest): Promise<ExecuteReply>;
  query<T extends QueryType>(desk: string, query: Extract<Query, { type: T }>): Promise<QueryReply<T>>;
  /** Calls back on every change of any desk, and once with position -1 after a reconnection. Returns the way to stop. */
  subscribe(listener: (changed: Changed) => void): () => void;
  /** Calls back with what the host's alarm scheduler called, whatever the desk does; at once where something stands. */
  onAlarms(listener: (alarms: readonly CalledAlarm[]) => void): () => void;
  /** PINs, signing in and locking: always this screen's own. */
  identity(request: IdentityRequest): Promise<IdentityReply>;
  /** Calls back when somebody signed in or locked anywhere: ask again. */
  onIdentity(listener: () => void): () => void;
  /** True while the host can be reached. */
  onConnection(listener: (connected: boolean) => void): () => void;
  listDrafts(desk: string): Promise<Draft[]>;
  saveDraft(desk: string, key: string, value: string | null): Promise<{ savedAt: number }>;
  /** Opens (or finds) the practice replay of a shipped scenario; answers its desk id. */
  openPractice(scenarioId: string): Promise<{ deskId: string }>;
  /** What a person decided where `HostInfo.rescue` asks. */
  rescue(act: RescueAct): Promise<RescueReply>;
  selfCheck(request: SelfCheckRequest): Promise<SelfCheckReply>;
  exportIncident(request: ExportRequest): Promise<ExportReply>;
  readArchive(request: ReadArchiveRequest): Promise<ReadFileReply>;
  /** A file's bytes go first, part by part; the entry (`AttachFile`) comes after. */
  storeFile(part: FilePart): Promise<FilePartReply>;
  readFile(request: ReadFileRequest): Promise<ReadFileReply>;
  checkFiles(request: CheckFilesRequest): Promise<CheckFilesReply>;
};
