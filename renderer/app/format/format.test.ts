import { describe, expect, it } from 'vitest';
import { translateZh } from '../i18n/translator.ts';
import { formatSeconds, formatSpan } from './duration.ts';
import { dayDistance, formatInstant, formatTime, formatTimeExact, zonedParts } from './instant.ts';
import { createFormat } from './useFormat.ts';

const at = (iso: string) => Date.parse(iso);
const SHANGHAI = 'Asia/Shanghai';

describe('durations are always h:mm:ss [ux 2]', () => {
  it.each([
    [0, '0:00:00'],
    [59, '0:00:59'],
    [60, '0:01:00'],
    [527, '0:08:47'],
    [3599, '0:59:59'],
    [3600, '1:00:00'],
    [86_400, '24:00:00'],
    [360_000, '100:00:00'],
    [-527, '0:08:47'],
    [527.9, '0:08:47'],
  ])('%s s is %s', (seconds, text) => expect(formatSeconds(seconds)).toBe(text));

  it('a countdown reaches 0:00:00 at the due instant itself and not before', () => {
    expect(formatSpan(999, 1000)).toBe('0:00:01');
    expect(formatSpan(1000, 1000)).toBe('0:00:00');
  });
});

describe('instants are shown in the plan’s zone, not the machine’s', () => {
  it('this test runs in another zone than the plan', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('America/New_York');
  });

  it.each([
    ['2026-02-12T18:12:05Z', '02:12', '02:12:05', '2026-02-13 02:12'],
    ['2026-02-12T16:00:00Z', '00:00', '00:00:00', '2026-02-13 00:00'],
    ['2026-02-12T15:59:59Z', '23:59', '23:59:59', '2026-02-12 23:59'],
    ['2025-12-31T16:00:00Z', '00:00', '00:00:00', '2026-01-01 00:00'],
  ])('%s', (iso, time, exact, full) => {
    expect(formatTime(at(iso), SHANGHAI)).toBe(time);
    expect(formatTimeExact(at(iso), SHANGHAI)).toBe(exact);
    expect(formatInstant(at(iso), SHANGHAI)).toBe(full);
  });

  it('leaves the year out when it is this year', () => {
    expect(formatInstant(at('2026-02-12T18:12:00Z'), SHANGHAI, at('2026-03-01T00:00:00Z'))).toBe('02-13 02:12');
    expect(formatInstant(at('2025-12-30T18:12:00Z'), SHANGHAI, at('2026-03-01T00:00:00Z'))).toBe('2025-12-31 02:12');
  });

  it('counts calendar days of the zone', () => {
    const now = at('2026-02-12T16:30:00Z'); // 00:30 on the 13th
    expect(dayDistance(at('2026-02-12T15:30:00Z'), now, SHANGHAI)).toBe(-1);
    expect(dayDistance(at('2026-02-13T15:59:59Z'), now, SHANGHAI)).toBe(0);
    expect(dayDistance(at('2026-02-13T16:00:00Z'), now, SHANGHAI)).toBe(1);
  });

  it('knows the weekday of the zone', () => {
    expect(zonedParts(at('2026-02-12T16:30:00Z'), SHANGHAI).weekday).toBe(5);
  });

  it('says 今日 and 昨日, and no more than is known', () => {
    const format = createFormat(SHANGHAI, translateZh);
    const now = at('2026-02-13T06:31:13Z');
    expect(format.dayHint(at('2026-02-12T18:12:00Z'), now)).toBe('今日');
    expect(format.near(at('2026-02-12T15:12:00Z'), now)).toBe('昨日 23:12');
    expect(format.near(at('2026-02-12T18:12:00Z'), now)).toBe('02:12');
    expect(format.weekday(now)).toBe('周五');
    expect(format.timed({ at: at('2026-02-12T18:12:00Z'), precision: 'about' }, now)).toBe('约 02-13 02:12');
    expect(format.timed({ at: at('2026-02-12T18:12:05Z'), precision: 'second' }, now)).toBe('02-13 02:12:05');
    expect(format.timed({ at: at('2026-02-12T18:12:00Z'), precision: 'minute' }, now)).toBe('02-13 02:12');
  });
});
