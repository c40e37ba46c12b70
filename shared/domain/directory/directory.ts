/** The directory's fold: entries by id, imports with what they brought, the latest calls. */
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { KnownContact } from './contact.ts';
import { type ContactMap, EMPTY_CONTACTS, eachContact, findContact, withContacts } from './contactMap.ts';
import type { DirectoryEventPayload, DirectoryEventType, Phoned, StagedRow } from './events.ts';
import { prepareFinding } from './find.ts';

/** An import under way: what came of it so far counts for nothing. */
export type StagedImport = DirectoryEventPayload<'ContactImportStarted'> & {
  at: number;
  lastAt: number;
  actor: Actor;
  staged: readonly (readonly StagedRow[])[];
};

export type DoneImport = {
  importId: string;
  fileName: string;
  at: number;
  actor: Actor;
  added: number;
  merged: number;
  undone: { at: number; actor: Actor; kept: number } | null;
};

export type RecordedCall = Phoned & { entryId: string; recordedAt: number; actor: Actor };

export type DirectoryState = {
  kind: 'directory';
  contacts: ContactMap;
  running: StagedImport | null;
  /** Oldest first. */
  imports: readonly DoneImport[];
  /** The latest, oldest first. */
  calls: readonly RecordedCall[];
};

export const initialDirectory: DirectoryState = {
  kind: 'directory',
  contacts: EMPTY_CONTACTS,
  running: null,
  imports: [],
  calls: [],
};

/** Older ones are in the log. */
const REMEMBERED_CALLS = 500;

export function evolveDirectory(state: DirectoryState, event: RecordedEvent): DirectoryState {
  const { recordedAt, actor, entryId } = event;
  switch (event.type as DirectoryEventType) {
    case 'ContactAdded':
    case 'ContactChanged': {
      const { contactId, contact } = event.payload as DirectoryEventPayload<'ContactAdded'>;
      return withContact(state, byHand(event, contactId, contact));
    }
    case 'ContactConfirmed': {
      const { contactId } = event.payload as DirectoryEventPayload<'ContactConfirmed'>;
      const known = findContact(state.contacts, contactId);
      return known === null ? state : withContact(state, byHand(event, contactId, known.contact));
    }
    case 'ContactRemoved': {
      const { contactId } = event.payload as DirectoryEventPayload<'ContactRemoved'>;
      return { ...state, contacts: withContacts(state.contacts, [[contactId, null]]) };
    }
    case 'ContactCalled': {
      const call = { ...(event.payload as Phoned), entryId, recordedAt, actor };
      return { ...state, calls: [...state.calls, call].slice(-REMEMBERED_CALLS) };
    }
    case 'ContactImportStarted': {
      const started = event.payload as DirectoryEventPayload<'ContactImportStarted'>;
      // One that was never finished is gone with this: nothing of it was ever seen.
      return { ...state, running: { ...started, at: recordedAt, lastAt: recordedAt, actor, staged: [] } };
    }
    case 'ContactsStaged': {
      const { importId, rows } = event.payload as DirectoryEventPayload<'ContactsStaged'>;
      const { running } = state;
      if (running?.importId !== importId) return state;
      prepareFinding(rows.map(({ contact }) => contact));
      return { ...state, running: { ...running, lastAt: recordedAt, staged: [...running.staged, rows] } };
    }
    case 'ContactImportFinished':
      return finished(state, event);
    case 'ContactImportCancelled': {
      const { importId } = event.payload as DirectoryEventPayload<'ContactImportCancelled'>;
      return state.running?.importId === importId ? { ...state, running: null } : state;
    }
    case 'ContactImportUndone':
      return undone(state, event);
    default:
      return state;
  }
}

const withContact = (state: DirectoryState, known: KnownContact): DirectoryState => ({
  ...state,
  contacts: withContacts(state.contacts, [[known.contactId, known]]),
});

function byHand({ entryId, recordedAt, actor }: RecordedEvent, contactId: string, contact: KnownContact['contact']) {
  const changed = { head: entryId, changedAt: recordedAt, changedBy: actor, confirmedAt: recordedAt };
  return { contactId, contact, ...changed, importId: null, before: null } satisfies KnownContact;
}

function finished(state: DirectoryState, event: RecordedEvent): DirectoryState {
  const { importId, fileName, added, merged } = event.payload as DirectoryEventPayload<'ContactImportFinished'>;
  const { running } = state;
  if (running?.importId !== importId) return state;
  const { recordedAt, actor, entryId } = event;
  const head = { head: entryId, changedAt: recordedAt, changedBy: actor, confirmedAt: running.asOf.at, importId };
  const changes = running.staged.flat().map(({ contactId, contact }) => {
    const before = findContact(state.contacts, contactId);
    return [contactId, { contactId, contact, ...head, before }] as const;
  });
  const done: DoneImport = { importId, fileName, at: recordedAt, actor, added, merged, undone: null };
  return {
    ...state,
    contacts: withContacts(state.contacts, changes),
    running: null,
    imports: [...state.imports, done],
  };
}

/** What undoing an import comes to, entry by entry; null: it goes. */
export function undoing(state: DirectoryState, importId: string) {
  const gone = new Set(state.imports.filter(({ undone }) => undone !== null).map((done) => done.importId));
  gone.add(importId);
  const changes: [contactId: string, next: KnownContact | null][] = [];
  for (const known of eachContact(state.contacts)) {
    if (known.importId !== importId) continue;
    let { before } = known;
    while (before !== null && before.importId !== null && gone.has(before.importId)) before = before.before;
    changes.push([known.contactId, before]);
  }
  return changes;
}

function undone(state: DirectoryState, event: RecordedEvent): DirectoryState {
  const { importId, kept } = event.payload as DirectoryEventPayload<'ContactImportUndone'>;
  const mark = { at: event.recordedAt, actor: event.actor, kept };
  return {
    ...state,
    contacts: withContacts(state.contacts, undoing(state, importId)),
    imports: state.imports.map((done) => (done.importId === importId ? { ...done, undone: mark } : done)),
  };
}
