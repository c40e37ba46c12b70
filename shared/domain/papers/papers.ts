/** Every paper of an incident: its signed reports, and what can be made of it besides; which there are, and each by its id. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { reportPaper, type Signing } from '../report/reportPaper.ts';
import { timeText } from '../report/timeText.ts';
import { labelIn } from '../report/words.ts';
import type { ResponseFile } from '../responseRows.ts';
import type { DocumentRow, IncidentFile } from '../rows.ts';
import { callRegister } from './callRegister.ts';
import { evaluationRecord } from './evaluationRecord.ts';
import { incidentLog } from './incidentLog.ts';
import { instructionSheet } from './instructionSheet.ts';
import type { PaperContext, PaperFacts } from './paper.ts';
import { phoneRecordPaper, scriptPaper } from './phonePapers.ts';
import { responseNotice, signedNotice, titleOf } from './responseNotice.ts';

export const SIGNED = 'signed';
export type PaperKind = typeof SIGNED | 'calls' | 'script' | 'phone' | 'notice' | 'instruction' | 'log' | 'evaluation';
export type PaperRow = { id: string; kind: PaperKind /** What it is about, and when. */; about: string };

export function listPapers(plan: PlanPackage, { file, response }: Pick<PaperFacts, 'file' | 'response'>): PaperRow[] {
  const minute = (at: number) => timeText({ at, precision: 'minute' }, plan.timeZone);
  const signed = file.documents.filter(({ noticeOf }) => noticeOf === undefined);
  return [
    ...signed.map(({ documentId, content, issue }): PaperRow => {
      const version = issue !== undefined && issue.version > 1 ? `（第${issue.version}版）` : '';
      return { id: `${SIGNED}:${documentId}`, kind: SIGNED, about: `${content.title}${version}` };
    }),
    { id: 'calls', kind: 'calls', about: '' },
    { id: 'script', kind: 'script', about: '' },
    ...file.reports
      .filter(({ form }) => form === 'phone')
      .map(({ reportId, sent, kind, recipients }): PaperRow => {
        const to = recipients.map((id) => labelIn(plan.units, id)).join('、');
        return {
          id: `phone:${reportId}`,
          kind: 'phone',
          about: `${minute(sent.at)} ${labelIn(plan.reportKinds, kind)} → ${to}`,
        };
      }),
    ...response.history.map(
      (entry): PaperRow => ({
        id: `notice:${entry.entryId}`,
        kind: 'notice',
        about: `${minute(entry.decision.at.at)} ${titleOf(plan, entry)}`,
      }),
    ),
    ...response.instructions.map(
      ({ instructionId, receivedAt, from }): PaperRow => ({
        id: `instruction:${instructionId}`,
        kind: 'instruction',
        about: `${minute(receivedAt)} ${from}`,
      }),
    ),
    { id: 'log', kind: 'log', about: `共${file.entries.length}条` },
    { id: 'evaluation', kind: 'evaluation', about: '' },
  ];
}

/** As the facts make it now, signed or not; null where the decision is not there. */
export function noticeDraft(
  context: PaperContext,
  { file, response }: NoticeFacts,
  entryId: string,
): OfficialDocument | null {
  const entry = response.history.find((row) => row.entryId === entryId);
  return entry === undefined ? null : responseNotice(context, file, response, entry);
}
type NoticeFacts = Pick<PaperFacts, 'file' | 'response'>;

/** Its signed versions, oldest first. */
export const noticesOf = (file: IncidentFile, entryId: string): DocumentRow[] =>
  file.documents.filter(({ noticeOf }) => noticeOf === entryId);

export function signingOf({ signatures }: ResponseFile, document: DocumentRow): Signing {
  const { signedOffBy, issue, recordedAt, entryId } = document;
  return { signedOffBy, issue, recordedAt, signature: signatures.find(({ of }) => of === entryId) ?? null };
}

export const noticeAsSigned = (
  plan: PlanPackage,
  response: ResponseFile,
  draft: OfficialDocument,
  document: DocumentRow,
): OfficialDocument => signedNotice(plan, draft, document.content, signingOf(response, document));

/** A signed paper, report or notice, exactly as it was signed. */
export function signedPaper(context: PaperContext, facts: NoticeFacts, document: DocumentRow): OfficialDocument {
  const { plan, papers, head, isDrill } = context;
  const { response } = facts;
  const draft = document.noticeOf === undefined ? null : noticeDraft(context, facts, document.noticeOf);
  if (draft !== null) return noticeAsSigned(plan, response, draft, document);
  return reportPaper(plan, {
    content: document.content,
    signing: signingOf(response, document),
    papers,
    head,
    isDrill,
  });
}

/** null where there is no such paper, e.g. of an instruction that was struck since. */
export function makePaper(context: PaperContext, facts: PaperFacts, id: string): OfficialDocument | null {
  const { file, response, words } = facts;
  const [kind, of] = id.split(/:(.*)/s);
  switch (kind as PaperKind) {
    case SIGNED: {
      const document = file.documents.find(({ documentId }) => documentId === of);
      return document === undefined ? null : signedPaper(context, facts, document);
    }
    case 'calls':
      return callRegister(context, file);
    case 'script':
      return scriptPaper(context, facts, context.plan.reportRoles.mainRecipient);
    case 'phone': {
      const report = file.reports.find(({ reportId }) => reportId === of);
      return report === undefined ? null : phoneRecordPaper(context, file, report);
    }
    case 'notice': {
      const draft = noticeDraft(context, facts, of ?? '');
      const signed = noticesOf(file, of ?? '').at(-1);
      return draft === null || signed === undefined ? draft : noticeAsSigned(context.plan, response, draft, signed);
    }
    case 'instruction': {
      const row = response.instructions.find(({ instructionId }) => instructionId === of);
      return row === undefined ? null : instructionSheet(context, file, row);
    }
    case 'log':
      return incidentLog(context, file, words);
    case 'evaluation':
      return evaluationRecord(context, facts);
    default:
      return null;
  }
}
