/** Asking the desk to check itself, from this page: what is under way, and a result that could not be recorded. */
import { create } from 'zustand';
import type { DeskApi, SelfCheckReply } from '#shared/contract/deskApi.ts';
import { type CheckResults, isSelfCheckDue } from '#shared/domain/desk/selfCheck.ts';
import { hostNow } from '../clock/clock.ts';
import { probeSound, type SoundState } from '../sound/sound.ts';

export type Unrecorded = { at: number; results: CheckResults };
/** `unrecorded`: the newest result, where the desk could not write it. */
export const useSelfCheck = create<{ isRunning: boolean; unrecorded: Unrecorded | null }>(() => ({
  isRunning: false,
  unrecorded: null,
}));

/** `officerId` null: by itself, once a day. null as the answer: the host was not reached. */
export async function runSelfCheck(
  api: Pick<DeskApi, 'selfCheck'>,
  officerId: string | null,
): Promise<SelfCheckReply | null> {
  useSelfCheck.setState({ isRunning: true });
  try {
    const reply = await api.selfCheck({ sound: await probeSound(), officerId });
    if (reply.kind === 'done') {
      const unrecorded = reply.isRecorded ? null : { at: hostNow(), results: reply.results };
      useSelfCheck.setState({ unrecorded });
    }
    return reply;
  } catch {
    return null;
  } finally {
    useSelfCheck.setState({ isRunning: false });
  }
}

/** Started a moment ago, the first backup is not made and nobody has touched the page yet. */
const SETTLED_MS = 2 * 60_000;
/** A silent page lets one that sounds go first. */
const SILENT_MS = 4 * 60_000;

export type PageAge = { ageMs: number; sound: SoundState };

export const mayCheckByItself = (lastAt: number | null, now: number, { ageMs, sound }: PageAge): boolean =>
  ageMs >= (sound === 'on' ? SETTLED_MS : SILENT_MS) && isSelfCheckDue(lastAt, now);

/** What stays wrong of a result: the voice may have been armed since. */
export function standing(results: CheckResults, sound: SoundState): CheckResults {
  return sound === 'on' ? { ...results, sound: { fault: null, measured: null } } : results;
}
