/** Everything a screen needs of one host, wired together: queries, drafts, commands, the clock. */
import type { DeskApi } from '#shared/contract/deskApi.ts';
import { startClock, useClockStore } from '../clock/clock.ts';
import { followIdentity, prove } from '../identity/identity.ts';
import { advancePractice, pastInstantOf, usePractice } from '../practice/practice.ts';
import { useCalledAlarms } from './calledAlarms.ts';
import { askOfficer } from './confirm.ts';
import type { Host } from './deskContext.ts';
import { createDrafts } from './drafts.ts';
import { createExecutor } from './execute.ts';
import { readHostInfo, useHostInfo } from './hostInfo.ts';
import { createQueryCache } from './queryCache.ts';

const CLOCK_CHECK_MS = 60_000;

export const createHost = (api: DeskApi): Host => ({
  api,
  cache: createQueryCache(api, pastInstantOf),
  drafts: createDrafts(api),
  execute: createExecutor(api, () => crypto.randomUUID(), askOfficer, prove),
});

/** Starts listening and ticking; returns the way to stop. */
export function runHost({ api, cache, drafts }: Host): () => void {
  const stops = [
    startClock(),
    followIdentity(api),
    api.subscribe((changed) => cache.onChanged(changed)),
    api.onAlarms((called) => useCalledAlarms.setState({ called })),
    api.onConnection((connected) => {
      useHostInfo.setState({ connected });
      // Back again: the clock may have drifted, and another desk may be open.
      if (connected) void readHostInfo(api).catch(() => {});
    }),
    useClockStore.subscribe((state, before) => {
      if (state.wall === before.wall) return;
      cache.onTick(state.wall);
      advancePractice();
    }),
    usePractice.subscribe(({ practice }, before) => {
      if (practice && practice.at !== before.practice?.at) cache.onPastInstant(practice.deskId);
    }),
  ];
  const check = setInterval(() => void readHostInfo(api).catch(() => {}), CLOCK_CHECK_MS);
  const flush = () => drafts.flush();
  const hidden = () => document.visibilityState === 'hidden' && drafts.flush();
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    for (const stop of stops) stop();
    clearInterval(check);
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', hidden);
  };
}
