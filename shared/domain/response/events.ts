/** What is recorded about the response level. Optional fields came later than the first version of their event. */
import { z } from 'zod';
import { basisSchema, delegatedActSchema, meansSchema, responseDecisionSchema, shownSchema } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, storedTimedSchema } from '../values.ts';

const proposerSchema = z.strictObject({ unit: idSchema, name: lineSchema });
const decidedOn = {
  proposalId: idSchema.nullable().optional(),
  proposer: proposerSchema.optional(),
  basis: basisSchema.optional(),
  measures: paragraphSchema.nullable().optional(),
  /** Items of the plan's lists that the level brings. */
  planMeasures: z.array(idSchema).optional(),
};

export const responseEventSchemas = {
  ResponseProposed: z.strictObject({
    proposalId: idSchema,
    /** null: the end. */
    level: idSchema.nullable(),
    proposer: proposerSchema,
    basis: basisSchema,
    reason: paragraphSchema.nullable(),
    at: storedTimedSchema,
    shown: shownSchema,
  }),
  ProposalDeclined: z.strictObject({
    proposalId: idSchema,
    decision: responseDecisionSchema,
    reason: paragraphSchema,
  }),
  ResponseStarted: z.strictObject({
    responseId: idSchema.optional(),
    level: idSchema,
    decision: responseDecisionSchema,
    matter: paragraphSchema.nullable(),
    reason: paragraphSchema.nullable(),
    expectedHours: z.number().nullable(),
    citesEntryId: z.string().nullable(),
    ...decidedOn,
    shown: shownSchema,
  }),
  ResponseAdjusted: z.strictObject({
    from: idSchema,
    level: idSchema,
    decision: responseDecisionSchema,
    reason: paragraphSchema.nullable(),
    matter: paragraphSchema.nullable().optional(),
    expectedHours: z.number().nullable().optional(),
    ...decidedOn,
    shown: shownSchema,
  }),
  ResponseTerminated: z.strictObject({
    level: idSchema,
    conditions: z.record(idSchema, z.literal(true)),
    approval: responseDecisionSchema,
    decision: responseDecisionSchema,
    reason: paragraphSchema.nullable().optional(),
    proposalId: idSchema.nullable().optional(),
    proposer: proposerSchema.optional(),
    shown: shownSchema,
  }),
  SignatureRecorded: z.strictObject({
    of: z.string(),
    part: z.enum(['decision', 'approval', 'signOff']),
    signedBy: lineSchema,
    at: storedTimedSchema,
  }),
  DelegationRecorded: z.strictObject({
    delegationId: idSchema,
    from: z.strictObject({ post: idSchema, name: lineSchema }),
    to: z.strictObject({ post: idSchema, name: lineSchema.nullable() }),
    for: delegatedActSchema,
    means: meansSchema,
    at: storedTimedSchema,
    expires: storedTimedSchema,
    reason: paragraphSchema.nullable(),
  }),
  CommandTransferred: z.strictObject({
    to: idSchema,
    person: lineSchema,
    means: meansSchema,
    at: storedTimedSchema,
    reason: paragraphSchema.nullable(),
  }),
  ReinforcementRequested: z.strictObject({
    requestId: idSchema,
    to: idSchema,
    what: paragraphSchema,
    person: lineSchema.nullable(),
    at: storedTimedSchema,
  }),
  ReinforcementAnswered: z.strictObject({
    requestId: idSchema,
    answer: z.enum(['granted', 'partly', 'refused']),
    text: paragraphSchema.nullable(),
    person: lineSchema.nullable(),
    at: storedTimedSchema,
  }),
} as const;
export type ResponseEventType = keyof typeof responseEventSchemas;
