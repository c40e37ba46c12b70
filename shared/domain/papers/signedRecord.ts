/**
 * Records that are signed and numbered: 批示办理单 and 评估记录. They have tables and pictures, so what is signed is kept part
 * by part. The head and the number come with the signature; until then they are the desk's own records.
 */
import type { OfficialDocument } from '#shared/documents/document.ts';
import { readOfficialText, writeOfficialText } from '#shared/documents/officialText.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { ownUnit } from '../checks.ts';
import type { DocumentContent } from '../incident/events.ts';
import { type Signing, signingText } from '../report/reportPaper.ts';
import { labelIn } from '../report/words.ts';

export const recordContent = ({ title, addressee, blocks, closing, annexes }: OfficialDocument): DocumentContent => ({
  title,
  elements: [],
  body: writeOfficialText({ addressee, blocks: [], closing }),
  blocks,
  ...(annexes !== undefined && annexes.length > 0 && { annexes }),
});

/** As it was signed. */
export function signedRecord(plan: PlanPackage, draft: OfficialDocument, content: DocumentContent, signing: Signing) {
  const { issue } = signing;
  const { addressee, closing } = readOfficialText(content.body);
  const number = issue?.number ?? null;
  const { annexes: _, ...rest } = draft;
  return {
    ...rest,
    // A number stands under a head.
    masthead: number === null ? draft.masthead : (issue?.masthead ?? labelIn(plan.units, ownUnit(plan))),
    number,
    title: content.title,
    addressee,
    blocks: content.blocks ?? [],
    closing,
    notes: [...draft.notes, signingText(plan, signing)],
    head: issue?.head ?? null,
    ...(content.annexes !== undefined && { annexes: content.annexes }),
  } satisfies OfficialDocument;
}
