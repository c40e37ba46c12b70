/** 通讯录: the list, one entry with its calls, imports, and who fits what is being typed. */
import type { ContactFile, ContactList, ImportRow, PersonMatch } from '#shared/contract/rows.ts';
import { callsToContact } from '#shared/domain/directory/calls.ts';
import type { DirectoryState } from '#shared/domain/directory/directory.ts';
import { contactRow, listContacts as list } from '#shared/domain/directory/list.ts';
import { peopleMatching } from '#shared/domain/directory/matches.ts';
import { contactOf } from '#shared/domain/directory/planContacts.ts';
import { DIRECTORY_STREAM } from '#shared/domain/streams.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { deskState } from '../context.ts';
import type { QueryOf } from '../parse.ts';
import { findIncident } from './incidents.ts';
import { type Answered, answered, type QueryParts, unanswered } from './parts.ts';

const OPEN_INCIDENTS = 50;
const PAST_INCIDENTS = 30;

export type SeenDirectory = { plan: PlanPackage; state: DirectoryState; at: number };

/** Null before the desk has a plan. */
export function seenDirectory(parts: QueryParts, at: number = parts.clock.now()): SeenDirectory | null {
  const own = deskState(parts.streams).plan;
  const pinned = own === null ? null : parts.plans.byHash(own.hash);
  if (pinned === null) return null;
  return { plan: pinned.plan, state: parts.streams.stateAt(DIRECTORY_STREAM, at) as DirectoryState, at };
}

export function listContacts(parts: QueryParts, query: QueryOf<'listContacts'>): Answered<ContactList> {
  const { type: _, at: asOf, ...asked } = query;
  const known = seenDirectory(parts, asOf);
  if (known === null) return unanswered('deskNotSetUp');
  return answered(list(known.plan, known.state, asked, known.at));
}

export function getContact(parts: QueryParts, query: QueryOf<'getContact'>): Answered<ContactFile> {
  const known = seenDirectory(parts, query.at);
  if (known === null) return unanswered('deskNotSetUp');
  const contact = contactOf(known.plan, known.state, query.contactId);
  if (contact === null) return unanswered('unknownContact', { id: query.contactId });
  return answered({ ...contactRow(known.plan, contact), calls: callsTo(parts, known, query.contactId) });
}

/** Calls for an incident stand in its log, the others in the directory's. */
function callsTo(parts: QueryParts, { state, at }: SeenDirectory, contactId: string): ContactFile['calls'] {
  const open = parts.incidents.openAt(at, OPEN_INCIDENTS).map((incidentId) => findIncident(parts, incidentId));
  return callsToContact(state, open, contactId, at);
}

export function listContactImports(parts: QueryParts, query: QueryOf<'listContactImports'>): Answered<ImportRow[]> {
  const known = seenDirectory(parts, query.at);
  return known === null ? unanswered('deskNotSetUp') : answered(known.state.imports.toReversed());
}

export function matchPeople(parts: QueryParts, query: QueryOf<'matchPeople'>): Answered<PersonMatch[]> {
  const known = seenDirectory(parts, query.at);
  if (known === null) return unanswered('deskNotSetUp');
  return answered(peopleMatching(known, query.text, (text) => parts.namedPeople.naming(text, PAST_INCIDENTS)));
}
