/**
 * What can be recorded about an incident. A stored name is never renamed or reused; a changed shape gets a new schema
 * version and an upcaster. Instants are UTC epoch milliseconds.
 */
import { z } from 'zod';
import { formSchema } from '#shared/plan/schema.ts';
import { attachmentEventSchemas } from '../attachment/attachment.ts';
import { bulletinEventSchemas } from '../bulletin/events.ts';
import { callTreeEventSchemas } from '../callTree/events.ts';
import { phonedSchema } from '../directory/events.ts';
import { onSceneEventSchemas } from '../onScene/events.ts';
import { meansSchema, type ResponseDecision, type Shown, shownSchema, storedUnitSchema } from '../parts.ts';
import { responseEventSchemas } from '../response/events.ts';
import {
  detailValueSchema,
  idSchema,
  keysPressedSchema,
  lineSchema,
  paragraphSchema,
  storedQuantitySchema,
  storedTimedSchema,
  triStateSchema,
} from '../values.ts';
import { workEventSchemas } from '../work/events.ts';
import { paperAnnexesSchema, paperBlocksSchema } from './paperContent.ts';

export type { ResponseDecision, Shown };

const durationFact = z.strictObject({
  started: storedTimedSchema.nullable().optional(),
  ended: storedTimedSchema.nullable().optional(),
  forecastHours: z.number().min(0).max(10_000).nullable().optional(),
});

/** Facts a call or a later entry may bring; every part is optional. */
export const reportedFactsSchema = z.strictObject({
  observed: storedTimedSchema,
  source: lineSchema.nullable(),
  figures: z.record(idSchema, storedQuantitySchema),
  conditions: z.record(idSchema, triStateSchema),
  durations: z.record(idSchema, durationFact),
  marks: z.record(idSchema, triStateSchema),
  details: z.record(idSchema, detailValueSchema),
});

export const planPinSchema = z.strictObject({ id: idSchema, version: z.string(), hash: z.string() });

/** A report as recorded: who told whom what, in which form, when. */
export const recordedReportSchema = z.strictObject({
  reportId: idSchema,
  unit: idSchema,
  kind: idSchema,
  form: formSchema,
  recipients: z.array(idSchema).min(1),
  sent: storedTimedSchema,
  receiver: lineSchema.nullable(),
  sender: lineSchema.nullable(),
  signedOffBy: lineSchema.nullable(),
  readBack: z.boolean().nullable(),
  demandId: idSchema.nullable(),
  documentId: idSchema.nullable(),
  note: paragraphSchema.nullable(),
  /** How a paper was sent: fax, courier, the office network. */
  via: lineSchema.nullable().optional(),
  /** For the statistics; came later than the first version, and absent wherever not every key was counted. */
  keysPressed: keysPressedSchema.optional(),
});

const elementStateSchema = z.enum(['filled', 'beingVerified', 'missing']);
/** A signed document: its words as they were signed. */
export const documentContentSchema = z.strictObject({
  title: lineSchema,
  elements: z.array(
    z.strictObject({
      id: idSchema,
      label: lineSchema,
      text: z.string().max(5000),
      state: elementStateSchema,
      /** The entries it was made from; what came later than the first version of the event is optional. */
      from: z.array(z.string().max(64)).max(200).optional(),
      /** Changed by the officer: it no longer follows the facts. */
      byHand: z.literal(true).optional(),
    }),
  ),
  body: z.string().max(20_000),
  /** Of a paper with tables its parts, and its pictures: came later than the first version, and absent where text is all. */
  blocks: paperBlocksSchema.optional(),
  annexes: paperAnnexesSchema.optional(),
});

/** Signed papers that are no reports: of a decision on the response, of a 批示, of the whole night. All others are of the plan's report kinds. */
export const NOTICE_KIND = 'notice';
export const INSTRUCTION_KIND = 'instruction';
export const EVALUATION_KIND = 'evaluation';
export const OWN_KINDS = [NOTICE_KIND, INSTRUCTION_KIND, EVALUATION_KIND] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
export const isOwnKind = (kind: string): kind is OwnKind => OWN_KINDS.some((own) => own === kind);

/** The log's head when a document was signed: what could be known then. */
export const logHeadSchema = z.strictObject({
  chainId: z.string().max(64),
  position: z.number().int().min(0),
  hash: z.string().max(128),
});

/** How a document was issued. `version`: of the same number and ordinal; the one before it is `revises`. */
export const issueSchema = z.strictObject({
  /** 续报一 is 1; kinds that are not numbered are always 1. */
  ordinal: z.number().int().min(1),
  version: z.number().int().min(1),
  revises: idSchema.nullable(),
  /** 发文字号; null where the desk gives none. */
  number: lineSchema.nullable(),
  masthead: lineSchema.nullable(),
  copies: z.array(lineSchema).max(50),
  /** A post's id or words. */
  post: lineSchema.nullable(),
  means: meansSchema,
  at: storedTimedSchema,
  head: logHeadSchema,
});

/** How a notice went out with the act it tells of: nobody signs it a second time. */
export const noticeIssueSchema = issueSchema.pick({ number: true, masthead: true, copies: true, head: true });

/** The manifest's hash tells this export from any other in its place; `head`: where the log stood, and ends in it. */
export const exportedSchema = z.strictObject({
  manifestHash: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.number().int().min(1),
  bytes: z.number().int().min(1),
  head: logHeadSchema,
});

