/** A text that moves every second without rendering: `<Ticking text={(now) => format.span(now, dueAt)} />`. */
import { useTickText } from './useTickText.ts';

type TickingProps = { text: (now: number) => string; className?: string | undefined };

export function Ticking({ text, className }: TickingProps) {
  // role=timer: assistive technology reads it when asked, not every second.
  return <span role="timer" aria-live="off" className={className} ref={useTickText(text)} />;
}
