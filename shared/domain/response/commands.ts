/** Commands about the response level: proposed, decided, signed for, delegated, handed to the command above [plan 4.3–4.7]. */
import { z } from 'zod';
import { against, decisionInput, delegatedActSchema, meansSchema, onIncident } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, timedSchema } from '../values.ts';

/** 预计期限: a start must say it [ERL 72]; afterwards it stands until another is said. */
const expectedHours = z.number().min(1).max(10_000);
const proposed = {
  /** The proposal this decides, if one was recorded. */
  proposalId: idSchema.optional(),
  /** Who proposed it; the signed-in officer when left out. */
  proposer: lineSchema.optional(),
};

/** The office proposes a level; null proposes the end. */
export const proposeResponseSchema = z.strictObject({
  type: z.literal('ProposeResponse'),
  ...onIncident,
  proposalId: idSchema,
  level: idSchema.nullable(),
  proposer: lineSchema.optional(),
  /** Needed where no criterion is met: the office's judgement. */
  reason: paragraphSchema.optional(),
  proposedAt: timedSchema.optional(),
  against,
});

/** Whoever may decide it says no. */
export const declineProposalSchema = z.strictObject({
  type: z.literal('DeclineProposal'),
  ...onIncident,
  proposalId: idSchema,
  decision: decisionInput,
  reason: paragraphSchema,
});

export const startResponseSchema = z.strictObject({
  type: z.literal('StartResponse'),
  ...onIncident,
  /** Made up when left out. */
  responseId: idSchema.optional(),
  level: idSchema,
  decision: decisionInput,
  /** 响应事项; the incident's title when left out. */
  matter: paragraphSchema.optional(),
  /** Needed where no criterion is met: the office's judgement. */
  reason: paragraphSchema.optional(),
  expectedHours,
  /** 应急处置措施 besides those the level brings. */
  measures: paragraphSchema.optional(),
  ...proposed,
  against,
});

export const adjustResponseSchema = z.strictObject({
  type: z.literal('AdjustResponse'),
  ...onIncident,
  level: idSchema,
  decision: decisionInput,
  reason: paragraphSchema.optional(),
  matter: paragraphSchema.optional(),
  expectedHours: expectedHours.optional(),
  measures: paragraphSchema.optional(),
  ...proposed,
  against,
});

export const terminateResponseSchema = z.strictObject({
  type: z.literal('TerminateResponse'),
  ...onIncident,
  /** Each condition's id with true. */
  conditions: z.record(idSchema, z.boolean()),
  approval: decisionInput,
  decision: decisionInput,
  reason: paragraphSchema.optional(),
  ...proposed,
  against,
});

/** 补签: the signature under a decision that was given by phone. */
export const recordSignatureSchema = z.strictObject({
  type: z.literal('RecordSignature'),
  ...onIncident,
  /** The decision's entry. */
  of: idSchema,
  part: z.enum(['decision', 'approval', 'signOff']).default('decision'),
  /** The decider when left out. */
  signedBy: lineSchema.optional(),
  signedAt: timedSchema.optional(),
});

/** For one decision, to a named post, until an instant. Who was delegated cannot delegate on. */
export const recordDelegationSchema = z.strictObject({
  type: z.literal('RecordDelegation'),
  ...onIncident,
  delegationId: idSchema,
  from: z.strictObject({ post: idSchema, name: lineSchema }),
  to: z.strictObject({ post: idSchema, name: lineSchema.optional() }),
  for: delegatedActSchema,
  means: meansSchema,
  givenAt: timedSchema.optional(),
  expiresAt: timedSchema,
  reason: paragraphSchema.optional(),
});

/** The command above takes over; afterwards a level changes only by recording its decision. */
export const transferCommandSchema = z.strictObject({
  type: z.literal('TransferCommand'),
  ...onIncident,
  to: idSchema,
  /** Who took it over there. */
  person: lineSchema,
  means: meansSchema,
  transferredAt: timedSchema.optional(),
  reason: paragraphSchema.optional(),
  against,
});

export const requestReinforcementSchema = z.strictObject({
  type: z.literal('RequestReinforcement'),
  ...onIncident,
  requestId: idSchema,
  to: idSchema,
  what: paragraphSchema,
  person: lineSchema.optional(),
  requestedAt: timedSchema.optional(),
});

export const answerReinforcementSchema = z.strictObject({
  type: z.literal('AnswerReinforcement'),
  ...onIncident,
  requestId: idSchema,
  answer: z.enum(['granted', 'partly', 'refused']),
  text: paragraphSchema.optional(),
  person: lineSchema.optional(),
  answeredAt: timedSchema.optional(),
});

export const responseCommandSchemas = [
  proposeResponseSchema,
  declineProposalSchema,
  startResponseSchema,
  adjustResponseSchema,
  terminateResponseSchema,
  recordSignatureSchema,
  recordDelegationSchema,
  transferCommandSchema,
  requestReinforcementSchema,
  answerReinforcementSchema,
] as const;
