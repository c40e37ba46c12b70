/** One table of queries: each asks the states as they are, or as known at an instant. */

import { storageError } from '#db/files/storageErrors.ts';
import type { Query, QueryReply, QueryResults, QueryType } from '#shared/contract/deskApi.ts';
import type { DeskRow, HealthRow } from '#shared/contract/rows.ts';
import type { Backups } from './backups.ts';
import { deskState } from './context.ts';
import { parseQuery, type QueryOf } from './parse.ts';
import { getBoard, onDutyRows } from './queries/board.ts';
import { listCalls } from './queries/calls.ts';
import { getCallTree } from './queries/callTrees.ts';
import { getContact, listContactImports, listContacts, matchPeople } from './queries/directory.ts';
import { getHandover } from './queries/handover.ts';
import { getIncident, getResponse, listIncidents } from './queries/incidents.ts';
import { listLog } from './queries/log.ts';
import { type Answered, answered, type QueryParts, unanswered } from './queries/parts.ts';
import { peopleRow } from './queries/people.ts';
import { getRoster } from './queries/roster.ts';
import { search } from './queries/search.ts';
import { getStatistics, listObligations } from './queries/statistics.ts';
import { getWarning, listClues, listWarnings } from './queries/warnings.ts';

/** What the desk knows of itself besides its log. */
export type DeskIdentity = Pick<DeskRow, 'deskId' | 'kind' | 'title'> & {
  backups: Pick<Backups, 'lastAt' | 'count' | 'unsavedSince'>;
};

type Handlers = { readonly [T in QueryType]: (query: QueryOf<T>) => Answered<QueryResults[T]> };

export function createQuery(parts: QueryParts, identity: DeskIdentity) {
  const handlers: Handlers = {
    getDesk: () => answered(deskRow(parts, identity)),
    getHealth: () => answered(healthRow(parts, identity)),
    getPlan: ({ planId }) => getPlan(parts, planId),
    getBoard: (query) => getBoard(parts, query),
    getHandover: (query) => getHandover(parts, query),
    getRoster: (query) => getRoster(parts, query),
    listIncidents: (query) => listIncidents(parts, query),
    getIncident: (query) => getIncident(parts, query),
    getResponse: (query) => getResponse(parts, query),
    listCalls: (query) => listCalls(parts, query),
    listLog: (query) => listLog(parts, query),
    getStatistics: (query) => getStatistics(parts, query),
    listObligations: (query) => listObligations(parts, query),
    listContacts: (query) => listContacts(parts, query),
    getContact: (query) => getContact(parts, query),
    matchPeople: (query) => matchPeople(parts, query),
    listContactImports: (query) => listContactImports(parts, query),
    search: (query) => search(parts, query),
    listClues: (query) => listClues(parts, query),
    listWarnings: (query) => listWarnings(parts, query),
    getWarning: (query) => getWarning(parts, query),
    getCallTree: (query) => getCallTree(parts, query),
  };

  return function query<T extends QueryType>(input: Extract<Query, { type: T }>): QueryReply<T> {
    const parsed = parseQuery(input);
    if (!parsed.ok) return parsed;
    const handler = handlers[parsed.value.type] as (query: QueryOf<QueryType>) => Answered<QueryResults[T]>;
    try {
      return handler(parsed.value);
    } catch (thrown) {
      const error = storageError(thrown);
      if (error === null) throw thrown;
      return { ok: false, error };
    }
  };
}

function getPlan({ streams, plans }: QueryParts, planId: string | undefined): Answered<QueryResults['getPlan']> {
  const { plan: own } = deskState(streams);
  if (planId === undefined && own === null) return unanswered('deskNotSetUp');
  const pinned =
    own !== null && (planId === undefined || planId === own.id) ? plans.byHash(own.hash) : plans.byId(planId ?? '');
  return pinned === null ? unanswered('unknownPlan', { field: 'planId', planId }) : answered(pinned.plan);
}

function healthRow({ clock }: QueryParts, { backups }: DeskIdentity): HealthRow {
  return {
    lastBackupAt: backups.lastAt(),
    backups: backups.count(),
    unsavedSince: backups.unsavedSince(),
    clockTrusted: clock.read().clockTrusted,
  };
}

function deskRow({ log, streams, plans }: QueryParts, { deskId, kind, title, backups }: DeskIdentity): DeskRow {
  const desk = deskState(streams);
  const { position, hash } = log.head();
  return {
    deskId,
    kind,
    title,
    planId: desk.plan?.id ?? null,
    planHash: desk.plan?.hash ?? null,
    officers: desk.officers.map(({ officerId, name, post }) => ({ officerId, name, post })),
    onDuty: onDutyRows(desk),
    logLength: position,
    headHash: Buffer.from(hash).toString('hex').slice(0, 8),
    chainId: log.chainId,
    papers: desk.papers,
    lastNumbers: desk.lastNumbers,
    lastBackupAt: backups.lastAt(),
    attention: desk.attention.at(-1) ?? null,
    selfCheck: desk.selfCheck,
    handovers: desk.handovers,
    people: peopleRow(desk, plans),
    span: null,
  };
}
