/**
 * What an incident's last entry left, worked out once and shared by decisions and queries: a long incident has hundreds
 * of entries, and a new one should cost its own step only. Seen from outside this is a pure function; what is kept is
 * only used where its facts stand first in the new ones, unchanged.
 */
import { createLedger, type Ledger } from '#shared/plan/engine/assess.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentState } from './incident.ts';

const KEPT_INCIDENTS = 200;
const latest = new Map<string, Ledger>();

export function ledgerOf(plan: PlanPackage, state: IncidentState): Ledger {
  const { incidentId, facts } = state;
  const known = latest.get(incidentId);
  if (known !== undefined && known.plan === plan && known.incident.facts === facts) return known;
  const ledger = createLedger(plan, { incidentId, openedAt: state.openedAt, facts }, known);
  latest.delete(incidentId);
  latest.set(incidentId, ledger);
  if (latest.size > KEPT_INCIDENTS) latest.delete(latest.keys().next().value as string);
  return ledger;
}