export const incidentEventSchemas = {
  IncidentOpened: z.strictObject({
    incidentId: idSchema,
    callId: idSchema,
    title: lineSchema,
    plan: planPinSchema,
    occurred: storedTimedSchema.nullable(),
    discovered: storedTimedSchema.nullable(),
    received: storedTimedSchema,
    reported: reportedFactsSchema,
    /** The warning it came from; came later than the first version. */
    warningId: idSchema.optional(),
    /** At the intake; came later than the first version, and absent wherever not every key was counted. */
    keysPressed: keysPressedSchema.optional(),
  }),
  CallJoined: z.strictObject({
    callId: idSchema,
    received: storedTimedSchema,
    /** Only where the incident did not know them yet: a second caller does not move clocks, a correction does. */
    occurred: storedTimedSchema.optional(),
    discovered: storedTimedSchema.optional(),
    reported: reportedFactsSchema,
    /** As in IncidentOpened. */
    keysPressed: keysPressedSchema.optional(),
  }),
  FiguresRecorded: z.strictObject({
    observed: storedTimedSchema,
    source: lineSchema.nullable(),
    figures: z.record(idSchema, storedQuantitySchema),
  }),
  ConditionsRecorded: z.strictObject({
    observed: storedTimedSchema,
    source: lineSchema.nullable(),
    conditions: z.record(idSchema, triStateSchema),
  }),
  DurationRecorded: z.strictObject({ duration: idSchema, ...durationFact.shape, source: lineSchema.nullable() }),
  DetailsRevised: z.strictObject({
    title: lineSchema.nullable(),
    details: z.record(idSchema, detailValueSchema),
    source: lineSchema.nullable(),
  }),
  TimesCorrected: z.strictObject({
    occurred: storedTimedSchema.nullable().optional(),
    discovered: storedTimedSchema.nullable().optional(),
    received: storedTimedSchema.optional(),
    reason: paragraphSchema,
  }),
  GradeDetermined: z.strictObject({ grade: idSchema, reason: paragraphSchema.nullable(), shown: shownSchema }),
  ReportRecorded: z.strictObject({ report: recordedReportSchema, clocksMet: z.array(z.string()) }),
  DemandRecorded: z.strictObject({
    demandId: idSchema,
    from: idSchema,
    at: storedTimedSchema,
    person: lineSchema.nullable(),
    what: paragraphSchema,
  }),
  SwitchSet: z.strictObject({ switch: idSchema, on: z.boolean(), reason: paragraphSchema }),
  MarkSet: z.strictObject({ mark: idSchema, value: triStateSchema, reason: paragraphSchema.nullable() }),
  ObligationWaived: z.strictObject({ rule: idSchema, reason: paragraphSchema }),
  NoteAdded: z.strictObject({ text: paragraphSchema, happened: storedTimedSchema.nullable() }),
  EntryStruck: z.strictObject({ entryId: z.string(), reason: paragraphSchema }),
  DocumentSigned: z.strictObject({
    documentId: idSchema,
    kind: idSchema,
    content: documentContentSchema,
    signedOffBy: lineSchema,
    shown: shownSchema,
    /** Came later than the first version. */
    issue: issueSchema.optional(),
    /** The entry of the decision that a notice tells of, or of the 批示 that a sheet is about. */
    noticeOf: idSchema.optional(),
  }),
  /** By phone: the paper arrived whole and is legible. */
  ReceiptConfirmed: z.strictObject({
    reportId: idSchema,
    recipient: idSchema,
    person: lineSchema,
    at: storedTimedSchema,
  }),
  /** A signed paper that is no report went out; no clock hangs on it. */
  PaperSent: z.strictObject({
    dispatchId: idSchema,
    documentId: idSchema,
    recipients: z.array(storedUnitSchema).min(1).max(200),
    at: storedTimedSchema,
    /** How: fax, courier, the office network. */
    via: lineSchema.nullable(),
    sender: lineSchema.nullable(),
  }),
  PaperReceived: z.strictObject({
    dispatchId: idSchema,
    recipient: storedUnitSchema,
    person: lineSchema,
    at: storedTimedSchema,
  }),
  IncidentExported: exportedSchema,
  IncidentClosed: z.strictObject({
    outcome: z.enum(['handled', 'falseAlarm']),
    reason: paragraphSchema.nullable(),
    shown: shownSchema,
  }),
  /** This incident went into another; its clocks stop here. */
  IncidentMerged: z.strictObject({ into: idSchema, reason: paragraphSchema }),
  /** Another incident came in: its facts and reports as they stood, now counted here. */
  IncidentAbsorbed: z.strictObject({
    from: idSchema,
    reason: paragraphSchema,
    reported: z.array(reportedFactsSchema),
    reports: z.array(recordedReportSchema),
    demands: z.array(
      z.strictObject({
        demandId: idSchema,
        from: idSchema,
        at: storedTimedSchema,
        person: lineSchema.nullable(),
        what: paragraphSchema,
      }),
    ),
    calls: z.array(idSchema),
  }),
  ...responseEventSchemas,
  ...onSceneEventSchemas,
  ...workEventSchemas,
  ...bulletinEventSchemas,
  /** Somebody was rung up about it. */
  PhoneCallRecorded: phonedSchema,
  ...callTreeEventSchemas,
  ...attachmentEventSchemas,
} as const;

export type IncidentEventType = keyof typeof incidentEventSchemas;
export type IncidentEventPayload<T extends IncidentEventType> = z.infer<(typeof incidentEventSchemas)[T]>;
export type ReportedFacts = z.infer<typeof reportedFactsSchema>;
export type RecordedReport = z.infer<typeof recordedReportSchema>;
export type DocumentContent = z.infer<typeof documentContentSchema>;
export type Issue = z.infer<typeof issueSchema>;
