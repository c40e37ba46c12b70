/** What was found, as rows: entries as the log has them, names as they stood, each with what it was found by. */
import type { PlannedEvent } from '#db/log/read.ts';
import { REDACTED_TYPE } from '#db/log/read.ts';
import { readCursor, writeCursor } from '#db/search/find.ts';
import { incidentOfEntry } from '#db/search/incidentOfEntry.ts';
import type { NameRow } from '#db/search/search.ts';
import { askedOf } from '#db/search/tokens.ts';
import type { LogRow } from '#shared/domain/rows.ts';
import { entryFields } from '#shared/domain/search/entryFields.ts';
import { excerpt, highlight, type Part } from '#shared/domain/search/highlight.ts';
import { type EntryKind, entryKinds, type FoundKind, foundKinds } from '#shared/domain/search/kinds.ts';
import { NO_LABELS, planLabels } from '#shared/domain/search/planLabels.ts';
import {
  distinct,
  type Found,
  type FoundGroup,
  foundId,
  type NamedIn,
  type SearchRow,
} from '#shared/domain/search/rows.ts';
import type { QueryOf } from '../parse.ts';
import { type Answered, answered, type QueryParts } from './parts.ts';

/** Of one search, on top of what each kind needs at least. */
const LATE_MS = 10;

type Asking = { parts: QueryParts; text: string /** The newest entry that counts. */; last: number; isNow: boolean };

export function search(parts: QueryParts, query: QueryOf<'search'>): Answered<SearchRow> {
  const index = parts.search.prepare();
  const { text, kinds = foundKinds, incidentId = null, officerId = null, limit, page, at } = query;
  const newest = parts.search.position();
  const last = at === undefined ? newest : Math.min(newest, parts.log.positionBy(at));
  const span = {
    first: query.from === undefined ? 1 : parts.log.positionBy(query.from - 1) + 1,
    last: query.to === undefined ? last : Math.min(last, parts.log.positionBy(query.to - 1)),
  };
  const began = performance.now();
  const isLate = () => performance.now() - began > LATE_MS;
  const asked = askedOf(text, { incidentId, officerId });
  const asking: Asking = { parts, text, last, isNow: at === undefined };
  const from = page === undefined ? null : readCursor(page);
  const groups = foundKinds.flatMap((kind): FoundGroup[] => {
    if (asked.length === 0 || !kinds.includes(kind)) return [];
    const { ids, next } = parts.search.find({ kind, asked, span, limit, from, isLate });
    const rows = distinct(ids.flatMap((id) => foundRow(asking, kind, id)));
    if (rows.length === 0 && next === null) return [];
    return [{ kind, rows, next: next === null ? null : writeCursor(next) }];
  });
  return answered({ groups, index });
}

const isEntryKind = (kind: FoundKind): kind is EntryKind => entryKinds.some((one) => one === kind);

function foundRow(asking: Asking, kind: FoundKind, id: number): Found[] {
  if (isEntryKind(kind)) {
    const entry = asking.parts.log.readAt(id);
    return entry === null || entry.event.type === REDACTED_TYPE ? [] : [foundEntry(asking, kind, entry)];
  }
  const name = asking.parts.search.nameOf(id);
  return name === null ? [] : foundName(asking, kind, name);
}

function foundEntry({ parts, text, last, isNow }: Asking, kind: EntryKind, { event, planHash }: PlannedEvent): Found {
  const plan = planHash === null ? null : (parts.plans.byHash(planHash)?.plan ?? null);
  const fields = entryFields(event, plan === null ? NO_LABELS : planLabels(plan));
  const incidentId = incidentOfEntry(event);
  const { position, entryId, stream, type, recordedAt, actor, payload } = event;
  const row: LogRow = {
    position,
    entryId,
    stream,
    incidentId,
    type,
    recordedAt,
    actor,
    payload,
    struck: struckOf(parts, position, last),
  };
  const incidentTitle = incidentId === null ? null : titleOf(parts, incidentId, last, isNow);
  return { kind, id: foundId(kind, row), row, incidentTitle, parts: excerpt(fields, text) };
}

function struckOf(parts: QueryParts, position: number, last: number): LogRow['struck'] {
  const by = parts.search.strikerOf(position);
  const striker = by === null || by > last ? null : (parts.log.readAt(by)?.event ?? null);
  if (striker === null) return null;
  const { reason = '' } = (striker.payload ?? {}) as { reason?: string };
  return { at: striker.recordedAt, by: striker.entryId, reason };
}

function titleOf(parts: QueryParts, incidentId: string, last: number, isNow: boolean): string | null {
  const now = isNow ? parts.incidents.find(incidentId) : null;
  return now?.title ?? parts.search.incidentTitle(incidentId, last);
}

const partsOf = (written: string, text: string): Part[] => (written === '' ? [] : highlight(written, text));

function foundName({ parts, text, last, isNow }: Asking, kind: FoundKind, name: NameRow): Found[] {
  const { key, title, more, phone } = name;
  if (kind === 'incident') {
    const shown = titleOf(parts, key, last, isNow) ?? title;
    const closedAt = closedBy(parts, key, last, isNow);
    const row = { id: `incident/${key}`, incidentId: key, closedAt };
    return [{ kind, ...row, parts: partsOf(shown, text), more: partsOf(more, text) }];
  }
  const namedIn = entryOf(parts, name.position);
  if (namedIn === null) return [];
  const id = `${kind}/${key}`;
  if (kind === 'unit') {
    const unitId = key.startsWith('plan/') ? key.slice('plan/'.length) : null;
    return [{ kind, id, unitId, name: title, parts: partsOf(title, text), namedIn }];
  }
  if (kind !== 'person') return [];
  const officerId = key.startsWith('officer/') ? key.slice('officer/'.length) : null;
  const number = phone === null ? null : partsOf(phone, text);
  return [{ kind, id, officerId, parts: partsOf(title, text), more: partsOf(more, text), phone: number, namedIn }];
}

function closedBy(parts: QueryParts, incidentId: string, last: number, isNow: boolean): number | null {
  const closedAt = parts.incidents.find(incidentId)?.closedAt ?? null;
  if (closedAt === null || isNow) return closedAt;
  return parts.log.positionBy(closedAt) <= last ? closedAt : null;
}

function entryOf(parts: QueryParts, position: number): NamedIn | null {
  const entry = parts.log.readAt(position)?.event ?? null;
  return entry === null ? null : { entryId: entry.entryId, position, incidentId: incidentOfEntry(entry) };
}
