/**
 * The engine's door: what one incident's facts mean under a plan at an instant. Pure; entries recorded later than `now`
 * do not exist yet, so "as known at t" is the same call with a smaller instant.
 */
import type { Assessment, Obligation, ObligationState } from '../assessment.ts';
import type { IncidentFacts, Instant } from '../facts.ts';
import type { PlanPackage } from '../schema.ts';
import { clockGradeAt, confirmedValues, crossingsAfter, highestReached, promptsAt } from './criteria.ts';
import { durationsView } from './current.ts';
import { advance, type Ledger, ledgerAt, recordedInstants } from './ledger.ts';
import type { Row } from './row.ts';
import { MINUTE_MS, wholeSeconds } from './timing.ts';

export type { Ledger } from './ledger.ts';

/**
 * What stands after the last entry; make it once, ask it at many instants. Given the ledger of the same incident before
 * its newest entries, only those are worked in.
 */
export function createLedger(plan: PlanPackage, incident: IncidentFacts, earlier?: Ledger): Ledger {
  return ledgerAt(plan, incident, recordedInstants(incident).at(-1) ?? incident.openedAt, earlier);
}

export function assess(plan: PlanPackage, incident: IncidentFacts, now: Instant): Assessment {
  return view(ledgerAt(plan, incident, now), now);
}

/** As `assess`, from a ledger: only thresholds reached since the last entry are worked out anew. */
export function assessLedger(ledger: Ledger, now: Instant): Assessment {
  if (now < ledger.at) return assess(ledger.plan, ledger.incident, now);
  return view(advance(ledger, now), now);
}

function view(ledger: Ledger, now: Instant): Assessment {
  const { plan, current, incident } = ledger;
  const confirmed = confirmedValues(current, now);
  const factsGrade = highestReached(plan.grades, current, confirmed);
  const proposed = highestReached(plan.levels, current, confirmed);
  const clockGrade = clockGradeAt(plan, current, now);
  const obligations = ledger.rows
    .map((row) => obligationOf(plan, incident.incidentId, current.times.received.at, row, now))
    .sort(byRule);
  return {
    at: now,
    times: current.times,
    figures: [...current.figures.values()],
    conditions: Object.fromEntries([...current.conditions].map(([id, { value }]) => [id, value])),
    durations: durationsView(current, now),
    switches: Object.fromEntries(current.switches),
    marks: Object.fromEntries(current.marks),
    grade: current.grade?.value ?? null,
    gradeEntryId: current.grade?.entryId ?? null,
    clockGrade: clockGrade.grade,
    clockGradeBasis: clockGrade.basis,
    factsGrade: factsGrade?.id ?? null,
    factsGradeMatches: factsGrade?.matches ?? [],
    proposedLevel: proposed?.id ?? null,
    proposedBasis: proposed?.matches ?? [],
    prompts: promptsAt(plan, current, now),
    level: current.level?.value ?? null,
    closed: current.closed?.outcome ?? null,
    obligations,
    nextChangeAt: nextChangeAt(obligations, crossingsAfter(plan, current, now), now),
  };
}

function byRule(a: Obligation, b: Obligation): number {
  return compare(a.rule, b.rule) || compare(a.to ?? '', b.to ?? '') || a.arisenAt - b.arisenAt || compare(a.key, b.key);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function obligationOf(plan: PlanPackage, incidentId: string, receivedAt: Instant, row: Row, now: Instant): Obligation {
  const { rule, dueAt, fulfilled, superseded } = row;
  const dueSoonAt = dueAt === null ? null : dueAt - dueSoonMs(plan, row);
  const state = stateOf(row, dueSoonAt, now);
  const until = fulfilled?.at ?? superseded?.at ?? now;
  const isLate = dueAt !== null && (fulfilled === null ? until > dueAt : fulfilled.late);
  return {
    key: [incidentId, rule.id, row.to ?? '-', row.triggerId, row.generation].join('/'),
    rule: rule.id,
    owedBy: rule.owedBy,
    to: row.to,
    form: rule.form,
    triggerId: row.triggerId,
    trigger: row.trigger,
    dueAt,
    dueSoonAt,
    attentionAt:
      rule.due.kind === 'immediate' ? plan.attentionMinutes.map((minutes) => row.trigger + minutes * MINUTE_MS) : [],
    state,
    flags: [...row.flags].sort(),
    arisenAt: row.arisenAt ?? superseded?.received ?? receivedAt,
    fulfilledAt: fulfilled?.at ?? null,
    fulfilledBy: fulfilled?.by ?? null,
    supersededAt: superseded?.at ?? null,
    lateBySeconds: dueAt === null || state === 'waived' ? null : isLate ? wholeSeconds(until - dueAt) : 0,
    elapsedSeconds: dueAt === null ? wholeSeconds(until - row.trigger) : null,
    optional: rule.optional ?? false,
    supervised: rule.supervised ?? false,
    clause: rule.clause,
    provenance: rule.provenance,
    cause: row.cause,
    demandId: row.demandId,
  };
}

/** 即将到时: the longer of the package's minutes and its fraction of the rule's interval. */
function dueSoonMs(plan: PlanPackage, row: Row): number {
  const minutes = row.rule.due.kind === 'within' ? row.rule.due.minutes : 0;
  return Math.max(plan.dueSoon.minutes, minutes * plan.dueSoon.fractionOfInterval) * MINUTE_MS;
}

function stateOf(row: Row, dueSoonAt: Instant | null, now: Instant): ObligationState {
  if (row.superseded !== null) return 'superseded';
  if (row.waived) return 'waived';
  if (row.fulfilled !== null) {
    if (row.dueAt === null) return 'fulfilled';
    return row.fulfilled.late ? 'fulfilledLate' : 'fulfilledOnTime';
  }
  if (row.dueAt === null || dueSoonAt === null) return row.rule.due.kind === 'open' ? 'open' : 'immediate';
  // Sent exactly at the due instant is on time, so it is overdue only after it.
  if (now > row.dueAt) return 'overdue';
  return now >= dueSoonAt ? 'dueSoon' : 'pending';
}

function nextChangeAt(obligations: readonly Obligation[], crossings: readonly Instant[], now: Instant): Instant | null {
  const instants = obligations.flatMap((obligation) => {
    if (obligation.state === 'immediate') return [...obligation.attentionAt];
    if (obligation.state !== 'pending' && obligation.state !== 'dueSoon') return [];
    return [obligation.dueSoonAt, obligation.dueAt === null ? null : obligation.dueAt + 1];
  });
  const next = [...instants, ...crossings].filter((instant) => instant !== null && instant > now);
  return next.length === 0 ? null : Math.min(...(next as Instant[]));
}
