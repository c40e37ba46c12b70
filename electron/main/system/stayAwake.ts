/** Keeps the machine from sleeping while a clock of the live desk runs; the screen may go dark. */
import { powerSaveBlocker } from 'electron';

export type StayAwake = { want(awake: boolean): void };

export function createStayAwake(): StayAwake {
  let blocker: number | null = null;
  return {
    want(awake) {
      if (awake && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
      if (!awake && blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
  };
}
