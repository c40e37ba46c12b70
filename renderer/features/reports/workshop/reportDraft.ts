/**
 * The draft of a report: what the officer changed, laid over what the facts say. Each change keeps the words it was made
 * over, so that new facts are noticed and can be taken over for that element alone. Pure.
 */
import type { DecisionForm } from '#renderer/app/act/decisionForm.ts';
import type { DocumentRow, IncidentFile } from '#shared/contract/rows.ts';
import type { DocumentContent } from '#shared/domain/incident/events.ts';
import { composeReport, type Draft, reportBody } from '#shared/domain/report/composeReport.ts';
import type { ReportFacts } from '#shared/domain/report/elementTexts.ts';
import type { ReportElement } from '#shared/domain/report/initialReport.ts';
import { BEING_VERIFIED } from '#shared/domain/report/quantityText.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { NOT_SIGNED } from '../sign/signOff.ts';

/** Typed over `basis`, which is what the facts said then. */
export type Typed = { text: string; basis: string };

export type ReportDraft = {
  /** null: as made from the facts. */
  title: string | null;
  /** By element; what is not here follows the facts. */
  elements: Record<string, Typed>;
  /** null: written from the elements. */
  body: Typed | null;
  signOff: DecisionForm;
  /** The document this is a new version of, where that was chosen. */
  revises: string | null;
};

export const emptyDraft: ReportDraft = {
  title: null,
  elements: {},
  body: null,
  signOff: NOT_SIGNED,
  revises: null,
};

export type DraftElement = ReportElement & {
  /** What the facts say now. */
  fact: string;
  /** The facts changed since it was typed over. */
  isStale: boolean;
};
export type Drafted = {
  content: DocumentContent;
  elements: DraftElement[];
  /** The words as the elements make them. */
  bodyFromElements: string;
  /** Words written by hand, over elements that changed since. */
  isBodyStale: boolean;
};

export function draftReport(plan: PlanPackage, facts: ReportFacts, kind: Draft, draft: ReportDraft): Drafted {
  const fromFacts = composeReport(plan, facts, kind);
  const elements = fromFacts.elements.map((element) => overlaid(element, draft.elements[element.id]));
  const stored = elements.map(({ fact: _fact, isStale: _isStale, ...element }) => element);
  const bodyFromElements = reportBody(plan, facts, kind, stored);
  return {
    content: {
      title: draft.title ?? fromFacts.title,
      elements: stored,
      body: draft.body?.text ?? bodyFromElements,
    },
    elements,
    bodyFromElements,
    isBodyStale: draft.body !== null && draft.body.basis !== bodyFromElements,
  };
}

/** As it is shown in its field. */
export const shownText = ({ text, state }: Pick<ReportElement, 'text' | 'state'>): string =>
  state === 'beingVerified' ? BEING_VERIFIED : text;

function overlaid(element: ReportElement, typed: Typed | undefined): DraftElement {
  const fact = shownText(element);
  if (typed === undefined) return { ...element, fact, isStale: false };
  const text = typed.text.trim();
  const changed = { ...element, byHand: true as const, fact, isStale: typed.basis !== fact };
  if (text === '') return { ...changed, text: '', state: 'missing' };
  return { ...changed, text, state: text === BEING_VERIFIED || /^[?？]$/.test(text) ? 'beingVerified' : 'filled' };
}

/** The field's own words, half-typed included. */
export const fieldText = (element: DraftElement, draft: ReportDraft): string =>
  draft.elements[element.id]?.text ?? shownText(element);

export function withTyped(draft: ReportDraft, element: DraftElement, text: string): ReportDraft {
  const basis = draft.elements[element.id]?.basis ?? element.fact;
  return { ...draft, elements: { ...draft.elements, [element.id]: { text, basis } } };
}

/** Back to what the facts say. */
export function withoutTyped(draft: ReportDraft, id: string): ReportDraft {
  const { [id]: _, ...elements } = draft.elements;
  return { ...draft, elements };
}

export const inState = (content: DocumentContent, state: ReportElement['state']): ReportElement[] =>
  content.elements.filter((element) => element.state === state);

/** Signed versions of this kind, oldest first, with the reports that sent each. */
export type Version = { document: DocumentRow; ordinal: number; version: number; sent: IncidentFile['reports'] };

export function versionsOf(file: IncidentFile, kind: string): Version[] {
  return file.documents
    .filter((document) => document.kind === kind)
    .map((document, index) => ({
      document,
      ordinal: document.issue?.ordinal ?? 1,
      version: document.issue?.version ?? index + 1,
      sent: file.reports.filter((report) => report.documentId === document.documentId && !report.struck),
    }));
}
