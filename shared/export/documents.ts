/** The papers that go with an exported incident: those signed, as they were signed, and every record that can be made. */
import type { OfficialDocument } from '#shared/documents/document.ts';
import { listPapers, makePaper, paperIdOf, SIGNED, signedPaper } from '#shared/domain/papers/papers.ts';
import { capMessages } from '#shared/domain/warning/cap.ts';
import { type ExportFacts, plainName, wordsOf } from './facts.ts';
import { DOCUMENTS_FOLDER } from './format.ts';

/** `text`: of a signed paper, the words exactly as they were signed. */
export type ExportDocument = { name: string; title: string; document: OfficialDocument; text: string | null };

/** A script for a call to come is no record; what was signed stands apart, with its words. */
const NO_RECORD = ['script', SIGNED];

export function exportDocuments(facts: ExportFacts): ExportDocument[] {
  const { plan, file, response, papers, head, isDrill, exportedAt } = facts;
  const context = { plan, papers, head, isDrill, at: exportedAt };
  const caller = { ...facts.exportedBy, callback: null, requests: null };
  const paperFacts = {
    file,
    response,
    warning: facts.warning,
    caller,
    words: (row: ExportFacts['file']['entries'][number]) => wordsOf(facts, row),
  };
  const signed = file.documents.map((row) => {
    const { content, issue } = row;
    const version = issue !== undefined && issue.version > 1 ? `（第${issue.version}版）` : '';
    return {
      title: `${content.title}${version}`,
      document: signedPaper(context, paperFacts, row),
      // The words of a paper with tables are in the log, part by part.
      text: content.blocks === undefined ? content.body : null,
    };
  });
  const signedIds = new Set(file.documents.map((row) => paperIdOf(file, row)));
  const made = listPapers(plan, paperFacts)
    .filter(({ kind, id }) => !NO_RECORD.includes(kind) && !signedIds.has(id))
    .flatMap(({ id, about }) => {
      const document = makePaper(context, paperFacts, id);
      if (document === null) return [];
      const isOneOfMany = id.includes(':');
      return [{ title: isOneOfMany ? `${document.title} ${about}` : document.title, document, text: null }];
    });
  return [...signed, ...made].map((each, index) => ({ ...each, name: nameOf(index + 1, each.title) }));
}

const nameOf = (n: number, title: string): string =>
  `${DOCUMENTS_FOLDER}/${String(n).padStart(2, '0')} ${plainName(title)}`;

/** What the warning told other systems, message by message (CAP 1.2). */
export function exportMessages({ plan, warning, isDrill }: ExportFacts): { name: string; xml: string }[] {
  const { warnings } = plan;
  if (warning === null || warnings === undefined) return [];
  return capMessages({ plan, warnings, isDrill }, warning).map(({ identifier, xml }) => ({
    name: `${DOCUMENTS_FOLDER}/${plainName(identifier)}.xml`,
    xml,
  }));
}
