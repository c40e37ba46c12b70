// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { armSound, openSound, play, probeSound, setVolume, tryOut, useSound, VOLUMES } from './sound.ts';
import { createVoice } from './voice.ts';

/** One lock, as the browser gives it to one page at a time. */
function fakeLocks() {
  let held = false;
  const queue: (() => void)[] = [];
  const run = async (callback: (lock: Lock | null) => unknown) => {
    held = true;
    await callback({ name: 'watchdesk-voice', mode: 'exclusive' });
    held = false;
    queue.shift()?.();
  };
  const request = async (_name: string, options: LockOptions | LockGrantedCallback<unknown>, callback?: unknown) => {
    const grant = callback as (lock: Lock | null) => unknown;
    if (!held) return run(grant);
    if (typeof options !== 'function' && options.ifAvailable === true) return grant(null);
    await new Promise<void>((resolve) => queue.push(resolve));
    return run(grant);
  };
  return { request } as unknown as LockManager;
}
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('[VOICE-1] of all pages one sounds', () => {
  it('the first that joins speaks; when it leaves, the next', async () => {
    const locks = fakeLocks();
    const [first, second] = [createVoice(locks), createVoice(locks)];
    await first.join();
    await second.join();
    expect([first.speaks(), second.speaks()]).toEqual([true, false]);
    first.leave();
    await turn();
    expect([first.speaks(), second.speaks()]).toEqual([false, true]);
  });

  it('a page that never joined is silent, and one without locks speaks', () => {
    expect(createVoice(fakeLocks()).speaks()).toBe(false);
    expect(createVoice(undefined).speaks()).toBe(true);
  });

  it('left while it was asked for: nobody is kept waiting', async () => {
    const locks = fakeLocks();
    const [first, second] = [createVoice(locks), createVoice(locks)];
    const joining = first.join();
    first.leave();
    await joining;
    await turn();
    await second.join();
    expect(second.speaks()).toBe(true);
  });
});

class FakeAudio extends EventTarget {
  static last: FakeAudio;
  static moves = true;
  state: AudioContextState = 'suspended';
  gains: number[] = [];
  tones = 0;
  destination = {};
  get currentTime() {
    return FakeAudio.moves ? performance.now() / 1000 : 0;
  }
  constructor() {
    super();
    FakeAudio.last = this;
  }
  async resume() {
    this.state = 'running';
  }
  async close() {
    this.state = 'closed';
  }
  createGain() {
    const { gains } = this;
    const gain = {
      set value(next: number) {
        gains.push(next);
      },
      setValueAtTime() {},
      linearRampToValueAtTime() {},
    };
    const node = { gain, connect: (to: unknown) => to, disconnect() {} };
    return node;
  }
  createOscillator() {
    this.tones += 1;
    return { frequency: { value: 0 }, connect: (to: unknown) => to, start() {}, stop() {} };
  }
}

describe('the alarm’s voice', () => {
  let close = () => {};
  beforeEach(() => {
    FakeAudio.moves = true;
    vi.stubGlobal('AudioContext', FakeAudio);
    vi.stubGlobal('navigator', { locks: fakeLocks() });
    close = openSound();
  });
  afterEach(() => {
    close();
    vi.unstubAllGlobals();
  });

  it('is off until armed, and silent so long', async () => {
    await turn();
    expect(useSound.getState().state).toBe('off');
    expect(await probeSound()).toBe('off');
    tryOut('due');
    expect(FakeAudio.last.tones).toBe(0);
  });

  it.each(['pointerdown', 'keydown'])(
    'any touch arms it, also on a button that keeps its %s to itself',
    async (type) => {
      const button = document.body.appendChild(document.createElement('button'));
      button.addEventListener(type, (event) => event.stopPropagation());
      await turn();
      expect(useSound.getState().state).toBe('off');
      button.dispatchEvent(new Event(type, { bubbles: true }));
      window.dispatchEvent(new Event('pointerup'));
      await turn();
      await turn();
      expect(useSound.getState().state).toBe('on');
      button.remove();
    },
  );

  it('its banner does not go from under a button that is being pressed', async () => {
    await turn();
    const states: string[] = [];
    const stop = useSound.subscribe(({ state }) => states.push(state));
    window.addEventListener('click', () => states.push('clicked'), { once: true });
    window.dispatchEvent(new Event('pointerdown'));
    await turn();
    expect(FakeAudio.last.state).toBe('running');
    expect(states.filter((state) => state === 'on')).toEqual([]);
    window.dispatchEvent(new Event('pointerup'));
    await Promise.resolve();
    window.dispatchEvent(new Event('click'));
    await turn();
    await turn();
    stop();
    expect(states.slice(states.indexOf('clicked'))).toEqual(['clicked', 'on']);
  });

  it('armed it sounds, as loud as chosen', async () => {
    await armSound();
    expect(useSound.getState().state).toBe('on');
    setVolume('low');
    play('due');
    expect(FakeAudio.last.tones).toBe(3);
    expect(FakeAudio.last.gains).toEqual([VOLUMES.low]);
    expect(Math.min(...Object.values(VOLUMES))).toBeGreaterThan(0);
  });

  it('a second page keeps quiet when an alarm comes, plays its test, and takes over', async () => {
    const other = createVoice(navigator.locks);
    await other.join();
    await armSound();
    play('due');
    expect(FakeAudio.last.tones).toBe(0);
    tryOut('due');
    expect(FakeAudio.last.tones).toBe(3);
    other.leave();
    await turn();
    play('due');
    expect(FakeAudio.last.tones).toBe(6);
  });

  it('the check tells a voice that runs from one that stands still and from none', async () => {
    await armSound();
    expect(await probeSound()).toBe('on');
    FakeAudio.moves = false;
    expect(await probeSound()).toBe('stuck');
    close();
    expect(await probeSound()).toBe('none');
  });
});
