/**
 * Packages that incidents were pinned to before packages named the elements of follow-up and final reports: they stay in a
 * desk's file as they are, under their hash, and mean the lists that held for all packages then. A package that ships says
 * its own, or is refused.
 */
import type { PlannedReportElement } from './reportElements.ts';

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
const FOLLOW_UP_ELEMENTS: readonly PlannedReportElement[] = [
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
const FINAL_ELEMENTS: readonly PlannedReportElement[] = [
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

/** As it is to be parsed; what a package says itself is never touched. */
export function readKeptPackage(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  return { followUpElements: FOLLOW_UP_ELEMENTS, finalReportElements: FINAL_ELEMENTS, ...raw };
}
