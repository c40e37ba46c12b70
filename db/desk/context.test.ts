import { describe, expect, test } from 'vitest';
import type { PinnedPlan } from '#shared/domain/decision.ts';
import { initialDesk } from '#shared/domain/desk/desk.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import { SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { initialState, type StreamState } from '#shared/domain/streams.ts';
import { createContext } from './context.ts';
import type { Plans } from './plans.ts';
import type { Streams } from './streams.ts';

const pinned = (hash: string): PinnedPlan => ({
  plan: { id: 'plan' } as never,
  pin: { id: 'plan', version: hash, hash },
});
const plans: Plans = { byHash: pinned, byId: () => pinned('shipped') };

const incident = { kind: 'incident', incidentId: 'i1', planPin: pinned('of-incident').pin } as IncidentState;
const states: Record<string, StreamState> = {
  'incident/i1': incident,
  desk: { ...initialDesk, plan: pinned('of-desk').pin },
};
const streams = {
  get: (name: string) => ({ state: states[name] ?? initialState(name), heads: [], last: null }),
} as Pick<Streams, 'get'> as Streams;
const logHead = { chainId: 'c', position: 7, hash: 'ab' };
const context = () => createContext({ streams, plans, logHead, keptFile: () => 'whole' }, 0, SYSTEM_ACTOR);

describe('what a decision sees', () => {
  test("[READ-3] a plan by id is the desk's own, else the shipped one", () => {
    expect(context().plan('plan')?.pin.hash).toBe('of-desk');
    expect(context().plan('other')?.pin.hash).toBe('shipped');
  });

  test('[READ-3] once an incident is looked at, its id means the plan that incident is pinned to', () => {
    const seen = context();
    expect(seen.incident('i1')).toBe(incident);
    expect(seen.plan('plan')?.pin.hash).toBe('of-incident');
  });

  test('[DESK-1] what has no entry is not there', () => {
    expect(context().incident('nowhere')).toBeNull();
    expect(context().call('nowhere')).toBeNull();
    expect(context().alarms({ incidentId: 'nowhere' }).alarms).toEqual([]);
  });
});
