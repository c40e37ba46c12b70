/**
 * Asks one thing at a time: what is asked meanwhile waits, and the next replaces it. Only the answer to what was asked
 * last is shown, so that slow answers never stand under other words.
 */
export type Latest<Asked> = {
  ask(asked: Asked): void;
  /** Nothing more is shown. */
  stop(): void;
};

export function createLatest<Asked, Answer>(
  run: (asked: Asked) => Promise<Answer>,
  show: (asked: Asked, answer: Answer | null) => void,
): Latest<Asked> {
  let waiting: { asked: Asked } | null = null;
  let isBusy = false;
  let isStopped = false;

  async function work(): Promise<void> {
    isBusy = true;
    while (waiting !== null) {
      const { asked } = waiting;
      waiting = null;
      const answer = await run(asked).catch(() => null);
      if (waiting === null && !isStopped) show(asked, answer);
    }
    isBusy = false;
  }

  return {
    ask(asked) {
      waiting = { asked };
      if (!isBusy) void work();
    },
    stop() {
      isStopped = true;
      waiting = null;
    },
  };
}
