/**
 * The plan package: one city's plan for one hazard, as data.
 *
 * Why it exists: nothing about a city, a hazard, "30 minutes" or "nine groups" may stand in engine code, so that
 * another plan is another package. Every item carries the clause it was read from and its provenance.
 * Units: minutes, hours and counts are in the names. Source: ../shared plan `rules.md`, all sections.
 */
import { z } from 'zod';
import { idSchema, labelled, provenanceSchema, readingSchema, sourced } from './basics.ts';
import { callTreesSchema } from './callTreeSection.ts';
import { publicitySchema } from './publicitySection.ts';
import { reportElementSchema } from './reportElements.ts';
import {
  checklistSchema,
  delegationSchema,
  groupSchema,
  legalTermSchema,
  levelGroupsSchema,
  onSceneSchema,
  organisationSchema,
  superiorSchema,
} from './responseSections.ts';
import { warningsSchema } from './warningSection.ts';

export { idSchema, provenanceSchema };

export const unitSchema = z.strictObject({
  ...labelled,
  ...sourced,
  reading: readingSchema.optional(),
  /** This unit is the standing body of another and fulfils that one's obligations too [plan 2.1]. */
  standingBodyOf: idSchema.optional(),
  /** The unit whose desk this program is. Exactly one unit of a package. */
  ownDesk: z.literal(true).optional(),
});

export const postSchema = z.strictObject({
  ...labelled,
  ...sourced,
  reading: readingSchema.optional(),
  unit: idSchema,
  /** 值班员 and 带班领导: posts an officer of the desk signs in with. */
  duty: z.enum(['watch', 'lead']).optional(),
  /** Holders by office, shown when an authority is refused, e.g. 市能源局局长. */
  heldBy: z.array(z.string().min(1)).default([]),
});

export const figureSchema = z.strictObject({
  ...labelled,
  ...sourced,
  unit: z.string().min(1),
  /** A change of this figure is a change of casualties (伤亡人数发生变化). */
  casualty: z.boolean(),
  /** Whole persons, or amounts with decimals such as 万元. */
  integer: z.boolean(),
  /** Asked on the 接报 page, in this order. */
  askedAtIntake: z.boolean(),
  /** The figure this one is counted within (重伤 within 受伤): more of it than of that is asked back. */
  partOf: idSchema.optional(),
});

export const conditionSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** Yes here implies yes there, unless that one is explicitly no. */
  implies: z.array(idSchema).default([]),
  /** What a first call can tell; others turn up later. */
  askedAtIntake: z.boolean().default(true),
});

/** A running time with a start and an end, such as 停输. */
export const durationSchema = z.strictObject({ ...labelled, ...sourced });

/** A yes/no/unknown judgement about the incident, e.g. 生产安全事故. */
export const markSchema = z.strictObject({ ...labelled, ...sourced });

/** An on/off setting of an incident, with who and why, e.g. 特殊情况. */
export const switchSchema = z.strictObject({ ...labelled, ...sourced });

export const criterionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figure'),
    id: idSchema,
    figure: idSchema,
    /** Lowest number that meets it; the number itself counts (以上含本数) unless `exclusive`. */
    from: z.number().min(0),
    exclusive: z.literal(true).optional(),
    ...sourced,
  }),
  z.strictObject({ kind: z.literal('condition'), id: idSchema, condition: idSchema, ...sourced }),
  z.strictObject({
    kind: z.literal('duration'),
    id: idSchema,
    duration: idSchema,
    fromHours: z.number().min(0),
    /** Does not count while this condition is explicitly no. */
    unlessNo: idSchema.optional(),
    ...sourced,
  }),
]);

/** Lowest first in the package; the index is the rank. */
export const gradeSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** Any one is enough. */
  criteria: z.array(criterionSchema).min(1),
});

export const levelSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** The level's short sign, e.g. Ⅲ. */
  sign: z.string().min(1),
  criteria: z.array(criterionSchema).min(1),
  /** The clause that lets the office propose this level by judgement. */
  judgementClause: z.string().min(1),
  proposedBy: idSchema,
  /** Posts that may decide this level; no other post may. */
  decidedBy: z.array(idSchema).min(1),
  groups: levelGroupsSchema.default('asNeeded'),
});

export const terminationSchema = z.strictObject({
  conditions: z.array(z.strictObject({ ...labelled, ...sourced })).min(1),
  /** Posts that may approve an end (经…确认和批准). */
  approvedBy: z.array(idSchema).min(1),
  ...sourced,
});

