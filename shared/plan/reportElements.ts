/**
 * What follow-up and final reports are made of [plan 4.1.3(2), (3)]: each package names its own, with its clauses.
 */
import { z } from 'zod';
import { labelled, sourced } from './basics.ts';

/**
 * Where an element's words come from:
 * overview: when, where, what · changes: what differs from what was last reported · counts: all figures · decisions: grade
 * and levels · handling: groups, units, tasks · derived: what happened besides · instructions: 批示 and how they were carried
 * out · requests: to superiors · course: the night in its order · result: how it ended · recovery: what stood still and runs
 * again · typed: by the officer alone.
 */
export const reportElementSchema = z.strictObject({
  ...labelled,
  ...sourced,
  source: z.enum([
    'overview',
    'changes',
    'counts',
    'decisions',
    'handling',
    'derived',
    'instructions',
    'requests',
    'course',
    'result',
    'recovery',
    'typed',
  ]),
});
export type PlannedReportElement = z.infer<typeof reportElementSchema>;
