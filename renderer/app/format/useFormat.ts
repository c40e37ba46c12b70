/** The formats of this desk: bound to the plan's zone and the screen's language. */
import { useMemo } from 'react';
import type { Timed } from '#shared/plan/facts.ts';
import { useDeskZone } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import type { Translate } from '../i18n/translator.ts';
import { formatSeconds, formatSpan } from './duration.ts';
import {
  dayDistance,
  formatDate,
  formatDay,
  formatInstant,
  formatTime,
  formatTimeExact,
  zonedParts,
} from './instant.ts';

export type Format = ReturnType<typeof createFormat>;

export function createFormat(timeZone: string, t: Translate) {
  const time = (at: number) => formatTime(at, timeZone);
  const day = (at: number) => formatDay(at, timeZone);
  const dayHint = (at: number, now: number): string => {
    const distance = dayDistance(at, now, timeZone);
    if (distance === 0) return t('app.today');
    if (distance === -1) return t('app.yesterday');
    return distance === 1 ? t('app.tomorrow') : day(at);
  };
  return {
    timeZone,
    /** `02:12` */
    time,
    /** `02:12:05` */
    timeExact: (at: number) => formatTimeExact(at, timeZone),
    /** `02-13` */
    day,
    /** `2026-02-13` */
    date: (at: number) => formatDate(at, timeZone),
    /** `02-13 02:12`, with the year unless `now` is in the same one. */
    instant: (at: number, now?: number) => formatInstant(at, timeZone, now),
    /** 今日 · 昨日 · 明日 · `02-13` */
    dayHint,
    /** `02:12` today, `昨日 23:12`, `02-11 23:12`. */
    near: (at: number, now: number) =>
      dayDistance(at, now, timeZone) === 0 ? time(at) : `${dayHint(at, now)} ${time(at)}`,
    weekday: (at: number) => t(`app.weekday.${zonedParts(at, timeZone).weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
    /** As precisely as it is known: `约 02-13 02:12`, `02-13 02:12`, `02-13 02:12:05`. */
    timed: (timed: Timed, now?: number) => {
      const minute = formatInstant(timed.at, timeZone, now);
      if (timed.precision === 'about') return t('app.about', { time: minute });
      if (timed.precision === 'minute') return minute;
      return `${minute}:${formatTimeExact(timed.at, timeZone).slice(-2)}`;
    },
    /** h:mm:ss of seconds. */
    duration: formatSeconds,
    /** h:mm:ss between two instants. */
    span: formatSpan,
  };
}

export function useFormat(): Format {
  const timeZone = useDeskZone();
  const t = useT();
  return useMemo(() => createFormat(timeZone, t), [timeZone, t]);
}
