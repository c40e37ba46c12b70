/**
 * Whether something is being pressed. What moves the page waits until it is let go of: a button that slips away under the
 * finger is not pressed, and nobody sees why.
 */
export type Presses = {
  /** At once where nothing is pressed; else after the press has had its click. */
  released(): Promise<void>;
  stop(): void;
};

const ENDS = ['pointerup', 'pointercancel', 'blur'] as const;

export function watchPresses(): Presses {
  let isPressed = false;
  let waiting: (() => void)[] = [];
  const pressed = () => {
    isPressed = true;
  };
  const over = () => {
    isPressed = false;
    for (const go of waiting) go();
    waiting = [];
  };
  // The click comes right after the pointer is up.
  const up = () => setTimeout(over);
  window.addEventListener('pointerdown', pressed, { capture: true });
  for (const end of ENDS) window.addEventListener(end, up, { capture: true });
  return {
    released: () => (isPressed ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    stop() {
      window.removeEventListener('pointerdown', pressed, { capture: true });
      for (const end of ENDS) window.removeEventListener(end, up, { capture: true });
      over();
    },
  };
}
