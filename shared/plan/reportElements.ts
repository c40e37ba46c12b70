/**
 * What follow-up and final reports are made of [plan 4.1.3(2), (3)]. A package may name its own; where it says nothing,
 * these hold, so that older packages keep working.
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

const of =
  (clause: string) =>
  (id: string, label: string, labelEn: string, source: PlannedReportElement['source']): PlannedReportElement => ({
    id,
    label,
    labelEn,
    clause,
    provenance: 'plan',
    source,
  });

const followUp = of('4.1.3(2)');
export const FOLLOW_UP_ELEMENTS: PlannedReportElement[] = [
  followUp('changes', '最新情况', 'Latest developments', 'changes'),
  followUp('counts', '人员及损失', 'Casualties and losses', 'counts'),
  followUp('decisions', '认定与响应', 'Grade and response', 'decisions'),
  followUp('handling', '处置进展', 'Handling', 'handling'),
  followUp('derived', '次生衍生情况', 'Derived events', 'derived'),
  followUp('instructions', '领导批示落实情况', 'Instructions carried out', 'instructions'),
  followUp('requests', '请求事项', 'Requests', 'requests'),
  followUp('next', '下一步工作', 'Next steps', 'typed'),
];

const final = of('4.1.3(3)');
export const FINAL_ELEMENTS: PlannedReportElement[] = [
  final('overview', '基本情况', 'Overview', 'overview'),
  final('counts', '人员及损失', 'Casualties and losses', 'counts'),
  final('course', '处置经过', 'Course of events', 'course'),
  final('result', '处置结果', 'Result', 'result'),
  final('instructions', '领导批示落实情况', 'Instructions carried out', 'instructions'),
  final('stability', '社会稳定情况', 'Social stability', 'typed'),
  final('aftermath', '善后处置', 'Aftermath', 'typed'),
  final('recovery', '恢复重建', 'Recovery', 'recovery'),
  final('investigation', '调查评估', 'Investigation and evaluation', 'typed'),
];
