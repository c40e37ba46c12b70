/**
 * What is filled in when a report is recorded, whether from the board, from the phone or as a paper: pure, from the form
 * to the command. What the report would meet is offered per recipient (shared/domain/report/reportOffer.ts).
 */
import { NO_TIME, type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { ownUnit } from '#shared/domain/checks.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { alongside, type Offer, offersFor, type ReportChoice } from '#shared/domain/report/reportOffer.ts';
import type { ReportForm as Form, PlanPackage } from '#shared/plan/schema.ts';

export type ReportForm = {
  /** Chosen once per intent, so that trying again is the same report. */
  reportId: string;
  unit: string;
  /** Whom it is about: ticked unless the officer says otherwise. */
  to: string;
  kind: string;
  form: Form;
  demandId: string | null;
  /** Left empty: now. */
  sent: TimeValue;
  /** By unit: who is told besides, or is not told after all. */
  ticks: Record<string, boolean>;
  receiver: string;
  readBack: boolean;
  signedOffBy: string;
  /** How a paper goes: fax, courier. */
  via: string;
  note: string;
};

export function newReportForm({ unit, to, kind, form, demandId }: ReportChoice, reportId: string): ReportForm {
  return {
    reportId,
    unit,
    to,
    kind,
    form,
    demandId,
    sent: NO_TIME,
    ticks: {},
    receiver: '',
    readBack: false,
    signedOffBy: '',
    via: '',
    note: '',
  };
}

/** `isCopy`: owed nothing yet, but the same report is owed there at the same time (同时报告). */
export type Recipient = Offer & { isTicked: boolean; isCopy: boolean };

/** Whom it is about first, then whoever else it would meet something for, then whoever was added. */
export function recipientsOf(plan: PlanPackage, incident: IncidentRow, form: ReportForm): Recipient[] {
  const { unit, to: main, kind, demandId, sent, ticks } = form;
  const choice = { unit, kind, form: form.form, demandId, sent: sent.timed };
  const offers = offersFor(plan, incident.assessment.obligations, choice);
  const of = (to: string): Offer => offers.find((offer) => offer.to === to) ?? { to, rows: [], isOwed: false };
  const added = Object.keys(ticks).filter((to) => ticks[to]);
  const asked = [...new Set([main, ...offers.map(({ to }) => to), ...added])];
  const isTicked = (to: string) => ticks[to] ?? to === main;
  const copies = alongside(plan, incident.assessment, form, asked.filter(isTicked));
  const all = [...new Set([...asked, ...copies])];
  return all.map((to) => ({ ...of(to), isTicked: isTicked(to), isCopy: copies.includes(to) }));
}

export type ReportProblem = 'recipients' | 'sent' | 'signedOffBy';

/** What keeps it from being recorded; a receiver's name is asked for, never required at 3 a.m. */
export function reportProblems(plan: PlanPackage, form: ReportForm, recipients: readonly Recipient[]): ReportProblem[] {
  const problems: ReportProblem[] = [];
  if (!recipients.some(({ isTicked }) => isTicked)) problems.push('recipients');
  if (form.sent.timed === null && timeKind(form.sent) !== 'empty') problems.push('sent');
  if (needsSignature(plan, form) && form.signedOffBy.trim() === '') problems.push('signedOffBy');
  return problems;
}

/** Our own paper does not leave without a signature; another unit's is only noted as it arrived. */
export const needsSignature = (plan: PlanPackage, { form, unit }: Pick<ReportForm, 'form' | 'unit'>): boolean =>
  form === 'written' && unit === ownUnit(plan);

export type ReportExtra = { sender?: string; documentId?: string; keysPressed?: number };

export function reportCommand(
  plan: PlanPackage,
  incidentId: string,
  form: ReportForm,
  recipients: readonly Recipient[],
  extra: ReportExtra = {},
): CommandInput {
  const text = (key: 'receiver' | 'signedOffBy' | 'via' | 'note') => {
    const value = form[key].trim();
    return value === '' ? {} : { [key]: value };
  };
  const own = form.unit === ownUnit(plan);
  return {
    type: 'RecordReport',
    incidentId,
    reportId: form.reportId,
    ...(own ? {} : { unit: form.unit }),
    kind: form.kind,
    form: form.form,
    recipients: recipients.filter(({ isTicked }) => isTicked).map(({ to }) => to),
    ...(form.sent.timed === null ? {} : { sentAt: timedInput(form.sent.timed) }),
    ...text('receiver'),
    ...(needsSignature(plan, form) ? text('signedOffBy') : {}),
    ...(form.form === 'written' ? text('via') : {}),
    ...(own && form.form === 'phone' ? { readBack: form.readBack } : {}),
    ...(form.demandId === null ? {} : { demandId: form.demandId }),
    ...text('note'),
    ...extra,
  };
}
