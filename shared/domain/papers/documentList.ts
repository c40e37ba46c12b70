/** 文书 of an incident, one row each: what it is, its number and version, how far it is, and what of the log it was made from. */
import type { LogHead } from '#shared/documents/document.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { isOwnKind } from '../incident/events.ts';
import { isSameUnit } from '../parties.ts';
import type { DocumentRow } from '../rows.ts';
import type { PaperFacts } from './paper.ts';
import { listPapers, type PaperKind, type PaperRow, SIGNED, signableOf, signingOf, versionsOf } from './papers.ts';

/** onRequest: a record, made anew whenever it is opened · received: everyone it was sent to confirmed it. */
export type DocumentState = 'draft' | 'signed' | 'sent' | 'received' | 'onRequest';
export type ListedDocument = {
  /** The paper's id: what opens it. */
  id: string;
  kind: PaperKind;
  /** Of a report: its kind in the plan. */
  reportKind: string | null;
  about: string;
  number: string | null;
  version: number | null;
  state: DocumentState;
  /** Signed by phone and not signed for yet. */
  isToBeSigned: boolean;
  /** null: of now. */
  head: LogHead | null;
};

type Facts = Pick<PaperFacts, 'file' | 'response' | 'warning'>;

/** What is signed first, the newest on top; then what waits for a signature; then the records. */
export function listDocuments(plan: PlanPackage, facts: Facts): ListedDocument[] {
  const listed = listPapers(plan, facts).map((row) => listedOf(facts, row));
  const rank = { signed: 0, sent: 0, received: 0, draft: 1, onRequest: 2 };
  return listed.toSorted((a, b) => rank[a.state] - rank[b.state] || positionOf(b) - positionOf(a));
}

const positionOf = ({ head }: ListedDocument): number => head?.position ?? 0;

function listedOf(facts: Facts, { id, kind, about }: PaperRow): ListedDocument {
  const document = documentOf(facts, id);
  const row = { id, kind, about, reportKind: null, number: null, version: null, isToBeSigned: false, head: null };
  if (kind === 'warning') return { ...row, ...goneOut(facts, id) };
  if (document === undefined) return { ...row, state: kind === 'notice' ? 'draft' : 'onRequest' };
  const signature = signingOf(facts.response, document).signature;
  return {
    ...row,
    reportKind: isOwnKind(document.kind) ? null : document.kind,
    number: document.issue?.number ?? null,
    version: document.issue?.version ?? 1,
    state: stateOf(facts, document),
    isToBeSigned: signature !== null && signature.signed === null,
    head: document.issue?.head ?? null,
  };
}

/** A warning's notice went out with its act: it is signed, and under its number where it has one. */
function goneOut({ warning }: Facts, id: string) {
  const version = warning?.versions.find((each) => id === `warning:${each.version}`);
  const notice = version?.notice ?? warning?.released?.notice;
  const head = notice?.head ?? null;
  return { number: notice?.number ?? null, version: version?.version ?? null, state: 'signed', head } as const;
}

function documentOf(facts: Facts, id: string): DocumentRow | undefined {
  const { file } = facts;
  const [kind, of = ''] = id.split(/:(.*)/s);
  const signable = signableOf(facts, id);
  if (signable !== null) return versionsOf(file, signable).at(-1);
  return kind === SIGNED ? file.documents.find(({ documentId }) => documentId === of) : undefined;
}

function stateOf({ file }: Facts, { documentId, dispatches }: DocumentRow): DocumentState {
  if (dispatches.length > 0) {
    const isThere = dispatches.every(({ recipients, receipts }) =>
      recipients.every((unit) => receipts.some(({ recipient }) => isSameUnit(recipient, unit))),
    );
    return isThere ? 'received' : 'sent';
  }
  const sent = file.reports.filter((report) => report.documentId === documentId && !report.struck);
  if (sent.length === 0) return 'signed';
  const isReceived = sent.every(({ recipients, receipts }) =>
    recipients.every((recipient) => receipts.some((receipt) => receipt.recipient === recipient)),
  );
  return isReceived ? 'received' : 'sent';
}
