/** What a page's main thread did, from a trace: script, style, layout and paint, second by second. */
import type { CDPSession } from 'playwright-core';

type TraceEvent = { name: string; ph: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number };

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8.execute',
  'toplevel',
  '__metadata',
];
/** By what the work is for. Nested ones are counted once: intervals are united. */
const WORK: Record<string, readonly string[]> = {
  script: [
    'FunctionCall',
    'EvaluateScript',
    'TimerFire',
    'RunMicrotasks',
    'FireAnimationFrame',
    'EventDispatch',
    'MajorGC',
    'MinorGC',
  ],
  style: ['UpdateLayoutTree', 'ScheduleStyleRecalculation', 'InvalidateLayout'],
  layout: ['Layout', 'UpdateLayer', 'UpdateLayerTree'],
  paint: [
    'PrePaint',
    'Paint',
    'Layerize',
    'Commit',
    'PaintImage',
    'IntersectionObserverController::computeIntersections',
  ],
};

export async function traceFor(session: CDPSession, milliseconds: number): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES },
  });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await session.send('Tracing.end');
  await done;
  return events;
}

/** Milliseconds, on the wall and of the thread's own processor time, which other programs do not stretch. */
export type Spent = { wall: number; cpu: number };
export type Tick = Record<string, Spent>;

/** The busiest renderer's main thread, one entry per second that had a tick in it. */
export function ticksIn(events: readonly TraceEvent[]): Tick[] {
  const work = events.filter(({ ph, dur, name }) => ph === 'X' && dur !== undefined && kindOf(name) !== null);
  const threads = Map.groupBy(work, ({ pid, tid }) => `${pid}/${tid}`);
  const [main = []] = [...threads.values()].toSorted((a, b) => spent(b).wall - spent(a).wall);
  const timers = main.filter(({ name }) => name === 'TimerFire').map(({ ts }) => ts);
  // A tick is everything from one second's timer to the next one's.
  const starts = timers.filter((ts, index) => index === 0 || ts - (timers[index - 1] ?? 0) > 500_000);
  return starts.slice(0, -1).map((from, index) => {
    const until = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const within = main.filter(({ ts }) => ts >= from && ts < until);
    const ofKind = (kind: string) => spent(within.filter(({ name }) => kindOf(name) === kind));
    return { total: spent(within), ...Object.fromEntries(Object.keys(WORK).map((kind) => [kind, ofKind(kind)])) };
  });
}

const kindOf = (name: string): string | null => Object.keys(WORK).find((kind) => WORK[kind]?.includes(name)) ?? null;

/** Work inside other work is counted once. */
function spent(events: readonly TraceEvent[]): Spent {
  let end = Number.NEGATIVE_INFINITY;
  const sum: Spent = { wall: 0, cpu: 0 };
  for (const { ts, dur = 0, tdur = dur } of events.toSorted((a, b) => a.ts - b.ts)) {
    if (ts < end) continue;
    end = ts + dur;
    sum.wall += dur / 1000;
    sum.cpu += tdur / 1000;
  }
  return sum;
}
