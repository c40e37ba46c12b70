/**
 * Every command on an incident, as it crosses the boundary. Ids of new things (callId, incidentId, reportId, demandId,
 * entryId, documentId) are chosen by the caller, so that a retry is the same command and a scenario is writable by hand.
 */
import { z } from 'zod';
import { formSchema } from '#shared/plan/schema.ts';
import { entryId, meansSchema, onIncident, unitInput } from '../parts.ts';
import {
  detailValueSchema,
  idSchema,
  keysPressedSchema,
  lineSchema,
  paragraphSchema,
  quantitySchema,
  timedSchema,
  triStateSchema,
} from '../values.ts';
import { documentContentSchema, exportedSchema } from './events.ts';

const durationInput = z.strictObject({
  startedAt: timedSchema.nullable().optional(),
  endedAt: timedSchema.nullable().optional(),
  forecastHours: z.number().min(0).max(10_000).nullable().optional(),
});

const reportedInput = {
  source: lineSchema.optional(),
  figures: z.record(idSchema, quantitySchema).optional(),
  conditions: z.record(idSchema, triStateSchema).optional(),
  durations: z.record(idSchema, durationInput).optional(),
  marks: z.record(idSchema, triStateSchema).optional(),
  details: z.record(idSchema, detailValueSchema).optional(),
};

/** 接报: a call is a record of its own; it opens an incident, joins one, or is closed as false alarm or duplicate. */
export const takeCallSchema = z.strictObject({
  type: z.literal('TakeCall'),
  callId: idSchema,
  entryId,
  receivedAt: timedSchema,
  /** null = 正在核实; left out = not asked. */
  occurredAt: timedSchema.nullable().optional(),
  discoveredAt: timedSchema.nullable().optional(),
  /** When the figures were seen to be so; receivedAt when left out. */
  observedAt: timedSchema.optional(),
  ...reportedInput,
  /** At the intake; left out where not every key was counted. */
  keysPressed: keysPressedSchema.optional(),
  disposition: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('open'),
      incidentId: idSchema,
      title: lineSchema.optional(),
      /** The warning that became it; both are linked. */
      fromWarningId: idSchema.optional(),
    }),
    z.strictObject({ kind: z.literal('join'), incidentId: idSchema }),
    z.strictObject({ kind: z.literal('falseAlarm'), reason: paragraphSchema }),
    z.strictObject({ kind: z.literal('duplicate'), ofCallId: idSchema, reason: paragraphSchema.optional() }),
  ]),
});

export const recordFiguresSchema = z.strictObject({
  type: z.literal('RecordFigures'),
  ...onIncident,
  /** Now when left out. */
  observedAt: timedSchema.optional(),
  source: lineSchema.optional(),
  figures: z.record(idSchema, quantitySchema),
});

export const recordConditionsSchema = z.strictObject({
  type: z.literal('RecordConditions'),
  ...onIncident,
  observedAt: timedSchema.optional(),
  source: lineSchema.optional(),
  conditions: z.record(idSchema, triStateSchema),
});

export const recordDurationSchema = z.strictObject({
  type: z.literal('RecordDuration'),
  ...onIncident,
  duration: idSchema,
  ...durationInput.shape,
  source: lineSchema.optional(),
});

export const reviseDetailsSchema = z.strictObject({
  type: z.literal('ReviseDetails'),
  ...onIncident,
  title: lineSchema.optional(),
  details: z.record(idSchema, detailValueSchema).optional(),
  source: lineSchema.optional(),
});

/** Left out = unchanged; null = unknown after all (not for receivedAt). */
export const correctTimesSchema = z.strictObject({
  type: z.literal('CorrectTimes'),
  ...onIncident,
  occurredAt: timedSchema.nullable().optional(),
  discoveredAt: timedSchema.nullable().optional(),
  receivedAt: timedSchema.optional(),
  reason: paragraphSchema,
});

export const determineGradeSchema = z.strictObject({
  type: z.literal('DetermineGrade'),
  ...onIncident,
  grade: idSchema,
  reason: paragraphSchema.optional(),
});

export const recordReportSchema = z.strictObject({
  type: z.literal('RecordReport'),
  ...onIncident,
  reportId: idSchema,
  /** Who sent it; the own desk's unit when left out. */
  unit: idSchema.optional(),
  kind: idSchema,
  form: formSchema,
  recipients: z.array(idSchema).min(1),
  /** Now when left out. */
  sentAt: timedSchema.optional(),
  receiver: lineSchema.optional(),
  sender: lineSchema.optional(),
  signedOffBy: lineSchema.optional(),
  readBack: z.boolean().optional(),
  demandId: idSchema.optional(),
  documentId: idSchema.optional(),
  note: paragraphSchema.optional(),
  via: lineSchema.optional(),
  /** In the report's form; left out where not every key was counted. */
  keysPressed: keysPressedSchema.optional(),
});

