/** What is recorded about the on-scene command, working groups, people and called units. */
import { z } from 'zod';
import { responseDecisionSchema, storedPersonSchema, storedUnitSchema } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, storedTimedSchema } from '../values.ts';
import { groupStateSchema } from './commands.ts';

const units = z.array(storedUnitSchema);

export const storedGroupSchema = z.strictObject({
  groupId: idSchema,
  name: lineSchema,
  lead: storedUnitSchema,
  deputies: units,
  members: units,
  duties: paragraphSchema,
});

/** Named so that a line of the log reads by itself. */
const ofGroup = { groupId: idSchema, name: lineSchema };
const ofSummons = { summonsId: idSchema, unit: storedUnitSchema };

export const onSceneEventSchemas = {
  OnSceneCommandOpened: z.strictObject({
    head: storedPersonSchema,
    place: lineSchema,
    decision: responseDecisionSchema,
    at: storedTimedSchema,
  }),
  OnSceneCommandChanged: z.strictObject({
    head: storedPersonSchema.nullable(),
    place: lineSchema.nullable(),
    decision: responseDecisionSchema,
  }),
  OnSceneCommandClosed: z.strictObject({ at: storedTimedSchema, reason: paragraphSchema.nullable() }),
  GroupsSetUp: z.strictObject({ groups: z.array(storedGroupSchema).min(1), at: storedTimedSchema }),
  GroupAdded: z.strictObject({ group: storedGroupSchema, decision: responseDecisionSchema }),
  /** What changed; the rest stays. */
  GroupChanged: z.strictObject({
    ...ofGroup,
    changes: storedGroupSchema.omit({ groupId: true }).partial(),
    decision: responseDecisionSchema,
    reason: paragraphSchema.nullable(),
  }),
  GroupDissolved: z.strictObject({
    ...ofGroup,
    decision: responseDecisionSchema,
    reason: paragraphSchema.nullable(),
  }),
  GroupStateSet: z.strictObject({ ...ofGroup, state: groupStateSchema, at: storedTimedSchema }),
  GroupLeaderSet: z.strictObject({ ...ofGroup, leader: storedPersonSchema, at: storedTimedSchema }),
  PersonCheckedIn: z.strictObject({ ...ofGroup, person: storedPersonSchema, at: storedTimedSchema }),
  PersonCheckedOut: z.strictObject({
    ...ofGroup,
    personId: idSchema,
    personName: lineSchema,
    at: storedTimedSchema,
  }),
  UnitCalled: z.strictObject({
    ...ofSummons,
    answeredBy: lineSchema.nullable(),
    phone: lineSchema.nullable(),
    what: paragraphSchema.nullable(),
    at: storedTimedSchema,
  }),
  UnitEnRoute: z.strictObject({
    ...ofSummons,
    person: lineSchema.nullable(),
    expected: storedTimedSchema.nullable(),
    at: storedTimedSchema,
  }),
  UnitArrived: z.strictObject({
    ...ofSummons,
    people: z.number().int().nullable(),
    note: paragraphSchema.nullable(),
    at: storedTimedSchema,
  }),
  UnitStoodDown: z.strictObject({ ...ofSummons, reason: paragraphSchema, at: storedTimedSchema }),
} as const;

export type StoredGroup = z.infer<typeof storedGroupSchema>;
export type GroupState = z.infer<typeof groupStateSchema>;
export type OnSceneEventType = keyof typeof onSceneEventSchemas;
