/** The clock times over the picture. */

import type { Format } from '#renderer/app/format/useFormat.ts';
import { zoneOffset } from '#shared/domain/report/timeText.ts';
import { axisTicks, tickText } from '#shared/domain/timeline/axis.ts';
import type { Layout } from '#shared/domain/timeline/layout.ts';

export function axisTimes(layout: Layout, { timeZone, time, day }: Format) {
  const ticks = axisTicks(layout, zoneOffset(layout.view.from, timeZone));
  return { ticks, words: (at: number) => tickText(ticks, at, { day, time }) };
}
