/**
 * The sections of a plan package about who acts once a response runs: organisations, working groups, checklists, the
 * on-scene command and the command above [plan 2.1, 2.2, 4.2–4.7, 5]. All of them may be missing in an older package.
 */
import { z } from 'zod';
import { idSchema, labelled, readingSchema, sourced } from './basics.ts';

/** Who can be called, lead or join a group, or be given a task: member units, local government, operator, supports. */
export const organisationSchema = z.strictObject({
  ...labelled,
  ...sourced,
  reading: readingSchema.optional(),
});

export const groupSchema = z.strictObject({
  ...labelled,
  ...sourced,
  lead: z.strictObject({ organisation: idSchema, ...sourced }),
  /** Where deputies, members and duties were read. */
  composition: z.strictObject({ ...sourced }),
  deputies: z.array(idSchema).default([]),
  members: z.array(idSchema).default([]),
  duties: z.string().min(1),
});

/** Are groups part of a level at once, or sent as needed [plan 4.3]. */
export const levelGroupsSchema = z.enum(['atOnce', 'asNeeded']);

export const checklistItemSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** Organisations or units, the first one in charge. */
  doneBy: z.array(idSchema).min(1),
  /** Only at these grades; at every grade when left out. */
  grades: z.array(idSchema).min(1).optional(),
});

/**
 * When a list applies. always: from the first report on · level: from the level's start on, and under every higher one,
 * anew with each start · condition: once any of them was known to be so; it stays when facts change · ended: once the
 * response was terminated or the incident closed.
 */
export const checklistWhenSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('level'), level: idSchema }),
  z.strictObject({ kind: z.literal('condition'), anyOf: z.array(idSchema).min(1) }),
  z.strictObject({ kind: z.literal('ended') }),
]);

export const checklistSchema = z.strictObject({
  ...labelled,
  ...sourced,
  when: checklistWhenSchema,
  items: z.array(checklistItemSchema).min(1),
});

export const onSceneSchema = z.strictObject({
  ...sourced,
  /** Posts that name the head of the on-scene command. */
  headNamedBy: z.array(idSchema).min(1),
  /** Posts that may change groups, their units and duties. */
  groupsChangedBy: z.array(idSchema).min(1),
});

export const superiorSchema = z.strictObject({
  /** Who may be asked for reinforcement. */
  reinforcedBy: z.array(idSchema).min(1),
  reinforcement: z.strictObject({ ...sourced }),
  /** Who may take over command; afterwards only its posts decide levels. */
  takenOverBy: z.array(idSchema).min(1),
  transfer: z.strictObject({ ...sourced }),
});

/** Delegating one decision; the plan itself may say nothing of it. */
export const delegationSchema = z.strictObject({ ...sourced });

/** What the law sets for the time after, shown and owed by others [493]. */
export const legalTermSchema = z.strictObject({
  ...labelled,
  ...sourced,
  grades: z.array(idSchema).min(1).optional(),
  /** Ends with this day after the day of occurrence; null where it runs from something else. */
  daysAfterOccurrence: z.number().int().min(1).optional(),
});

export type Organisation = z.infer<typeof organisationSchema>;
export type PlanGroup = z.infer<typeof groupSchema>;
export type Checklist = z.infer<typeof checklistSchema>;
export type ChecklistItem = z.infer<typeof checklistItemSchema>;
export type LegalTerm = z.infer<typeof legalTermSchema>;
