/**
 * How alarms sound: the rhythm tells the stage, so that it is known from across the room. Each alarm sounds its most
 * urgent stage's rhythm once, at most four seconds; the host raises the next one (every five minutes while overdue), so
 * nothing loops. Pure; sound.ts plays it.
 */

import { type StageKind, stageKind } from '#renderer/app/entries/describeAlarm.ts';
import type { AlarmRow } from '#shared/contract/rows.ts';

export type Beep = {
  /** Seconds from the start. */
  at: number;
  seconds: number;
  hertz: number;
  /** 0 to 1. */
  loudness: number;
};

const evenly = (count: number, every: number, beep: Omit<Beep, 'at'>): Beep[] =>
  Array.from({ length: count }, (_, index) => ({ ...beep, at: index * every }));

export const RHYTHMS: Record<StageKind, readonly Beep[]> = {
  /** No obligation: one low tone, softer than any clock's. */
  remind: evenly(1, 1, { seconds: 0.35, hertz: 523, loudness: 0.2 }),
  dueSoon: evenly(2, 0.45, { seconds: 0.22, hertz: 660, loudness: 0.35 }),
  attention: evenly(2, 0.45, { seconds: 0.22, hertz: 784, loudness: 0.5 }),
  due: evenly(3, 0.4, { seconds: 0.28, hertz: 880, loudness: 0.75 }),
  repeat: [
    ...evenly(5, 0.22, { seconds: 0.14, hertz: 988, loudness: 1 }),
    ...evenly(5, 0.22, { seconds: 0.14, hertz: 1175, loudness: 1 }).map((beep) => ({ ...beep, at: beep.at + 1.6 })),
  ],
};

const URGENCY: readonly StageKind[] = ['remind', 'dueSoon', 'attention', 'due', 'repeat'];

export function mostUrgent(alarms: readonly Pick<AlarmRow, 'stages'>[]): StageKind | null {
  const kinds = alarms.flatMap(({ stages }) => stages.map(({ stage }) => stageKind(stage)));
  return URGENCY.findLast((kind) => kinds.includes(kind)) ?? null;
}

export const lengthOf = (kind: StageKind): number => Math.max(...RHYTHMS[kind].map((beep) => beep.at + beep.seconds));
