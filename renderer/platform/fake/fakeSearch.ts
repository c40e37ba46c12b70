/** Searching the page's own desk: what `isFound` says of every entry, without an index. */
import type { Query } from '#shared/contract/deskApi.ts';
import type { LogRow } from '#shared/contract/rows.ts';
import { entryFields } from '#shared/domain/search/entryFields.ts';
import { isFound } from '#shared/domain/search/fold.ts';
import { excerpt, highlight } from '#shared/domain/search/highlight.ts';
import { initialsOf } from '#shared/domain/search/initials.ts';
import { foundKinds, kindOf } from '#shared/domain/search/kinds.ts';
import { namesIn } from '#shared/domain/search/names.ts';
import { planLabels } from '#shared/domain/search/planLabels.ts';
import { distinct, type Found, foundId, type SearchRow } from '#shared/domain/search/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

type Asked = Extract<Query, { type: 'search' }>;

/** Newest first. */
export function fakeSearch(rows: readonly LogRow[], plan: PlanPackage, asked: Asked): SearchRow {
  const { text, kinds = foundKinds, limit = 6 } = asked;
  const labels = planLabels(plan);
  const found = rows.flatMap((row): Found[] => {
    const { position, entryId, incidentId, type } = row;
    const namedIn = { entryId, position, incidentId };
    const names = namesIn(row, labels).flatMap(({ kind, key, title, more, phone }): Found[] => {
      const fields = [title, ...(kind === 'person' ? initialsOf(title) : []), more, phone ?? ''];
      if (title === '' || !isFound(fields, text)) return [];
      const id = `${kind}/${key ?? title}`;
      const parts = highlight(title, text);
      const behind = highlight(more, text);
      if (kind === 'incident') return [{ kind, id, incidentId: key ?? '', closedAt: null, parts, more: behind }];
      if (kind === 'unit') return [{ kind, id, unitId: null, name: title, parts, namedIn }];
      const number = phone === null ? null : highlight(phone, text);
      const officerId = key?.startsWith('officer/') ? key.slice('officer/'.length) : null;
      return [{ kind, id, officerId, parts, more: behind, phone: number, namedIn }];
    });
    const fields = entryFields(row, labels);
    if (!isFound(fields, text)) return names;
    const kind = kindOf(type);
    return [{ kind, id: foundId(kind, row), row, incidentTitle: null, parts: excerpt(fields, text) }, ...names];
  });
  const groups = foundKinds.flatMap((kind) => {
    if (!kinds.includes(kind)) return [];
    const ofKind = distinct(found.filter((one) => one.kind === kind)).slice(0, limit);
    return ofKind.length === 0 ? [] : [{ kind, rows: ofKind, next: null }];
  });
  return { groups, index: { kind: 'whole' } };
}
