/**
 * The alarm's voice: WebAudio, no file to load. A browser may keep it silent until somebody has touched the page; then
 * the banner says so, and any key or click arms it.
 */
import { create } from 'zustand';
import type { StageKind } from '#renderer/app/entries/describeAlarm.ts';
import { RHYTHMS } from './rhythm.ts';

export type SoundState = 'on' | 'off' | 'none';
export const useSound = create<{ state: SoundState }>(() => ({ state: 'off' }));

let context: AudioContext | null = null;
let playing: GainNode | null = null;

const publish = () =>
  useSound.setState({ state: context === null ? 'none' : context.state === 'running' ? 'on' : 'off' });

/** Opens the voice, and lets the first touch of the page arm it. Returns the way to close it. */
export function openSound(): () => void {
  try {
    context = new AudioContext();
  } catch {
    context = null;
  }
  publish();
  context?.addEventListener('statechange', publish);
  const touched = () => {
    if (context?.state === 'suspended') void armSound();
  };
  window.addEventListener('pointerdown', touched);
  window.addEventListener('keydown', touched);
  return () => {
    window.removeEventListener('pointerdown', touched);
    window.removeEventListener('keydown', touched);
    void context?.close();
    context = null;
  };
}

export async function armSound(): Promise<void> {
  await context?.resume().catch(() => {});
  publish();
}

/** Cuts short what sounds now. */
export function silence(): void {
  playing?.disconnect();
  playing = null;
}

export function play(kind: StageKind): void {
  if (context?.state !== 'running') return;
  silence();
  const volume = context.createGain();
  volume.connect(context.destination);
  playing = volume;
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
    tone.connect(shape).connect(volume);
    tone.start(start + at);
    tone.stop(start + at + seconds);
  }
}
