import { describe, expect, it, vi } from 'vitest';
import { createFakeApi } from '#renderer/platform/fakeApi.ts';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import { createQueryCache } from './queryCache.ts';

const NOW = Date.parse('2026-02-13T14:31:13+08:00');
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function setUp(past: { at: number | null } = { at: null }) {
  const api = createFakeApi({ now: () => NOW });
  const asked = vi.spyOn(api, 'query');
  const cache = createQueryCache(api, () => past.at);
  return { api, asked, cache, past };
}
const BOARD = { type: 'getBoard' } as const;
async function incidentsOf(api: DeskApi) {
  const board = await api.query('live', BOARD);
  return board.ok ? board.result.incidents : [];
}

describe('query results shared on screen', () => {
  it('two that ask the same cost one request', async () => {
    const { cache, asked } = setUp();
    cache.watch('live', BOARD, () => {});
    cache.watch('live', BOARD, () => {});
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(cache.snapshot('live', BOARD).data?.incidents).toHaveLength(2);
  });

  it('[PRACTICE-3] a desk that runs again or was only opened now is asked anew, whatever was asked of it', async () => {
    const { cache, asked } = setUp();
    const file = { type: 'getIncident', incidentId: 'gaoping-valve' } as const;
    cache.watch('practice-qingdao-2013', file, () => {});
    await settled();
    const failureNow = () => cache.snapshot('practice-qingdao-2013', file).failure;
    expect(failureNow()).toMatchObject({ kind: 'refused', error: { code: 'unknownDesk' } });
    cache.onChanged({ desk: 'practice-qingdao-2013', position: 9, streams: ['incident/other'] });
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    cache.onChanged({ desk: 'practice-qingdao-2013', position: 9, streams: [] });
    await settled();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('asks again when the desk changed, and calls back', async () => {
    const { cache, asked } = setUp();
    const called = vi.fn();
    cache.watch('live', BOARD, called);
    await settled();
    cache.onChanged({ desk: 'other', position: 1, streams: [] });
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    cache.onChanged({ desk: 'live', position: 1, streams: ['incident/x'] });
    await settled();
    expect(asked).toHaveBeenCalledTimes(2);
    expect(called).toHaveBeenCalledTimes(2);
  });

  it('changes during a request cost one more request, not one each', async () => {
    const { cache, asked } = setUp();
    cache.watch('live', BOARD, () => {});
    for (let i = 0; i < 5; i += 1) cache.onChanged({ desk: 'live', position: i, streams: [] });
    await settled();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('after a reconnection everything on screen is read again', async () => {
    const { cache, asked } = setUp();
    cache.watch('live', BOARD, () => {});
    await settled();
    cache.onChanged({ desk: '', position: -1, streams: [] });
    await settled();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('keeps what was known when the host is away', async () => {
    const { api, cache } = setUp();
    cache.watch('live', BOARD, () => {});
    await settled();
    api.setReachable(false);
    cache.reload('live', BOARD);
    await settled();
    expect(cache.snapshot('live', BOARD)).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(cache.snapshot('live', BOARD).data?.incidents).toHaveLength(2);
  });

  it('asks again at the instant at which the result changes by itself, and not before', async () => {
    const { cache, asked } = setUp();
    cache.watch('live', BOARD, () => {});
    await settled();
    const next = cache.snapshot('live', BOARD).data?.nextChangeAt ?? Number.NaN;
    cache.onTick(next - 1000);
    await settled();
    expect(asked).toHaveBeenCalledTimes(1);
    cache.onTick(next);
    await settled();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('in a practice replay every query but the desk and the plan goes with the scrubber’s instant', async () => {
    const { cache, asked, past } = setUp({ at: NOW - 60_000 });
    cache.watch('live', BOARD, () => {});
    cache.watch('live', { type: 'getPlan' }, () => {});
    await settled();
    expect(asked.mock.calls.map(([, query]) => query)).toEqual([
      { type: 'getBoard', at: NOW - 60_000 },
      { type: 'getPlan' },
    ]);
    past.at = NOW - 30_000;
    cache.onPastInstant('live');
    await settled();
    expect(asked.mock.lastCall?.[1]).toEqual({ type: 'getBoard', at: NOW - 30_000 });
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('[READ-4] in a replay an earlier instant may be asked for, a later one is not known yet', async () => {
    const { cache, asked } = setUp({ at: NOW - 60_000 });
    cache.watch('live', { type: 'getBoard', at: NOW - 90_000 }, () => {});
    cache.watch('live', { type: 'getBoard', at: NOW }, () => {});
    await settled();
    expect(asked.mock.calls.map(([, query]) => query)).toEqual([
      { type: 'getBoard', at: NOW - 90_000 },
      { type: 'getBoard', at: NOW - 60_000 },
    ]);
  });

  it('what was asked of a past instant is not kept once nobody looks', async () => {
    const { cache, asked } = setUp();
    const past = { type: 'getBoard', at: NOW - 90_000 } as const;
    for (const query of [past, BOARD]) cache.watch('live', query, () => {})();
    await settled();
    for (const query of [past, BOARD]) cache.watch('live', query, () => {});
    await settled();
    expect(asked.mock.calls.map(([, query]) => query)).toEqual([past, BOARD, past]);
  });

  it('[READ-6] of an incident that is known only what came since is asked, and what is shown is the whole', async () => {
    const { api, asked, cache } = setUp();
    const [row] = await incidentsOf(api);
    const query = { type: 'getIncident', incidentId: row?.incidentId ?? '' } as const;
    cache.watch('live', query, () => {});
    await settled();
    const before = cache.snapshot('live', query).data;
    expect(before?.entries.length).toBeGreaterThan(1);
    const after = before?.entries.at(-1)?.entryId;
    const command = { type: 'AddNote', incidentId: query.incidentId, text: '刚到现场' } as const;
    const written = await api.execute({ desk: 'live', commandId: 'note-0001', officerId: 'li', command });
    expect(written).toMatchObject({ ok: true });
    cache.onChanged({ desk: 'live', position: 99, streams: [`incident/${query.incidentId}`] });
    await settled();
    expect(asked.mock.lastCall?.[1]).toEqual({ ...query, after });
    const whole = await api.query('live', query);
    expect(cache.snapshot('live', query).data).toEqual(whole.ok && whole.result);
    expect(cache.snapshot('live', query).data?.entries[0]).toBe(before?.entries[0]);
  });
});
