/** The directory's queries on a desk in memory. */
import type { Query, QueryReply } from '#shared/contract/deskApi.ts';
import { callsToContact } from '#shared/domain/directory/calls.ts';
import type { DirectoryState } from '#shared/domain/directory/directory.ts';
import { contactRow, listContacts } from '#shared/domain/directory/list.ts';
import { peopleMatching } from '#shared/domain/directory/matches.ts';
import { peopleNamedIn } from '#shared/domain/directory/namedPeople.ts';
import { contactOf } from '#shared/domain/directory/planContacts.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

type Known = { plan: PlanPackage; state: DirectoryState; incidents: readonly IncidentState[]; at: number };
type Asked = Extract<Query, { type: 'listContacts' | 'getContact' | 'matchPeople' | 'listContactImports' }>;

export function queryDirectory(known: Known, asked: Asked): QueryReply {
  const { plan, state, incidents, at } = known;
  switch (asked.type) {
    case 'listContacts': {
      const { type: _type, at: _at, offset = 0, limit = 100, ...filter } = asked;
      return { ok: true, result: listContacts(plan, state, { ...filter, offset, limit }, at) };
    }
    case 'getContact': {
      const contact = contactOf(plan, state, asked.contactId);
      if (contact === null) return { ok: false, error: { code: 'unknownContact', params: { id: asked.contactId } } };
      const calls = callsToContact(state, incidents, asked.contactId, at);
      return { ok: true, result: { ...contactRow(plan, contact), calls } };
    }
    case 'matchPeople': {
      const named = incidents.map((each) => ({ title: each.title, people: peopleNamedIn(each) }));
      return { ok: true, result: peopleMatching(known, asked.text, () => named) };
    }
    case 'listContactImports':
      return { ok: true, result: state.imports.toReversed() };
  }
}