/** The receiver was rung up: the paper is there. */
export const confirmReceiptSchema = z.strictObject({
  type: z.literal('ConfirmReceipt'),
  ...onIncident,
  reportId: idSchema,
  recipient: idSchema,
  person: lineSchema,
  /** Now when left out. */
  confirmedAt: timedSchema.optional(),
});

/** A signed notice or record went to these units; now when left out. */
export const recordPaperSentSchema = z.strictObject({
  type: z.literal('RecordPaperSent'),
  ...onIncident,
  dispatchId: idSchema,
  documentId: idSchema,
  recipients: z.array(unitInput).min(1).max(200),
  sentAt: timedSchema.optional(),
  via: lineSchema.optional(),
  sender: lineSchema.optional(),
});

export const confirmPaperReceiptSchema = z.strictObject({
  type: z.literal('ConfirmPaperReceipt'),
  ...onIncident,
  dispatchId: idSchema,
  recipient: unitInput,
  person: lineSchema,
  /** Now when left out. */
  confirmedAt: timedSchema.optional(),
});

export const recordDemandSchema = z.strictObject({
  type: z.literal('RecordDemand'),
  ...onIncident,
  demandId: idSchema,
  from: idSchema,
  /** Now when left out. */
  demandedAt: timedSchema.optional(),
  person: lineSchema.optional(),
  what: paragraphSchema,
});

export const setSwitchSchema = z.strictObject({
  type: z.literal('SetSwitch'),
  ...onIncident,
  switch: idSchema,
  on: z.boolean(),
  reason: paragraphSchema,
});

export const setMarkSchema = z.strictObject({
  type: z.literal('SetMark'),
  ...onIncident,
  mark: idSchema,
  value: triStateSchema,
  reason: paragraphSchema.optional(),
});

export const waiveObligationSchema = z.strictObject({
  type: z.literal('WaiveObligation'),
  ...onIncident,
  rule: idSchema,
  reason: paragraphSchema,
});

export const addNoteSchema = z.strictObject({
  type: z.literal('AddNote'),
  ...onIncident,
  text: paragraphSchema,
  happenedAt: timedSchema.optional(),
});

export const strikeEntrySchema = z.strictObject({
  type: z.literal('StrikeEntry'),
  incidentId: idSchema,
  entryId,
  strikes: idSchema,
  reason: paragraphSchema,
});

export const signDocumentSchema = z.strictObject({
  type: z.literal('SignDocument'),
  ...onIncident,
  documentId: idSchema,
  kind: idSchema,
  content: documentContentSchema,
  signedOffBy: lineSchema,
  /** In which post, how it was given and when; by phone leaves an open 补签. In writing and now when left out. */
  signOff: z.strictObject({ post: lineSchema.optional(), means: meansSchema, at: timedSchema.optional() }).optional(),
  /** The number its words carry (续报二 is 2); refused where another one was signed since. */
  ordinal: z.number().int().min(1).optional(),
  /** The entry of the decision that a notice tells of, or of the 批示 that a sheet is about: its kind says which. */
  noticeOf: idSchema.optional(),
  /** A new version of this document instead of the next one. */
  revises: idSchema.optional(),
});

export const closeIncidentSchema = z.strictObject({
  type: z.literal('CloseIncident'),
  ...onIncident,
  outcome: z.enum(['handled', 'falseAlarm']).default('handled'),
  /** Needed where no final report was sent. */
  reason: paragraphSchema.optional(),
});

export const mergeIncidentsSchema = z.strictObject({
  type: z.literal('MergeIncidents'),
  incidentId: idSchema,
  entryId,
  into: idSchema,
  reason: paragraphSchema,
});

/** Only the program says this: it made the export itself. */
export const recordExportSchema = z.strictObject({
  type: z.literal('RecordExport'),
  ...onIncident,
  ...exportedSchema.shape,
});

export const incidentCommandSchemas = [
  takeCallSchema,
  recordFiguresSchema,
  recordConditionsSchema,
  recordDurationSchema,
  reviseDetailsSchema,
  correctTimesSchema,
  determineGradeSchema,
  recordReportSchema,
  confirmReceiptSchema,
  recordPaperSentSchema,
  confirmPaperReceiptSchema,
  recordDemandSchema,
  setSwitchSchema,
  setMarkSchema,
  waiveObligationSchema,
  addNoteSchema,
  strikeEntrySchema,
  signDocumentSchema,
  closeIncidentSchema,
  mergeIncidentsSchema,
  recordExportSchema,
] as const;