/** What counts as the larger, careful reading of a figure; feeds prompts only, never clocks. */
export const conservativeSchema = z.strictObject({
  figure: idSchema,
  plus: z.array(idSchema).default([]),
  plusWhenOn: z.array(z.strictObject({ figure: idSchema, switch: idSchema })).default([]),
  whenUnknownUse: idSchema.optional(),
  ...sourced,
});

export const promptSchema = z.strictObject({
  ...labelled,
  ...sourced,
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('figure'), figure: idSchema, from: z.number().min(0) }),
    z.strictObject({ kind: z.literal('condition'), condition: idSchema }),
  ]),
  suggestGrade: idSchema,
});

export const reportKindSchema = z.strictObject({ ...labelled, ...sourced });
export const formSchema = z.enum(['phone', 'written']);

/**
 * What brings an obligation into being:
 * occurrence: 事发 · receipt: 接报 · arising: from when the rule began to apply · lastReport: the latest first or follow-up report opens a window ·
 * report: a report of these kinds went out · demand: a demand to verify · casualtyChange: a casualty figure changed after
 * the first report and before the final one · levelRaised: a level put in force from a lower one or none ·
 * ended: response terminated or incident closed · lateCasualtyChange: a casualty figure changed after the final report.
 */
export const triggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('occurrence') }),
  z.strictObject({ kind: z.literal('receipt') }),
  z.strictObject({ kind: z.literal('arising') }),
  z.strictObject({ kind: z.literal('lastReport') }),
  z.strictObject({
    kind: z.literal('report'),
    to: idSchema,
    kinds: z.array(idSchema).min(1),
    /** Only reports sent while the clock grade was at least this. */
    whileClockGradeFrom: idSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('demand'), from: idSchema }),
  z.strictObject({ kind: z.literal('casualtyChange') }),
  z.strictObject({ kind: z.literal('levelRaised'), level: idSchema }),
  z.strictObject({ kind: z.literal('ended') }),
  z.strictObject({
    kind: z.literal('lateCasualtyChange'),
    /** Until 24:00 of this day after the day of occurrence, in the package's zone. */
    untilDay: z.number().int().min(1),
    /** While this condition is yes, changes after this day are flagged. */
    flagged: z.strictObject({ condition: idSchema, afterDay: z.number().int().min(1) }).optional(),
  }),
]);

export const dueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('within'), minutes: z.number().int().min(1) }),
  /** 立即: the plan gives no number, so none is invented. */
  z.strictObject({ kind: z.literal('immediate') }),
  z.strictObject({ kind: z.literal('open') }),
]);

export const reportingRuleSchema = z.strictObject({
  ...labelled,
  ...sourced,
  owedBy: idSchema,
  /** One obligation per recipient. Empty only for a rule met by determining the grade. */
  recipients: z.array(idSchema),
  form: z.enum(['phone', 'written', 'any']).nullable(),
  trigger: triggerSchema,
  appliesWhen: z
    .strictObject({
      clockGradeFrom: idSchema.optional(),
      clockGradeTo: idSchema.optional(),
      /** Stops applying while the mark is explicitly no. */
      unlessMarkNo: idSchema.optional(),
      switchOn: idSchema.optional(),
      switchOff: idSchema.optional(),
    })
    .default({}),
  due: dueSchema,
  fulfilledBy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('determination') }),
    z.strictObject({
      kind: z.literal('report'),
      kinds: z.array(idSchema).min(1),
      /** Reports sent before the obligation arose count too. */
      earlierReportsCount: z.boolean(),
      namingDemand: z.boolean().default(false),
    }),
  ]),
  /** Rules of one series replace each other: one window is met once, whatever the rule was. */
  series: idSchema.optional(),
  /** May be waived with a reason. */
  optional: z.literal(true).optional(),
  /** Owed by another unit, tracked here for supervision. */
  supervised: z.literal(true).optional(),
});

export const intakeElementSchema = z.strictObject({
  ...labelled,
  ...sourced,
  /** Where the 首报 takes this element from. */
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('time'), time: z.enum(['occurredAt', 'discoveredAt', 'receivedAt']) }),
    z.strictObject({ kind: z.literal('detail'), detail: idSchema }),
    z.strictObject({ kind: z.literal('figure'), figure: idSchema }),
    z.strictObject({ kind: z.literal('conditions') }),
  ]),
});

