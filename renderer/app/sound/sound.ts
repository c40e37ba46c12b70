/**
 * The alarm's voice: WebAudio, no file to load. A browser may keep it silent until somebody has touched the page; then
 * the banner says so, and any key or click arms it.
 */
import { create } from 'zustand';
import type { StageKind } from '#renderer/app/entries/describeAlarm.ts';
import type { PageSound } from '#shared/domain/desk/selfCheck.ts';
import { type Presses, watchPresses } from './presses.ts';
import { RHYTHMS } from './rhythm.ts';
import { createVoice, type Voice } from './voice.ts';

export type SoundState = 'on' | 'off' | 'none';
export const useSound = create<{ state: SoundState }>(() => ({ state: 'off' }));

/** How loud alarms are at this screen. There is no zero: an alarm is never shelved. */
export const VOLUMES = { low: 0.35, middle: 0.65, high: 1 } as const;
export type Volume = keyof typeof VOLUMES;

let context: AudioContext | null = null;
let playing: GainNode | null = null;
let voice: Voice = createVoice(undefined);
let volume: Volume = 'high';
let presses: Presses | null = null;

async function publish(): Promise<void> {
  if (context?.state === 'running') await voice.join();
  else voice.leave();
  // The banner goes once it is armed, and the page moves up.
  await presses?.released();
  useSound.setState({ state: context === null ? 'none' : context.state === 'running' ? 'on' : 'off' });
}

/** Opens the voice, and lets the first touch of the page arm it. Returns the way to close it. */
export function openSound(): () => void {
  try {
    context = new AudioContext();
  } catch {
    context = null;
  }
  voice = createVoice(navigator.locks);
  const watched = watchPresses();
  presses = watched;
  const changed = () => void publish();
  changed();
  context?.addEventListener('statechange', changed);
  const touched = () => {
    if (context?.state === 'suspended') void armSound();
  };
  // On the way down: most buttons keep their press to themselves.
  window.addEventListener('pointerdown', touched, { capture: true });
  window.addEventListener('keydown', touched, { capture: true });
  return () => {
    window.removeEventListener('pointerdown', touched, { capture: true });
    window.removeEventListener('keydown', touched, { capture: true });
    context?.removeEventListener('statechange', changed);
    watched.stop();
    voice.leave();
    void context?.close();
    context = null;
  };
}

export async function armSound(): Promise<void> {
  await context?.resume().catch(() => {});
  await publish();
}

export function setVolume(next: Volume): void {
  volume = next;
}

const PROBE_MS = 250;

/** Whether sound really runs, not only says so: its clock stands still where the machine takes nothing from it. */
export async function probeSound(): Promise<PageSound> {
  const probed = context;
  if (probed === null) return 'none';
  if (probed.state !== 'running') return 'off';
  const before = probed.currentTime;
  await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
  return probed.currentTime > before ? 'on' : 'stuck';
}

/** Cuts short what sounds now. */
export function silence(): void {
  playing?.disconnect();
  playing = null;
}

/** An alarm: sounds on one of the desk's pages. */
export function play(kind: StageKind): void {
  if (voice.speaks()) tryOut(kind);
}

/** To hear what it is like: sounds here, whoever has the voice. */
export function tryOut(kind: StageKind): void {
  if (context?.state !== 'running') return;
  silence();
  const loud = context.createGain();
  loud.gain.value = VOLUMES[volume];
  loud.connect(context.destination);
  playing = loud;
  const start = context.currentTime + 0.05;
  for (const { at, seconds, hertz, loudness } of RHYTHMS[kind]) {
    const tone = context.createOscillator();
    const shape = context.createGain();
    tone.type = 'triangle';
    tone.frequency.value = hertz;
    // Soft edges: a click at each end would sound like a fault of the loudspeaker.
    shape.gain.setValueAtTime(0, start + at);
    shape.gain.linearRampToValueAtTime(loudness, start + at + 0.02);
    shape.gain.setValueAtTime(loudness, start + at + seconds - 0.04);
    shape.gain.linearRampToValueAtTime(0, start + at + seconds);
    tone.connect(shape).connect(loud);
    tone.start(start + at);
    tone.stop(start + at + seconds);
  }
}
