/** What is handed over with the watch, and the digest by which both officers and the log mean the same [HANDOVER-2]. */
import { canonicalJson, sha256Hex } from '#db/log/hash.ts';
import type { HandoverRow } from '#shared/contract/rows.ts';
import { rankIncidents } from '#shared/domain/board.ts';
import type { DeskState } from '#shared/domain/desk/desk.ts';
import { handoverSections } from '#shared/domain/handover/sections.ts';
import { asKnownAt, documentsOf } from '#shared/domain/incident/view.ts';
import { DESK_STREAM } from '#shared/domain/streams.ts';
import type { QueryOf } from '../parse.ts';
import { dutyToday } from './board.ts';
import { boardCallTrees } from './callTrees.ts';
import { findIncident, openRows, reminderRows } from './incidents.ts';
import { type Answered, answered, type QueryParts } from './parts.ts';
import { boardWarnings } from './warnings.ts';

const MOST_OPEN = 500;

export function getHandover(parts: QueryParts, query: QueryOf<'getHandover'>): Answered<HandoverRow> {
  const at = query.at ?? parts.clock.now();
  const incidents = rankIncidents(openRows(parts, at, MOST_OPEN));
  const ids = incidents.map(({ incidentId }) => incidentId);
  const documents = Object.fromEntries(
    ids.map((id) => {
      const state = findIncident(parts, id);
      const known = state === null ? null : asKnownAt(state, at);
      return [id, known === null ? [] : documentsOf(known)];
    }),
  );
  const desk = parts.streams.stateAt(DESK_STREAM, at) as DeskState;
  const reminders = reminderRows(parts, ids, at);
  const sections = handoverSections({
    incidents,
    reminders,
    documents,
    callTrees: boardCallTrees(parts, incidents, boardWarnings(parts, at).warnings, at),
    duty: dutyToday(parts, desk, at),
    unclaimed: desk.people.unclaimed,
    ...boardWarnings(parts, at),
  });
  return answered({ at, sections, digest: sha256Hex(canonicalJson(sections)) });
}
