/** The clock times over the picture. */
import { roundTimes } from '#renderer/app/axis/axis.ts';
import { zoneOffset } from '#renderer/app/axis/zoneOffset.ts';
import type { Format } from '#renderer/app/format/useFormat.ts';
import type { Layout } from './layout.ts';

/** Room a time with its day needs, in ems. */
const ROOM = 8;

export function axisTimes({ view, sheet, xOf }: Layout, { timeZone, time, day }: Format) {
  const most = Math.max(1, (sheet.width - sheet.plot) / (sheet.em * ROOM));
  const all = roundTimes({ start: view.from, end: view.to }, most, zoneOffset(view.from, timeZone));
  const ticks = all.filter((at) => xOf(at) > sheet.plot + sheet.em * 2.5 && xOf(at) < sheet.width - sheet.em * 2.5);
  const words = (at: number): string => {
    const before = ticks[ticks.indexOf(at) - 1];
    return before === undefined || day(before) !== day(at) ? `${day(at)} ${time(at)}` : time(at);
  };
  return { ticks, words };
}
