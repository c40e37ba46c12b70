/** The parts of an instant on a wall clock of the plan's zone, whatever the machine's: years to seconds, as numbers. */

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

const formats = new Map<string, Intl.DateTimeFormat>();

export function zonedParts(at: number, timeZone: string): (type: Part) => number {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  formats.set(timeZone, format);
  const parts = format.formatToParts(at);
  return (type) => Number(parts.find((part) => part.type === type)?.value);
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const number = 'numeric';
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: number,
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
  });
}
