/** The day's self-check, made by whichever page comes first; the host does it where every page forgot. */
import { useEffect, useRef } from 'react';
import { hostNow } from '../clock/clock.ts';
import { useDeskApi } from '../desk/deskContext.ts';
import { useLiveDesk } from '../desk/useLiveDesk.ts';
import { useSound } from '../sound/sound.ts';
import { mayCheckByItself, runSelfCheck, useSelfCheck } from './selfCheck.ts';

const LOOK_EVERY_MS = 30_000;

export function useDailySelfCheck(): void {
  const api = useDeskApi();
  const live = useLiveDesk();
  const desk = useRef(live?.desk);
  useEffect(() => {
    desk.current = live?.desk;
  });
  useEffect(() => {
    const openedAt = performance.now();
    const look = () => {
      if (desk.current === undefined || useSelfCheck.getState().isRunning) return;
      const page = { ageMs: performance.now() - openedAt, sound: useSound.getState().state };
      if (mayCheckByItself(desk.current.selfCheck?.at ?? null, hostNow(), page)) void runSelfCheck(api, null);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [api]);
}
