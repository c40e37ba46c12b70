/** Every paper of an incident: its signed reports, and what can be made of it besides; which there are, and each by its id. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import {
  type DocumentContent,
  EVALUATION_KIND,
  INSTRUCTION_KIND,
  isOwnKind,
  NOTICE_KIND,
  type OwnKind,
} from '../incident/events.ts';
import { reportPaper, type Signing } from '../report/reportPaper.ts';
import { timeText } from '../report/timeText.ts';
import { labelIn } from '../report/words.ts';
import type { ResponseFile } from '../responseRows.ts';
import type { DocumentRow, IncidentFile } from '../rows.ts';
import { callRegister } from './callRegister.ts';
import { evaluationRecord } from './evaluationRecord.ts';
import { incidentLog } from './incidentLog.ts';
import { instructionSheet } from './instructionSheet.ts';
import { type PaperContext, type PaperFacts, recordPaper } from './paper.ts';
import { phoneRecordPaper, scriptPaper } from './phonePapers.ts';
import { noticeContent, responseNotice, signedNotice, titleOf } from './responseNotice.ts';
import { recordContent, signedRecord } from './signedRecord.ts';
import { noticesOfWarning, warningNotice } from './warningNotice.ts';

export const SIGNED = 'signed';
export type PaperKind =
  | typeof SIGNED
  | 'calls'
  | 'script'
  | 'phone'
  | 'notice'
  | 'instruction'
  | 'log'
  | 'evaluation'
  | 'warning';
export type PaperRow = { id: string; kind: PaperKind /** What it is about, and when. */; about: string };

type Listed = Pick<PaperFacts, 'file' | 'response' | 'warning'>;

