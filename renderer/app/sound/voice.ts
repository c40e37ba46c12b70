/**
 * Of all the desk's open pages one sounds: two voices would be none. The first page that can be heard has the voice; when
 * it goes, the next one that can be heard gets it. A page that is silent itself never holds it.
 */
const NAME = 'watchdesk-voice';

type Locks = Pick<LockManager, 'request'>;

export type Voice = {
  /** This page can be heard from now on; comes back once it is known who speaks. */
  join(): Promise<void>;
  leave(): void;
  speaks(): boolean;
};

/** Without locks (an old browser) every page speaks: better twice than never. */
export function createVoice(locks: Locks | undefined): Voice {
  let joined = false;
  let held = false;
  let waiting: AbortController | null = null;
  let letGo: () => void = () => {};

  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      held = true;
      letGo = resolve;
    });

  /** The answer is whether it was free; what is held stays held until `leave`. */
  const tryNow = (manager: Locks): Promise<boolean> =>
    new Promise((answer) => {
      manager
        .request(NAME, { ifAvailable: true }, (lock) => {
          answer(lock !== null);
          return lock === null ? undefined : hold();
        })
        .catch(() => answer(false));
    });

  function queue(manager: Locks): void {
    waiting = new AbortController();
    manager.request(NAME, { signal: waiting.signal }, hold).catch(() => {});
  }

  return {
    async join() {
      if (joined || locks === undefined) return;
      joined = true;
      const free = await tryNow(locks);
      if (!free && joined) queue(locks);
      // Left while it was being asked for.
      if (!joined) letGo();
    },
    leave() {
      joined = false;
      held = false;
      waiting?.abort();
      waiting = null;
      letGo();
    },
    speaks: () => locks === undefined || held,
  };
}
