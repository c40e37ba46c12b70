/** A report as an official paper: its words as they were signed or stand in the draft, under the desk's head. */
import type { LogHead, OfficialDocument } from '#shared/documents/document.ts';
import { readOfficialText } from '#shared/documents/officialText.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { PaperSettings } from '../desk/desk.ts';
import type { DocumentContent, Issue } from '../incident/events.ts';
import type { SignatureRow } from '../responseRows.ts';
import { dateText, timeText } from './timeText.ts';
import { labelIn } from './words.ts';

export type Signing = {
  signedOffBy: string;
  /** Missing on what was signed before papers were numbered. */
  issue: Issue | undefined;
  recordedAt: number;
  /** The signature under a sign-off by phone. */
  signature: SignatureRow | null;
};
export type PaperInput = {
  content: DocumentContent;
  /** null: a draft. */
  signing: Signing | null;
  papers: PaperSettings;
  /** Where the log stands now: what a draft is made from. */
  head: LogHead;
  isDrill: boolean;
};

export function reportPaper(plan: PlanPackage, input: PaperInput): OfficialDocument {
  const { content, signing, papers, head, isDrill } = input;
  const { addressee, blocks, closing } = readOfficialText(content.body);
  const issue = signing?.issue;
  const settings = issue ?? papers;
  return {
    masthead: settings.masthead ?? labelIn(plan.units, ownUnit(plan)) ?? '',
    number: issue?.number ?? null,
    signedOff: signing?.signedOffBy ?? null,
    title: content.title,
    addressee,
    blocks,
    closing,
    notes: signing === null ? [] : [signingText(plan, signing)],
    copies: signing !== null && issue === undefined ? [] : settings.copies,
    head: signing === null ? head : (issue?.head ?? null),
    isDrill,
  };
}

const MEANS = { inPerson: '当面', phone: '电话', written: '书面' } as const;

export function signingText(plan: PlanPackage, { signedOffBy, issue, recordedAt, signature }: Signing): string {
  const at = issue?.at ?? ({ at: recordedAt, precision: 'minute' } as const);
  const when = `${dateText(at.at, plan.timeZone).replace(/\d+月\d+日$/, '')}${timeText(at, plan.timeZone)}`;
  const post = issue?.post ? labelIn(plan.posts, issue.post) : '';
  const given = `签发：${post}${signedOffBy}，${when}${MEANS[issue?.means ?? 'written']}签发`;
  if (issue?.means !== 'phone') return `${given}。`;
  const signed = signature?.signed ?? null;
  if (signed === null) return `${given}，待补签。`;
  return `${given}，${signed.by}于${timeText({ at: signed.at, precision: 'minute' }, plan.timeZone)}补签。`;
}
