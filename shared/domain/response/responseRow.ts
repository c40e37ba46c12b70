/** The response in force and its history, read off an incident's entries. */
import { type IncidentEntry, type IncidentState, isEntry } from '../incident/incident.ts';
import type {
  DelegationRow,
  ProposalRow,
  ResponseEntryRow,
  ResponseRow,
  SignatureRow,
  TransferRow,
} from '../responseRows.ts';
import { delegationsOf, isExpired, usedDelegations } from './delegations.ts';
import { levelsOf, responseName } from './levels.ts';
import { proposalsOf } from './proposals.ts';

const HOUR_MS = 3_600_000;

type LevelEntry = IncidentEntry<'ResponseStarted'> | IncidentEntry<'ResponseAdjusted'>;

const isLevelEntry = (entry: IncidentState['entries'][number]): entry is LevelEntry =>
  isEntry(entry, 'ResponseStarted') || isEntry(entry, 'ResponseAdjusted');

export function responseRow(state: IncidentState, signatures: readonly SignatureRow[]): ResponseRow | null {
  const { inForce, starts } = levelsOf(state);
  const begun = state.entries.findIndex(({ entryId }) => entryId === starts.at(-1)?.entryId);
  if (inForce === null || begun < 0) return null;
  const ofThis = state.entries.slice(begun);
  const decisions = ofThis.filter(isLevelEntry);
  const [start, last] = [decisions[0], decisions.at(-1)];
  if (start === undefined || last === undefined) return null;
  const own = new Set(decisions.map(({ entryId }) => entryId));
  return {
    responseId: inForce.responseId,
    level: inForce.level,
    since: last.payload.decision.at.at,
    startedAt: start.payload.decision.at.at,
    startedBy: inForce.post,
    decidedBy: last.payload.decision,
    proposer: last.payload.proposer ?? null,
    basis: last.payload.basis ?? [],
    reason: last.payload.reason,
    matter: latest(decisions, ({ matter }) => matter),
    measures: latest(decisions, ({ measures }) => measures),
    planMeasures: last.payload.planMeasures ?? [],
    expectedUntil: expectedUntil(decisions),
    pendingSignature: signatures.some(({ of, signed }) => signed === null && own.has(of)),
    transferredTo: transfer(ofThis),
    citesEntryId: isEntry(start, 'ResponseStarted') ? start.payload.citesEntryId : null,
  };
}

function latest<T>(decisions: readonly LevelEntry[], read: (payload: LevelEntry['payload']) => T | null | undefined) {
  return (
    decisions.map(({ payload }) => read(payload)).findLast((value) => value !== null && value !== undefined) ?? null
  );
}

function expectedUntil(decisions: readonly LevelEntry[]): number | null {
  const said = decisions.findLast(({ payload }) => typeof payload.expectedHours === 'number');
  return said === undefined ? null : said.payload.decision.at.at + (said.payload.expectedHours ?? 0) * HOUR_MS;
}

function transfer(entries: IncidentState['entries']): ResponseRow['transferredTo'] {
  const entry = entries.findLast((each) => isEntry(each, 'CommandTransferred'));
  if (entry === undefined || !isEntry(entry, 'CommandTransferred')) return null;
  const { to, person, at } = entry.payload;
  return { unit: to, person, at: at.at, entryId: entry.entryId };
}

/** Starts, steps and ends, oldest first. */
export function responseHistory(state: IncidentState): ResponseEntryRow[] {
  const rows: ResponseEntryRow[] = [];
  let responseId = responseName(1);
  let starts = 0;
  for (const entry of state.entries) {
    const { entryId, recordedAt, actor } = entry;
    const written = { entryId, recordedAt, actor };
    if (isEntry(entry, 'ResponseStarted')) {
      starts += 1;
      const { level, decision, reason, basis = [] } = entry.payload;
      responseId = entry.payload.responseId ?? responseName(starts);
      rows.push({
        ...written,
        kind: 'started',
        responseId,
        from: null,
        level,
        decision,
        approval: null,
        reason,
        basis,
      });
    } else if (isEntry(entry, 'ResponseAdjusted')) {
      const { from, level, decision, reason, basis = [] } = entry.payload;
      rows.push({ ...written, kind: 'adjusted', responseId, from, level, decision, approval: null, reason, basis });
    } else if (isEntry(entry, 'ResponseTerminated')) {
      const { level: from, decision, approval, reason = null } = entry.payload;
      const level = null;
      rows.push({ ...written, kind: 'terminated', responseId, from, level, decision, approval, reason, basis: [] });
    }
  }
  return rows;
}

/** Handed up, oldest first; what was ended keeps its own. */
export function transferRows(state: IncidentState): TransferRow[] {
  const rows: TransferRow[] = [];
  let responseId = responseName(1);
  let starts = 0;
  for (const entry of state.entries) {
    if (isEntry(entry, 'ResponseStarted')) {
      starts += 1;
      responseId = entry.payload.responseId ?? responseName(starts);
    } else if (isEntry(entry, 'CommandTransferred')) {
      const { entryId, recordedAt, actor, payload } = entry;
      rows.push({
        entryId,
        recordedAt,
        actor,
        responseId,
        unit: payload.to,
        person: payload.person,
        at: payload.at.at,
      });
    }
  }
  return rows;
}

export function proposalRows(state: IncidentState): ProposalRow[] {
  return proposalsOf(state).map(({ entry, state: stands }) => {
    const { entryId, recordedAt, actor } = entry;
    const { proposalId, level, proposer, basis, reason, at } = entry.payload;
    const written = { entryId, recordedAt, actor };
    return { ...written, proposalId, level, proposer, basis, reason, at: at.at, state: stands };
  });
}

export function delegationRows(state: IncidentState, now: number): DelegationRow[] {
  const used = usedDelegations(state);
  return delegationsOf(state).map(({ entryId, recordedAt, actor, payload }) => {
    const { delegationId, from, to, for: act, at, expires } = payload;
    const isOver = isExpired(expires, { at: now, precision: 'second' });
    return {
      entryId,
      recordedAt,
      actor,
      delegationId,
      from,
      to,
      for: act,
      at: at.at,
      expiresAt: expires.at,
      state: used.has(delegationId) ? 'used' : isOver ? 'expired' : 'open',
    };
  });
}
