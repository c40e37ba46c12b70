import type { practice as original } from '../zh-CN/practice.ts';

export const practice: Record<keyof typeof original, string> = {
  'practice.title': 'Practice replay · {title}',
  'practice.play': 'Play',
  'practice.pause': 'Pause',
  'practice.previous': 'Previous mark',
  'practice.next': 'Next mark',
  'practice.speed': 'Speed',
  'practice.times': '{n}×',
  'practice.position': 'Instant of the replay',
  'practice.mark': 'mark {n} of {of}',
  'practice.leave': 'Back to the real desk',
  'practice.open': 'Open practice replay: {title}',
  'practice.opening': 'Preparing the replay…',
  'practice.closed': 'The practice replay is not open',
  'practice.closedHelp':
    'After a restart of the program it has to be opened again. This page goes on by itself once it is.',
  'practice.failed': 'The replay could not be opened. Try again.',
};
