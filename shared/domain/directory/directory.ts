/** The directory's fold: entries by id, imports with what they brought, the latest calls. */
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { KnownContact } from './contact.ts';
import { type ContactMap, EMPTY_CONTACTS, eachContact, findContact, mapContacts, withContacts } from './contactMap.ts';
import type { DirectoryEventPayload, DirectoryEventType, Phoned } from './events.ts';
import { prepareFinding } from './find.ts';
import { noRows, type StagedRows, withRows, withStaged } from './stagedRows.ts';

/** An import under way: what came of it so far counts for nothing. */
export type StagedImport = DirectoryEventPayload<'ContactImportStarted'> & {
  at: number;
  lastAt: number;
  actor: Actor;
  /** How many of its parts came. */
  came: number;
  staged: StagedRows;
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
      const nothing = { came: 0, staged: noRows(state.contacts) };
      return { ...state, running: { ...started, at: recordedAt, lastAt: recordedAt, actor, ...nothing } };
    }
    case 'ContactsStaged': {
      const { importId, rows } = event.payload as DirectoryEventPayload<'ContactsStaged'>;
      const { running } = state;
      if (running?.importId !== importId) return state;
      prepareFinding(rows.map(({ contact }) => contact));
      const staged = withRows(running.staged, rows, state.contacts);
      return { ...state, running: { ...running, lastAt: recordedAt, came: running.came + 1, staged } };
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
  const done: DoneImport = { importId, fileName, at: recordedAt, actor, added, merged, undone: null };
  return {
    ...state,
    contacts: withStaged(state.contacts, running.staged, ({ contactId, contact }, before) => ({
      contactId,
      contact,
      ...head,
      before,
    })),
    running: null,
    imports: [...state.imports, done],
  };
}

/** What undoing an import makes of one of its entries; null: it goes. */
function undoer({ imports }: DirectoryState, importId: string): (known: KnownContact) => KnownContact | null {
  const gone = new Set(imports.filter(({ undone }) => undone !== null).map((done) => done.importId));
  gone.add(importId);
  return ({ before }) => {
    let found = before;
    while (found !== null && found.importId !== null && gone.has(found.importId)) found = found.before;
    return found;
  };
}

/** How many of its entries undoing an import changes: what was changed by hand since is no longer of it. */
export function countUndone(state: DirectoryState, importId: string): { removed: number; restored: number } {
  const before = undoer(state, importId);
  let [removed, restored] = [0, 0];
  for (const known of eachContact(state.contacts)) {
    if (known.importId !== importId) continue;
    if (before(known) === null) removed += 1;
    else restored += 1;
  }
  return { removed, restored };
}

function undone(state: DirectoryState, event: RecordedEvent): DirectoryState {
  const { importId, kept } = event.payload as DirectoryEventPayload<'ContactImportUndone'>;
  const mark = { at: event.recordedAt, actor: event.actor, kept };
  const before = undoer(state, importId);
  return {
    ...state,
    contacts: mapContacts(state.contacts, (known) => (known.importId === importId ? before(known) : known)),
    imports: state.imports.map((done) => (done.importId === importId ? { ...done, undone: mark } : done)),
  };
}
