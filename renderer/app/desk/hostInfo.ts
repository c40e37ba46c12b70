/** What the host tells about itself, and whether it can be reached. */
import { create } from 'zustand';
import type { DeskApi, HostInfo } from '#shared/contract/deskApi.ts';
import { correctClock } from '../clock/clock.ts';

export const useHostInfo = create<{ info: HostInfo | null; connected: boolean }>(() => ({
  info: null,
  connected: true,
}));

export async function readHostInfo(api: Pick<DeskApi, 'host'>): Promise<HostInfo> {
  const askedAt = Date.now();
  const info = await api.host();
  correctClock(info.now, askedAt, Date.now());
  useHostInfo.setState({ info });
  return info;
}

export const liveDeskOf = (info: HostInfo): string =>
  (info.desks.find((desk) => desk.kind !== 'practice') ?? info.desks[0])?.deskId ?? 'live';

/** The live desk's id; on the screen only after the host answered. */
export const useLiveDeskId = (): string | null => useHostInfo(({ info }) => (info ? liveDeskOf(info) : null));
