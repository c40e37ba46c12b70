/** What closing a window and quitting mean while clocks run. Pure [issue: a real desktop, 3]. */
import { type ClockWords, clockLines, type RunningClock } from './runningClocks.ts';

export type CloseDecision = 'close' | 'hide' | 'hideAndTell';

export type CloseFacts = { quitting: boolean; clocks: number; alarms: number; told: boolean };

/** The main window goes to the tray while something runs or calls; without that, closing it ends the program. */
export function closeDecision({ quitting, clocks, alarms, told }: CloseFacts): CloseDecision {
  if (quitting || clocks + alarms === 0) return 'close';
  return told ? 'hide' : 'hideAndTell';
}

/** An alarm that nobody acknowledged keeps its window. */
export const alarmMayClose = ({ quitting, alarms }: Pick<CloseFacts, 'quitting' | 'alarms'>): boolean =>
  quitting || alarms === 0;

export type QuitDecision = { kind: 'quit' } | { kind: 'ask'; message: string; detail: string };

export type QuitFacts = {
  /** The officer has said it, or the system is ending: asking again would only be in the way. */
  decided: boolean;
  clocks: readonly RunningClock[];
  now: number;
};

const MOST_NAMED = 8;

export function quitGuard({ decided, clocks, now }: QuitFacts, words: ClockWords): QuitDecision {
  if (decided || clocks.length === 0) return { kind: 'quit' };
  const lines = clockLines(clocks, now, words, MOST_NAMED);
  return {
    kind: 'ask',
    message: words.text('quit.message'),
    detail: `${lines.join('\n')}\n\n${words.text('quit.detail')}`,
  };
}
