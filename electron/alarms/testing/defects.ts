/** Schedulers with one defect each, as people make them. The random nights must find every one. */
import { type ClockReading, JUMP_MS, type Look, look, type WatchedClock } from '../clockWatch.ts';
import { plannedCalls, remember } from '../plannedCalls.ts';
import { RULES, type Rules, type Scheduler } from '../scheduler.ts';
import type { Planted } from './night.ts';

const withRules = (rules: Partial<Rules>): Planted => ({ rules: { ...RULES, ...rules } });
const around = (change: (scheduler: Scheduler) => Partial<Scheduler>): Planted => ({
  around: (scheduler) => ({ ...scheduler, ...change(scheduler) }),
});

const planning = (change: (...args: Parameters<typeof plannedCalls>) => ReturnType<typeof plannedCalls>): Planted =>
  withRules({ plannedCalls: change });
/** Stages of that name are never called. */
const deafTo = (word: string): Planted =>
  planning((...args) =>
    plannedCalls(...args)
      .map((call) => ({ ...call, stages: call.stages.filter(({ stage }) => !stage.startsWith(word)) }))
      .filter(({ stages }) => stages.length > 0),
  );
const looking = (change: (seen: Look, reading: ClockReading, before: WatchedClock) => Look): Planted =>
  withRules({ look: (before, reading) => change(look(before, reading), reading, before) });

const FIVE_MINUTES = 5 * 60_000;

export const DEFECTS: Readonly<Record<string, Planted>> = {
  'no 即将到时': deafTo('dueSoon'),
  'no call when due': deafTo('due'),
  'no repeats': deafTo('repeat'),
  'no attention marks': deafTo('attention'),
  'no reminders': deafTo('remind'),
  'a millisecond late: after the instant, not at it': planning((incident, called, now, turns) =>
    plannedCalls(incident, called, now - 1, turns),
  ),
  'a due stage waits for its five minutes like a repeat': planning((incident, called, now, turns) => {
    const isNear = called.callAt !== null && called.callAt <= now && now - called.callAt < FIVE_MINUTES;
    return isNear ? [] : plannedCalls(incident, called, now, turns);
  }),
  'repeats do not wait for one another': planning((incident, called, now, turns) =>
    plannedCalls(incident, { ...called, callAt: null }, now, turns),
  ),
  'every call is a new alarm': planning((...args) => plannedCalls(...args).map((call) => ({ ...call, joins: null }))),
  'what newly arose joins, too': planning((incident, called, now, turns) =>
    plannedCalls(
      { ...incident, clocks: incident.clocks.map((clock) => ({ ...clock, arisenAt: 0 })) },
      called,
      now,
      turns,
    ),
  ),
  'reminders are mixed into the alarm': planning((...args) =>
    plannedCalls(...args).map((call) => ({ ...call, kind: 'alarm' as const })),
  ),
  'what was called is not remembered': withRules({ remember: () => undefined }),
  'only the last stage of a call is remembered': withRules({
    remember: (called, stages) => remember(called, stages.slice(-1)),
  }),
  'alarms go by the wall clock alone': looking((seen, { wall }) => ({ ...seen, clock: { ...seen.clock, now: wall } })),
  'alarms go by the steady clock alone': looking((seen, { steady }) => ({
    ...seen,
    clock: { ...seen.clock, now: steady + seen.clock.trusted },
  })),
  'a clock set back is not noticed': looking((seen) =>
    seen.jump !== null && seen.jump.newOffsetMs < seen.jump.oldOffsetMs ? { ...seen, jump: null } : seen,
  ),
  'a jump is told on every tick': looking((seen, { wall, steady, bootId }, before) => ({
    ...seen,
    jump:
      before.doubted === null
        ? seen.jump
        : {
            bootId,
            oldOffsetMs: before.doubted - JUMP_MS - 1,
            newOffsetMs: wall - steady + before.turns.length * 3000,
          },
  })),
  'turns are forgotten': looking((seen) => ({ ...seen, clock: { ...seen.clock, turns: [] } })),
  'time stands still after it ran back': looking((seen, _, before) => ({
    ...seen,
    clock: { ...seen.clock, now: Math.max(seen.clock.now, before.now), turns: before.turns },
  })),
  'a long gap is skipped as if nothing had come': around((scheduler) => {
    let last = Number.NEGATIVE_INFINITY;
    return {
      tick(reading) {
        const slept = reading.steady - last > 600_000 && last > 0;
        last = reading.steady;
        const ticked = scheduler.tick(reading);
        return slept ? { ...ticked, called: [] } : ticked;
      },
    };
  }),
  'an officer’s answer does not set the clock right': withRules({ trust: (clock) => clock }),
  'an answer to an older jump sets it right': around((scheduler) => ({
    learn: (schedule, recorded) => {
      const doubted = scheduler.clock()?.doubted;
      const { lastJump } = schedule;
      const said = lastJump !== null && doubted !== null && doubted !== undefined;
      scheduler.learn(
        said ? { ...schedule, lastJump: { ...lastJump, newOffsetMs: doubted, isRight: true } } : schedule,
        recorded,
      );
    },
  })),
  'what a dead worker was sent counts as recorded': around((scheduler) => ({
    settle: (commandId, outcome) =>
      scheduler.settle(commandId, outcome.kind === 'unknown' ? { kind: 'recorded', position: 0 } : outcome),
  })),
  'what cannot be recorded at once is dropped': around((scheduler) => ({
    settle: (commandId, outcome) =>
      scheduler.settle(commandId, outcome.kind === 'unknown' ? { kind: 'refused' } : outcome),
  })),
  'sent again it is another command': around((scheduler) => {
    let times = 0;
    return {
      outgoing: () => {
        times += 1;
        return scheduler.outgoing().map((sent) => ({ ...sent, commandId: `${sent.commandId}-${times}` }));
      },
    };
  }),
  'the log is not read at the start': around((scheduler) => ({
    learn: (schedule) => scheduler.learn(schedule, new Map()),
  })),
  'the schedule is forgotten while the desk is away': around((scheduler) => {
    let isAway = false;
    return {
      settle(commandId, outcome) {
        isAway = outcome.kind === 'unknown';
        scheduler.settle(commandId, outcome);
      },
      learn(schedule, recorded) {
        isAway = false;
        scheduler.learn(schedule, recorded);
      },
      tick: (reading) => (isAway ? { called: [], jump: null, sleptMs: 0 } : scheduler.tick(reading)),
    };
  }),
  'the clock is not kept': { keeps: false },
};