export function listPapers(plan: PlanPackage, { file, response, warning = null }: Listed): PaperRow[] {
  const minute = (at: number) => timeText({ at, precision: 'minute' }, plan.timeZone);
  const signed = file.documents.filter(({ kind }) => !isOwnKind(kind));
  return [
    ...signed.map(({ documentId, content, issue }): PaperRow => {
      const version = issue !== undefined && issue.version > 1 ? `（第${issue.version}版）` : '';
      return { id: `${SIGNED}:${documentId}`, kind: SIGNED, about: `${content.title}${version}` };
    }),
    ...(warning === null ? [] : noticesOfWarning(warning)).map(
      (of): PaperRow => ({
        id: `warning:${of}`,
        kind: 'warning',
        about: of === 'release' ? '解除' : `第${of}版`,
      }),
    ),
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

type PaperSubject = Pick<PaperFacts, 'file' | 'response'>;

/** What is signed and numbered besides the reports, by its paper's id. */
export type Signable = { kind: OwnKind; noticeOf?: string };

export function signableOf({ response }: PaperSubject, id: string): Signable | null {
  const [kind, of = ''] = id.split(/:(.*)/s);
  if (kind === 'evaluation') return { kind: EVALUATION_KIND };
  if (kind === 'notice')
    return response.history.some(({ entryId }) => entryId === of) ? { kind: NOTICE_KIND, noticeOf: of } : null;
  const instruction =
    kind === 'instruction' ? response.instructions.find((row) => row.instructionId === of) : undefined;
  return instruction === undefined ? null : { kind: INSTRUCTION_KIND, noticeOf: instruction.entryId };
}

/** The paper of which a signed document is a version; null for a report. */
export function paperIdOf({ entries }: IncidentFile, { kind, noticeOf }: DocumentRow): string | null {
  if (!isOwnKind(kind)) return null;
  if (kind !== INSTRUCTION_KIND) return kind === EVALUATION_KIND ? 'evaluation' : `notice:${noticeOf}`;
  const entry = entries.find(({ entryId }) => entryId === noticeOf);
  return `instruction:${(entry?.payload as { instructionId?: string } | undefined)?.instructionId}`;
}

/** As the facts make it now, signed or not; null where there is nothing that it is about. */
export function signableDraft(context: PaperContext, facts: PaperFacts, { kind, noticeOf }: Signable) {
  const { file, response } = facts;
  switch (kind) {
    case EVALUATION_KIND:
      return evaluationRecord(context, facts);
    case INSTRUCTION_KIND: {
      const row = response.instructions.find(({ entryId }) => entryId === noticeOf);
      return row === undefined ? null : instructionSheet(context, file, row);
    }
    case NOTICE_KIND: {
      const entry = response.history.find(({ entryId }) => entryId === noticeOf);
      return entry === undefined ? null : responseNotice(context, file, response, entry);
    }
  }
}

/** What of it is signed. */
export const contentOf = (kind: OwnKind, draft: OfficialDocument): DocumentContent =>
  kind === NOTICE_KIND ? noticeContent(draft) : recordContent(draft);

/** Its signed versions, oldest first. */
export const versionsOf = (file: IncidentFile, { kind, noticeOf }: Signable): DocumentRow[] =>
  file.documents.filter((document) => document.kind === kind && document.noticeOf === noticeOf);

export function signingOf({ signatures }: ResponseFile, document: DocumentRow): Signing {
  const { signedOffBy, issue, recordedAt, entryId } = document;
  return { signedOffBy, issue, recordedAt, signature: signatures.find(({ of }) => of === entryId) ?? null };
}

export function asSigned(
  plan: PlanPackage,
  response: ResponseFile,
  draft: OfficialDocument,
  document: DocumentRow,
): OfficialDocument {
  const read = document.kind === NOTICE_KIND ? signedNotice : signedRecord;
  return read(plan, draft, document.content, signingOf(response, document));
}

/** A signed paper exactly as it was signed, also where what it is about was struck since. */
export function signedPaper(context: PaperContext, facts: PaperFacts, document: DocumentRow): OfficialDocument {
  const { plan, papers, head, isDrill } = context;
  const { response } = facts;
  const { kind, noticeOf, content } = document;
  const signing = signingOf(response, document);
  if (isOwnKind(kind)) {
    const draft = signableDraft(context, facts, { kind, ...(noticeOf !== undefined && { noticeOf }) });
    if (draft !== null) return asSigned(plan, response, draft, document);
    if (kind !== NOTICE_KIND) return signedRecord(plan, recordPaper(context, content.title, []), content, signing);
  }
  return reportPaper(plan, { content, signing, papers, head, isDrill });
}

const NO_WARNING = { versions: [], released: null, recipientRows: [] };

/** null where there is no such paper, e.g. of an instruction that was struck since. */
export function makePaper(context: PaperContext, facts: PaperFacts, id: string): OfficialDocument | null {
  const { file, response, words } = facts;
  const [kind, of] = id.split(/:(.*)/s);
  switch (kind as PaperKind) {
    case SIGNED: {
      const document = file.documents.find(({ documentId }) => documentId === of);
      return document === undefined ? null : signedPaper(context, facts, document);
    }
    case 'warning': {
      const notice = noticesOfWarning(facts.warning ?? NO_WARNING).find((each) => String(each) === of);
      return notice === undefined ? null : warningNotice(context, facts.warning ?? NO_WARNING, notice);
    }
    case 'calls':
      return callRegister(context, file);
    case 'script':
      return scriptPaper(context, facts, context.plan.reportRoles.mainRecipient);
    case 'phone': {
      const report = file.reports.find(({ reportId }) => reportId === of);
      return report === undefined ? null : phoneRecordPaper(context, file, report);
    }
    case 'log':
      return incidentLog(context, file, words);
    case 'notice':
    case 'instruction':
    case 'evaluation': {
      const signable = signableOf(facts, id);
      const draft = signable === null ? null : signableDraft(context, facts, signable);
      if (signable === null || draft === null) return null;
      const signed = versionsOf(file, signable).at(-1);
      return signed === undefined ? draft : asSigned(context.plan, response, draft, signed);
    }
    default:
      return null;
  }
}
