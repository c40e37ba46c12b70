/**
 * The first report 首报: the elements the plan asks for, each filled, being verified or missing, and a draft of its words.
 * A missing element never blocks; it is listed before the paper is signed [plan 4.1.3(1)].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { DocumentContent } from '../incident/events.ts';
import type { IncidentRow } from '../rows.ts';
import { BEING_VERIFIED } from './quantityText.ts';
import { dateText, timeText } from './timeText.ts';
import { detailText, figureText, gradeText, labelIn, levelText, natureText, onPaper } from './words.ts';

export type ReportElement = DocumentContent['elements'][number];
type PlannedElement = PlanPackage['initialReportElements'][number];

const LONGEST_TITLE = 200;
/** Of all elements together, so that whatever was recorded still makes a document that can be signed. */
export const LONGEST_ELEMENTS = 18_000;

export function initialReport(plan: PlanPackage, row: IncidentRow): DocumentContent {
  const elements = initialReportElements(plan, row);
  return { title: reportTitle(row), elements, body: initialReportBody(plan, row, elements) };
}

/** The incident's name gives way, never what the report is. */
export function reportTitle({ title }: Pick<IncidentRow, 'title'>, suffix = ''): string {
  const frame = `关于情况的报告${suffix}`.length;
  return `关于${onPaper(title).slice(0, LONGEST_TITLE - frame)}情况的报告${suffix}`;
}

export function initialReportElements(plan: PlanPackage, row: IncidentRow): ReportElement[] {
  return plan.initialReportElements.map((element) => {
    const { id, label } = element;
    const { text, isKnown, wasAsked } = said(plan, row, element);
    if (isKnown) return { id, label, text, state: 'filled' };
    return wasAsked
      ? { id, label, text: BEING_VERIFIED, state: 'beingVerified' }
      : { id, label, text: '', state: 'missing' };
  });
}

type Said = { text: string; isKnown: boolean; wasAsked: boolean };

function said(plan: PlanPackage, row: IncidentRow, { source }: PlannedElement): Said {
  switch (source.kind) {
    case 'time': {
      const { occurred, discovered, received } = row.assessment.times;
      const time = { occurredAt: occurred, discoveredAt: discovered, receivedAt: received }[source.time];
      return known(time === null ? null : timeText(time, plan.timeZone), true);
    }
    case 'detail': {
      const detail = plan.details.find(({ id }) => id === source.detail);
      const text = detail === undefined ? null : detailText(plan, row, detail);
      return known(text, row.details[source.detail] !== undefined);
    }
    case 'figure': {
      const text = figureText(plan, row, source.figure);
      return known(text === BEING_VERIFIED ? null : text, text !== null);
    }
    case 'conditions':
      return known(natureText(plan, row), true);
  }
}

const known = (text: string | null, wasAsked: boolean): Said => ({
  text: text ?? '',
  isKnown: text !== null,
  wasAsked,
});

/** Plain official Chinese from the elements as they stand, to be edited before it is signed. */
export function initialReportBody(plan: PlanPackage, row: IncidentRow, elements: readonly ReportElement[]): string {
  const sourceOf = (id: string) => plan.initialReportElements.find((element) => element.id === id)?.source.kind;
  const longest = Math.floor(LONGEST_ELEMENTS / Math.max(1, elements.length));
  const words = ({ state, text }: ReportElement) => {
    if (state !== 'filled') return BEING_VERIFIED;
    return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  };
  const isCount = ({ id }: ReportElement) => sourceOf(id) === 'figure';
  const counts = elements.filter(isCount).map((element) => `${element.label}${words(element)}`);
  const firstCount = elements.find(isCount);
  // In the plan's order; the counts are one sentence, where the first of them stands.
  const lines = elements.flatMap((element) => {
    if (element === firstCount) return [`${counts.join('，')}。`];
    return isCount(element) ? [] : [`${element.label}：${words(element)}。`];
  });
  return [
    `${labelIn(plan.units, plan.reportRoles.mainRecipient)}：`,
    `现将${onPaper(row.title)}有关情况报告如下。`,
    ...lines,
    `${gradeText(plan, row)}，${levelText(plan, row)}。后续情况及时续报。`,
    '',
    labelIn(plan.units, ownUnit(plan)) ?? '',
    dateText(row.assessment.at, plan.timeZone),
  ].join('\n');
}
