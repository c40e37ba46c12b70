/** Durations on screen: always h:mm:ss, hours running past 24, never a sign (a word says left or late). */
const two = (n: number) => String(n).padStart(2, '0');

export function formatSeconds(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  return `${Math.trunc(whole / 3600)}:${two(Math.trunc(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** Between two instants. Rounded down to whole seconds, so a countdown reaches 0:00:00 at the due instant itself. */
export const formatSpan = (from: number, to: number): string => formatSeconds(Math.ceil((to - from) / 1000));
