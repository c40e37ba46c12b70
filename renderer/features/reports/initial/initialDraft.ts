/**
 * The draft of a first report: what the officer changed, laid over what the facts say. Changes stay in the draft; a fact
 * is corrected in the incident. Pure.
 */
import type { DocumentRow, IncidentFile, IncidentRow } from '#shared/contract/rows.ts';
import type { DocumentContent } from '#shared/domain/incident/events.ts';
import { initialReport, initialReportBody, type ReportElement } from '#shared/domain/report/initialReport.ts';
import { BEING_VERIFIED } from '#shared/domain/report/quantityText.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

export type InitialDraft = {
  /** null: as made from the facts. */
  title: string | null;
  /** By element; what is not here follows the facts. */
  elements: Record<string, string>;
  /** null: written from the elements. */
  body: string | null;
  signedOffBy: string;
};

export const emptyDraft: InitialDraft = { title: null, elements: {}, body: null, signedOffBy: '' };

export function draftContent(plan: PlanPackage, row: IncidentRow, draft: InitialDraft): DocumentContent {
  const fromFacts = initialReport(plan, row);
  const elements = fromFacts.elements.map((element) => overlaid(element, draft.elements[element.id]));
  return {
    title: draft.title ?? fromFacts.title,
    elements,
    body: draft.body ?? initialReportBody(plan, row, elements),
  };
}

function overlaid(element: ReportElement, typed: string | undefined): ReportElement {
  if (typed === undefined) return element;
  const text = typed.trim();
  if (text === '') return { ...element, text: '', state: 'missing' };
  return { ...element, text, state: text === BEING_VERIFIED || /^[?？]$/.test(text) ? 'beingVerified' : 'filled' };
}

export const inState = (content: DocumentContent, state: ReportElement['state']): ReportElement[] =>
  content.elements.filter((element) => element.state === state);

/** Signed versions of this kind, oldest first, with the report that sent each. */
export type Version = { number: number; document: DocumentRow; sent: IncidentFile['reports'] };

export function versionsOf(file: IncidentFile, kind: string): Version[] {
  return file.documents
    .filter((document) => document.kind === kind)
    .map((document, index) => ({
      number: index + 1,
      document,
      sent: file.reports.filter((report) => report.documentId === document.documentId && !report.struck),
    }));
}
