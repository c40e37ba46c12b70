/**
 * What commands and events about people and units are made of: a decision, a unit, who gets a task, a person. Input is
 * what a person writes; stored is what was said then, with names, so that a line of the log reads by itself.
 */
import { z } from 'zod';
import type { Timed } from '#shared/plan/facts.ts';
import { idSchema, lineSchema, storedTimedSchema, timedSchema } from './values.ts';

export const meansSchema = z.enum(['inPerson', 'phone', 'written']);

/** Who decided, in which post, and how it was given. By phone leaves an open 补签 where the plan wants a signature. */
export const decisionInput = z.strictObject({
  post: idSchema,
  name: lineSchema,
  means: meansSchema,
  at: timedSchema.optional(),
  /** The recorded delegation the decider acts under. */
  delegationId: idSchema.optional(),
});

/** Of a post that decides by itself: nothing here can be delegated. */
export const ownDecisionInput = decisionInput.omit({ delegationId: true });

export const responseDecisionSchema = z.strictObject({
  post: idSchema,
  name: lineSchema,
  means: meansSchema,
  at: storedTimedSchema,
  delegationId: idSchema.optional(),
  /** The post whose authority it was, under a delegation. */
  onBehalfOf: idSchema.optional(),
});

/** What stood on the screen when a decision was made, so that a later engine never rewrites it. */
export const shownSchema = z.strictObject({
  planHash: z.string(),
  engineVersion: z.string(),
  clockGrade: z.string(),
  proposedLevel: z.string().nullable(),
  unmet: z.array(
    z.strictObject({
      key: z.string(),
      dueAt: z.number().nullable(),
      state: z.string(),
      lateBySeconds: z.number().nullable(),
    }),
  ),
});

/** The criteria a level was decided on, as they were met; empty where it was judgement. */
export const basisSchema = z.array(
  z.strictObject({
    criterion: idSchema,
    of: idSchema,
    clause: z.string(),
    subject: z.strictObject({ kind: z.enum(['figure', 'condition', 'duration']), id: idSchema }),
    value: z.number().nullable(),
    entryId: z.string().nullable(),
  }),
);

/** The one decision a delegation is for. */
export const delegatedActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('start'), level: idSchema }),
  z.strictObject({ act: z.literal('adjust'), level: idSchema }),
  z.strictObject({ act: z.literal('terminate') }),
  z.strictObject({ act: z.literal('approve') }),
]);

/** An organisation or unit of the plan by id, or any other in words. */
export const unitInput = z.union([idSchema, z.strictObject({ other: lineSchema })]);
export const storedUnitSchema = z.strictObject({ id: idSchema.nullable(), name: lineSchema });

/** Who gets a task. */
export const partyInput = z.union([
  z.strictObject({ group: idSchema }),
  z.strictObject({ unit: idSchema }),
  z.strictObject({ other: lineSchema }),
]);
export const storedPartySchema = z.strictObject({
  kind: z.enum(['group', 'unit']),
  /** A group's or a plan unit's id; null for one named in words. */
  id: idSchema.nullable(),
  name: lineSchema,
});

/** The id is the caller's, so that a directory can take the person over later. */
export const personInput = z.strictObject({
  personId: idSchema,
  name: lineSchema,
  phone: lineSchema.optional(),
  /** Office or rank in words. */
  title: lineSchema.optional(),
  unit: unitInput.optional(),
});
export const storedPersonSchema = z.strictObject({
  personId: idSchema,
  name: lineSchema,
  phone: lineSchema.nullable(),
  title: lineSchema.nullable(),
  unit: storedUnitSchema.nullable(),
});

/**
 * The entry that last changed the thing, as it was seen; null when nothing had. Where another entry came since, the
 * command is refused instead of deciding twice.
 */
export const against = idSchema.nullable().optional();

/** The id of the log entry a command writes; made up by the desk when left out. */
export const entryId = idSchema.optional();
export const onIncident = { incidentId: idSchema, entryId };

export type DecisionInput = z.output<typeof decisionInput>;
export type OwnDecisionInput = z.output<typeof ownDecisionInput>;
export type ResponseDecision = z.infer<typeof responseDecisionSchema>;
export type DelegatedAct = z.infer<typeof delegatedActSchema>;
export type Shown = z.infer<typeof shownSchema>;
export type Basis = z.infer<typeof basisSchema>;
export type UnitInput = z.output<typeof unitInput>;
export type StoredUnit = z.infer<typeof storedUnitSchema>;
export type PartyInput = z.output<typeof partyInput>;
export type StoredParty = z.infer<typeof storedPartySchema>;
export type PersonInput = z.output<typeof personInput>;
export type StoredPerson = z.infer<typeof storedPersonSchema>;

export function storedDecision({ post, name, means, at }: OwnDecisionInput, now: Timed): ResponseDecision {
  return { post, name, means, at: at ?? now };
}
