/** What every paper of an incident is made with, as this desk and its officer make it now. */
import { useMemo } from 'react';
import type { IncidentFile, ResponseFile } from '#shared/contract/rows.ts';
import { fromWarning } from '#shared/domain/incident/fromWarning.ts';
import type { PaperContext, PaperFacts } from '#shared/domain/papers/paper.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useDraft } from '../desk/useDraft.ts';
import { useHead } from './useHead.ts';
import { useZhEntryWords } from './useZhEntryWords.ts';

export function usePaperFacts(
  file: IncidentFile,
  response: ResponseFile,
): { context: PaperContext; facts: PaperFacts } {
  const { plan, desk, officer } = useDesk();
  const head = useHead();
  const words = useZhEntryWords();
  const callback = useDraft('report/callback', '').value.trim() || null;
  const requests = useDraft(`report/requests/${file.incidentId}`, '').value.trim() || null;
  const warningId = fromWarning(file);
  const { data: warning = null } = useDeskQuery(warningId === null ? null : { type: 'getWarning', warningId });
  const isDrill = desk.kind !== 'live';
  return useMemo(
    () => ({
      context: { plan, papers: desk.papers, head, isDrill, at: file.assessment.at },
      facts: { file, response, warning, words, caller: { name: officer.name, post: officer.post, callback, requests } },
    }),
    [plan, desk.papers, head, isDrill, file, response, warning, words, officer, callback, requests],
  );
}
