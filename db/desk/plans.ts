/**
 * Plan packages by content: those shipped with the program and those this file's incidents were pinned to, which stay in
 * the file for good. What an incident was pinned to is what it is read with, whatever ships later.
 */

import { canonicalJson, planHash } from '#db/log/hash.ts';
import type { Sqlite } from '#db/log/sqlite.ts';
import type { PinnedPlan } from '#shared/domain/decision.ts';
import { readKeptPackage } from '#shared/plan/keptPackages.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';

export type Plans = {
  /** As read at an instant; now when left out. */
  byHash(hash: string, at?: number): PinnedPlan | null;
  /** The shipped package of that id, else the newest one kept in the file. */
  byId(planId: string): PinnedPlan | null;
};

/** Keeps the shipped packages in the file, so that whatever is pinned can always be read again. */
export function openPlans(db: Sqlite, shipped: readonly unknown[], now: number): Plans {
  const bodyOf = db.prepare<[string], string>('SELECT body FROM plan_package WHERE hash = ?').pluck();
  const hashOf = db
    .prepare<[string], string>('SELECT hash FROM plan_package WHERE plan_id = ? ORDER BY id DESC LIMIT 1')
    .pluck();
  const add = db.prepare('INSERT INTO plan_package (hash, plan_id, version, body, stored_at) VALUES (?, ?, ?, ?, ?)');
  const byHash = new Map<string, PinnedPlan>();
  const shippedById = new Map<string, PinnedPlan>();

  const missing: { body: string; pinned: PinnedPlan }[] = [];
  for (const raw of shipped) {
    const body = canonicalJson(raw);
    const pinned = pin(raw, planHash(body));
    byHash.set(pinned.pin.hash, pinned);
    shippedById.set(pinned.pin.id, pinned);
    if (bodyOf.get(pinned.pin.hash) === undefined) missing.push({ body, pinned });
  }
  const addMissing = db.transaction(() => {
    for (const { body, pinned } of missing) add.run(pinned.pin.hash, pinned.pin.id, pinned.pin.version, body, now);
  });
  if (missing.length > 0) addMissing.immediate();

  function find(hash: string): PinnedPlan | null {
    const known = byHash.get(hash);
    if (known !== undefined) return known;
    const body = bodyOf.get(hash);
    if (body === undefined) return null;
    const pinned = pin(readKeptPackage(JSON.parse(body)), hash);
    byHash.set(hash, pinned);
    return pinned;
  }

  return {
    byHash: find,
    byId(planId) {
      const pinned = shippedById.get(planId);
      if (pinned !== undefined) return pinned;
      const hash = hashOf.get(planId);
      return hash === undefined ? null : find(hash);
    },
  };
}

function pin(raw: unknown, hash: string): PinnedPlan {
  const parsed = parsePlanPackage(raw);
  if (parsed.ok) return { plan: parsed.plan, pin: { id: parsed.plan.id, version: parsed.plan.version, hash } };
  const faults = parsed.faults.map(({ path, reason }) => `${path}: ${reason}`);
  throw new Error(`a plan package does not hold together:\n${faults.join('\n')}`);
}
