/** The instant on the screen, once a minute: a picture of hours does not change each second. */
import { useClockStore } from '#renderer/app/clock/clock.ts';

const MINUTE = 60_000;

export const useMinute = (): number =>
  useClockStore(({ practice, wall }) => practice ?? Math.ceil(wall / MINUTE) * MINUTE);
