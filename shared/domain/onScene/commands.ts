/** Commands about who is on the scene: the on-scene command, working groups, people, units asked to come [plan 2.2]. */
import { z } from 'zod';
import { against, onIncident, ownDecisionInput, personInput, unitInput } from '../parts.ts';
import { idSchema, lineSchema, paragraphSchema, timedSchema } from '../values.ts';

/** The head is named by whoever the plan says; `decision` is that naming. */
export const openOnSceneCommandSchema = z.strictObject({
  type: z.literal('OpenOnSceneCommand'),
  ...onIncident,
  head: personInput,
  place: lineSchema,
  decision: ownDecisionInput,
  openedAt: timedSchema.optional(),
});

/** Another head, another place. */
export const changeOnSceneCommandSchema = z.strictObject({
  type: z.literal('ChangeOnSceneCommand'),
  ...onIncident,
  head: personInput.optional(),
  place: lineSchema.optional(),
  decision: ownDecisionInput,
  against,
});

export const closeOnSceneCommandSchema = z.strictObject({
  type: z.literal('CloseOnSceneCommand'),
  ...onIncident,
  closedAt: timedSchema.optional(),
  reason: paragraphSchema.optional(),
});

const composition = {
  lead: unitInput,
  deputies: z.array(unitInput).max(50),
  members: z.array(unitInput).max(200),
  duties: paragraphSchema,
};

/** Groups as the plan composes them: all that are not set up yet, or these. */
export const setUpGroupsSchema = z.strictObject({
  type: z.literal('SetUpGroups'),
  ...onIncident,
  /** Ids of the plan's groups; all when left out. */
  groups: z.array(idSchema).min(1).optional(),
  setUpAt: timedSchema.optional(),
});

/** A group the plan does not have. */
export const addGroupSchema = z.strictObject({
  type: z.literal('AddGroup'),
  ...onIncident,
  groupId: idSchema,
  name: lineSchema,
  lead: composition.lead,
  deputies: composition.deputies.default([]),
  members: composition.members.default([]),
  duties: composition.duties,
  decision: ownDecisionInput,
});

/** What is left out stays. */
export const changeGroupSchema = z.strictObject({
  type: z.literal('ChangeGroup'),
  ...onIncident,
  groupId: idSchema,
  name: lineSchema.optional(),
  lead: composition.lead.optional(),
  deputies: composition.deputies.optional(),
  members: composition.members.optional(),
  duties: composition.duties.optional(),
  decision: ownDecisionInput,
  reason: paragraphSchema.optional(),
  against,
});

export const dissolveGroupSchema = z.strictObject({
  type: z.literal('DissolveGroup'),
  ...onIncident,
  groupId: idSchema,
  decision: ownDecisionInput,
  reason: paragraphSchema.optional(),
});

/** 组建 → 到位 → 执行 → 撤收. */
export const groupStateSchema = z.enum(['forming', 'inPlace', 'working', 'withdrawn']);

export const setGroupStateSchema = z.strictObject({
  type: z.literal('SetGroupState'),
  ...onIncident,
  groupId: idSchema,
  state: groupStateSchema,
  at: timedSchema.optional(),
  against,
});

export const setGroupLeaderSchema = z.strictObject({
  type: z.literal('SetGroupLeader'),
  ...onIncident,
  groupId: idSchema,
  leader: personInput,
  at: timedSchema.optional(),
});

export const checkInPersonSchema = z.strictObject({
  type: z.literal('CheckInPerson'),
  ...onIncident,
  groupId: idSchema,
  person: personInput,
  at: timedSchema.optional(),
});

export const checkOutPersonSchema = z.strictObject({
  type: z.literal('CheckOutPerson'),
  ...onIncident,
  groupId: idSchema,
  personId: idSchema,
  at: timedSchema.optional(),
});

/** A unit is asked to come. */
export const callUnitSchema = z.strictObject({
  type: z.literal('CallUnit'),
  ...onIncident,
  summonsId: idSchema,
  unit: unitInput,
  /** Who answered the call. */
  answeredBy: lineSchema.optional(),
  phone: lineSchema.optional(),
  what: paragraphSchema.optional(),
  calledAt: timedSchema.optional(),
});

/** It has set out. */
export const recordUnitEnRouteSchema = z.strictObject({
  type: z.literal('RecordUnitEnRoute'),
  ...onIncident,
  summonsId: idSchema,
  person: lineSchema.optional(),
  expectedAt: timedSchema.optional(),
  at: timedSchema.optional(),
});

export const recordUnitArrivalSchema = z.strictObject({
  type: z.literal('RecordUnitArrival'),
  ...onIncident,
  summonsId: idSchema,
  /** How many people came. */
  people: z.number().int().min(0).max(100_000).optional(),
  note: paragraphSchema.optional(),
  arrivedAt: timedSchema.optional(),
});

/** It need not or cannot come. */
export const standDownUnitSchema = z.strictObject({
  type: z.literal('StandDownUnit'),
  ...onIncident,
  summonsId: idSchema,
  reason: paragraphSchema,
  at: timedSchema.optional(),
});

export const onSceneCommandSchemas = [
  openOnSceneCommandSchema,
  changeOnSceneCommandSchema,
  closeOnSceneCommandSchema,
  setUpGroupsSchema,
  addGroupSchema,
  changeGroupSchema,
  dissolveGroupSchema,
  setGroupStateSchema,
  setGroupLeaderSchema,
  checkInPersonSchema,
  checkOutPersonSchema,
  callUnitSchema,
  recordUnitEnRouteSchema,
  recordUnitArrivalSchema,
  standDownUnitSchema,
] as const;
