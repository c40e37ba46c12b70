/** Commands on the desk itself: which plan it runs, who its officers are, who is on duty. */
import { z } from 'zod';
import { idSchema, lineSchema } from '../values.ts';
import { attentionMinutesSchema } from './attention.ts';
import { checkResultsSchema, selfCheckHowSchema } from './selfCheck.ts';

export const setUpDeskSchema = z.strictObject({ type: z.literal('SetUpDesk'), planId: idSchema });

export const addOfficerSchema = z.strictObject({
  type: z.literal('AddOfficer'),
  officerId: idSchema,
  name: lineSchema,
  /** A post of the plan package, or words. */
  post: lineSchema,
});

/** Takes over a duty of the desk: 值班员 (watch) or 带班领导 (lead). */
export const takeDutySchema = z.strictObject({
  type: z.literal('TakeDuty'),
  duty: z.enum(['watch', 'lead']),
  officerId: idSchema,
});

/** How official papers are headed, numbered and copied. All of it each time: what is null is not printed. */
export const setDocumentSettingsSchema = z.strictObject({
  type: z.literal('SetDocumentSettings'),
  /** 发文机关标志. */
  masthead: lineSchema.nullable(),
  /** 机关代字, as 晋市油气指办 in 晋市油气指办〔2026〕12号. */
  numberPrefix: lineSchema.nullable(),
  /** The next number of this year, where the paper register is ahead; never one that was given. */
  nextNumber: z.number().int().min(1).max(99_999).nullable(),
  /** 抄送. */
  copies: z.array(lineSchema).max(50),
});

/** The wall clock moved against a clock that nobody sets. Offsets: wall minus that clock, in ms. */
export const recordClockJumpSchema = z.strictObject({
  type: z.literal('RecordClockJump'),
  jumpId: idSchema,
  bootId: z.string().min(1).max(64),
  oldOffsetMs: z.number().int(),
  newOffsetMs: z.number().int(),
});

/** An officer has seen it: the clock is right as it is now, or it is wrong and will be set. */
export const acknowledgeClockJumpSchema = z.strictObject({
  type: z.literal('AcknowledgeClockJump'),
  /** The latest; with it all before. */
  jumpId: idSchema,
  clock: z.enum(['right', 'wrong']),
});

/** What the program found when it checked itself; only the program can say so. */
export const recordSelfCheckSchema = z.strictObject({
  type: z.literal('RecordSelfCheck'),
  how: selfCheckHowSchema,
  results: checkResultsSchema,
});

/** 提醒点 of this desk. */
export const setAttentionMarksSchema = z.strictObject({
  type: z.literal('SetAttentionMarks'),
  minutes: attentionMinutesSchema,
});

export const deskCommandSchemas = [
  setUpDeskSchema,
  addOfficerSchema,
  takeDutySchema,
  setDocumentSettingsSchema,
  recordClockJumpSchema,
  acknowledgeClockJumpSchema,
  setAttentionMarksSchema,
  recordSelfCheckSchema,
] as const;
