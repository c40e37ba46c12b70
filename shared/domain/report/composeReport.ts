/**
 * 首报, 续报 and 终报 as drafts: elements from the facts, then the words from the elements as they stand, so that what the
 * officer changed in an element goes into the words [plan 4.1.3, rules §7].
 */
import { chineseNumber } from '#shared/documents/officialText.ts';
import type { PlannedReportElement } from '#shared/plan/reportElements.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { DocumentContent } from '../incident/events.ts';
import { type ReportFacts, TELLINGS } from './elementTexts.ts';
import {
  initialReportBody,
  initialReportElements,
  LONGEST_ELEMENTS,
  type ReportElement,
  reportTitle,
} from './initialReport.ts';
import { originsOf } from './origins.ts';
import { BEING_VERIFIED } from './quantityText.ts';
import { dateText } from './timeText.ts';
import { labelIn, onPaper } from './words.ts';

export type ReportRole = 'initial' | 'followUp' | 'final';
const LONGEST_ELEMENT = 5000;

export type Draft = { role: ReportRole; ordinal: number };

export function composeReport(plan: PlanPackage, facts: ReportFacts, draft: Draft): DocumentContent {
  const elements = reportElements(plan, facts, draft.role);
  return {
    title: reportTitle(facts.file, titleSuffix(draft)),
    elements,
    body: reportBody(plan, facts, draft, elements),
  };
}

function titleSuffix({ role, ordinal }: Draft): string {
  if (role === 'initial') return '';
  return role === 'followUp' ? `（续报${chineseNumber(ordinal)}）` : '（终报）';
}

export function plannedElements(
  plan: PlanPackage,
  role: ReportRole,
): readonly { id: string; label: string; labelEn: string }[] {
  if (role === 'initial') return plan.initialReportElements;
  return role === 'followUp' ? plan.followUpElements : plan.finalReportElements;
}

export function reportElements(plan: PlanPackage, facts: ReportFacts, role: ReportRole): ReportElement[] {
  if (role === 'initial') {
    const from = originsOf(plan, facts.file);
    return initialReportElements(plan, facts.file).map((element) => ({ ...element, from: from(element.id) }));
  }
  const planned = role === 'followUp' ? plan.followUpElements : plan.finalReportElements;
  return planned.map((element) => elementFrom(plan, facts, element));
}

function elementFrom(
  plan: PlanPackage,
  facts: ReportFacts,
  { id, label, source }: PlannedReportElement,
): ReportElement {
  const told = source === 'typed' ? null : TELLINGS[source](plan, facts);
  if (told === null) return { id, label, text: '', state: 'missing', from: [] };
  return { id, label, text: clipped(told.text, LONGEST_ELEMENT), state: 'filled', from: told.from.slice(0, 200) };
}

export function reportBody(
  plan: PlanPackage,
  facts: ReportFacts,
  { role }: Draft,
  elements: readonly ReportElement[],
): string {
  if (role === 'initial') return initialReportBody(plan, facts.file, elements);
  const longest = Math.floor(LONGEST_ELEMENTS / Math.max(1, elements.length));
  // What is missing was listed before it is signed; a heading over nothing says nothing.
  const sections = elements
    .filter(({ state }) => state !== 'missing')
    .flatMap(({ label, text, state }, index) => [
      `${chineseNumber(index + 1)}、${label}`,
      state === 'beingVerified' ? `${BEING_VERIFIED}。` : clipped(text, longest),
    ]);
  const opening =
    role === 'followUp'
      ? `现将${onPaper(facts.file.title)}最新情况续报如下。`
      : `现将${onPaper(facts.file.title)}处置情况报告如下。`;
  return [
    `${labelIn(plan.units, plan.reportRoles.mainRecipient)}：`,
    opening,
    ...sections,
    ...(role === 'followUp' ? ['后续情况及时续报。'] : []),
    '',
    labelIn(plan.units, ownUnit(plan)) ?? '',
    dateText(facts.file.assessment.at, plan.timeZone),
  ].join('\n');
}

const clipped = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;

/** The number the next 续报 bears; other kinds have but one. */
export function nextOrdinal({ documents }: ReportFacts['file'], kind: string, role: ReportRole): number {
  if (role !== 'followUp') return 1;
  return (
    documents
      .filter((document) => document.kind === kind)
      .reduce((highest, { issue }) => Math.max(highest, issue?.ordinal ?? highest + 1), 0) + 1
  );
}