/** A text the officer records about an incident: place, operator, measures taken… */
export const detailSchema = z.strictObject({
  ...labelled,
  ...sourced,
  group: z.enum(['where', 'what', 'situation', 'caller']),
  /** area, object and medium are picked from the package's lists (free text stays possible for area and medium). */
  input: z.enum(['text', 'longText', 'area', 'object', 'medium']),
  askedAtIntake: z.boolean(),
});

export const scopeSchema = z.strictObject({
  /** What the pipeline or place is; outside ones warn and name the other plan, never block. */
  objects: z
    .array(z.strictObject({ ...labelled, ...sourced, inScope: z.boolean(), otherPlan: z.string().optional() }))
    .min(1),
  media: z.array(z.strictObject({ ...labelled, ...sourced })).min(1),
});

export const planPackageSchema = z.strictObject({
  format: z.literal(1),
  id: idSchema,
  version: z.string().min(1),
  title: z.string().min(1),
  titleEn: z.string().min(1),
  documentNumber: z.string().min(1),
  issuedOn: z.iso.date(),
  city: z.string().min(1),
  /** IANA zone of every day count and shown time. */
  timeZone: z.string().min(1),
  /** Counties and districts offered at intake. */
  areas: z.array(z.strictObject({ ...labelled })).default([]),
  units: z.array(unitSchema).min(1),
  posts: z.array(postSchema).min(1),
  details: z.array(detailSchema).min(1),
  figures: z.array(figureSchema).min(1),
  conditions: z.array(conditionSchema),
  durations: z.array(durationSchema),
  marks: z.array(markSchema),
  switches: z.array(switchSchema),
  scope: scopeSchema,
  grades: z.array(gradeSchema).min(1),
  undetermined: z.strictObject({
    label: z.string().min(1),
    labelEn: z.string().min(1),
    clockGrade: idSchema,
    ...sourced,
  }),
  levels: z.array(levelSchema).min(1),
  termination: terminationSchema,
  conservative: z.array(conservativeSchema),
  prompts: z.array(promptSchema),
  reportKinds: z.array(reportKindSchema).min(1),
  /** Which report kinds play the fixed parts in the rules. */
  reportRoles: z.strictObject({
    initial: idSchema,
    followUp: idSchema,
    final: idSchema,
    verification: idSchema,
    /** Who receives the reports that open and close follow-up windows. */
    mainRecipient: idSchema,
  }),
  reportingRules: z.array(reportingRuleSchema).min(1),
  /** remaining ≤ the longer of the two is 即将到时. */
  dueSoon: z.strictObject({ minutes: z.number().int().min(1), fractionOfInterval: z.number().gt(0).lt(1) }),
  /** Attention marks of obligations without a number, minutes after the trigger. */
  attentionMinutes: z.array(z.number().int().min(1)).min(1),
  /** Elements of the first report [plan 4.1.3(1)]. */
  initialReportElements: z.array(intakeElementSchema).min(1),
  /** Elements of follow-up and final reports [plan 4.1.3(2), (3)]. */
  followUpElements: z.array(reportElementSchema).min(1),
  finalReportElements: z.array(reportElementSchema).min(1),
  organisations: z.array(organisationSchema).default([]),
  groups: z.array(groupSchema).default([]),
  checklists: z.array(checklistSchema).default([]),
  onScene: onSceneSchema.optional(),
  superior: superiorSchema.optional(),
  delegation: delegationSchema.optional(),
  publicity: publicitySchema.optional(),
  warnings: warningsSchema.optional(),
  callTrees: callTreesSchema.optional(),
  legalTerms: z.array(legalTermSchema).default([]),
});

export type PlanPackage = z.infer<typeof planPackageSchema>;
export type PlanUnit = z.infer<typeof unitSchema>;
export type PlanPost = z.infer<typeof postSchema>;
export type PlanGrade = z.infer<typeof gradeSchema>;
export type PlanLevel = z.infer<typeof levelSchema>;
export type PlanDetail = z.infer<typeof detailSchema>;
export type PlanFigure = z.infer<typeof figureSchema>;
export type Criterion = z.infer<typeof criterionSchema>;
export type ReportingRule = z.infer<typeof reportingRuleSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
export type ReportForm = z.infer<typeof formSchema>;
