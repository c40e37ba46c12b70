/**
 * The bulletins of an incident as they stand: versions, approval, release. An approval is of one version; a struck release
 * or approval is as if it had not been [plan 4.6].
 */
import { type IncidentEntry, type IncidentState, isEntry } from '../incident/incident.ts';
import { isStruck, standing } from '../incident/status.ts';
import type { BulletinRow, SentimentRow } from '../rows.ts';

type Writing = IncidentEntry<'BulletinDrafted'> | IncidentEntry<'BulletinRevised'>;

export function bulletinsOf(state: IncidentState): BulletinRow[] {
  const rows = new Map<string, BulletinRow>();
  for (const entry of state.entries) {
    if (isStruck(state, entry.entryId)) continue;
    if (isEntry(entry, 'BulletinDrafted')) rows.set(entry.payload.bulletinId, drafted(entry));
    else if (isEntry(entry, 'BulletinRevised')) {
      const { version, title, text } = entry.payload;
      put(rows, entry, (row) => ({
        version,
        title,
        text,
        versions: [...row.versions, versionOf(entry)],
        approval: null,
        state: 'draft',
      }));
    } else if (isEntry(entry, 'BulletinApproved')) {
      const { approval, version } = entry.payload;
      put(rows, entry, () => ({ approval: { ...approval, version }, state: 'approved' }));
    } else if (isEntry(entry, 'BulletinReleased')) {
      const { channels, spokesperson, at } = entry.payload;
      const { entryId, actor } = entry;
      put(rows, entry, () => ({ released: { channels, spokesperson, at, entryId, actor }, state: 'released' }));
    } else if (isEntry(entry, 'BulletinWithdrawn')) {
      const { reason } = entry.payload;
      put(rows, entry, () => ({ withdrawn: { reason, at: entry.recordedAt }, state: 'withdrawn' }));
    }
  }
  return [...rows.values()];
}

export function sentimentsOf(state: IncidentState): SentimentRow[] {
  return standing(state, 'SentimentRecorded').map(({ payload, entryId, recordedAt, actor }) => ({
    ...payload,
    entryId,
    recordedAt,
    actor,
  }));
}

type OfBulletin = { payload: { bulletinId: string }; entryId: string };

function put(
  rows: Map<string, BulletinRow>,
  { payload, entryId }: OfBulletin,
  change: (row: BulletinRow) => Partial<BulletinRow>,
): void {
  const row = rows.get(payload.bulletinId);
  if (row !== undefined) rows.set(payload.bulletinId, { ...row, ...change(row), headEntryId: entryId });
}

function drafted(entry: IncidentEntry<'BulletinDrafted'>): BulletinRow {
  const { bulletinId, kind, version, title, text } = entry.payload;
  return {
    bulletinId,
    kind,
    state: 'draft',
    version,
    title,
    text,
    versions: [versionOf(entry)],
    approval: null,
    released: null,
    withdrawn: null,
    headEntryId: entry.entryId,
  };
}

function versionOf({ payload, entryId, recordedAt, actor }: Writing): BulletinRow['versions'][number] {
  const { version, title, text } = payload;
  return { version, title, text, entryId, recordedAt, actor };
}
