/**
 * One night of a host and its desk, played by chance from a seed: clocks arise, are met or moved, and in between the
 * machine's clock is set, the machine sleeps, the program crashes, the desk's worker dies or does not answer, mostly just
 * as a stage comes. Every tick is judged by the oracle; in the end the log must hold what was heard, each once.
 */
import { aboutKey } from '#shared/domain/alarm/about.ts';
import { stageKey } from '#shared/domain/alarm/alarm.ts';
import { type Random, randomFrom } from '#shared/testing/random.ts';
import type { ClockReading, WatchedClock } from '../clockWatch.ts';
import { isMarked } from '../runScheduler.ts';
import { createScheduler, RULES, type Rules, type Scheduler } from '../scheduler.ts';
import { REMIND_MS, REPEAT_MS } from '../stages.ts';
import { ModelDesk } from './modelDesk.ts';
import { Oracle } from './oracle.ts';
import { reminderRow } from './reminderRows.ts';

export const KINDS = ['forward', 'back', 'sleep', 'crash', 'restart', 'reboot', 'death', 'blocked'] as const;
export type Kind = (typeof KINDS)[number];
export const STAGES = ['dueSoon', 'due', 'repeat', 'attention', 'remind'] as const;
export type StageName = (typeof STAGES)[number];
export type Hits = Record<Kind, Record<StageName, number>>;

export const noHits = (): Hits =>
  Object.fromEntries(
    KINDS.map((kind) => [kind, Object.fromEntries(STAGES.map((stage) => [stage, 0]))]),
  ) as unknown as Hits;

/** A scheduler with a defect planted: other rules, or another front. */
export type Planted = { rules?: Rules; around?: (scheduler: Scheduler) => Scheduler; keeps?: boolean };

const MINUTE = 60_000;
const KEEP_EVERY_MS = 15_000;
const START = Date.UTC(2026, 1, 12, 18, 12);
/** Jumps and nothing else move the wall clock, in steps of five seconds: no two offsets lie close to each other. */
const STEP_MS = 5000;

/** Up: answers at once · down: its worker died · blocked: it takes what it is sent and answers nothing. */
type DeskState = 'up' | 'down' | 'blocked';

export class Night {
  readonly #random: Random;
  readonly #planted: Planted;
  readonly #hits: Hits;
  readonly #desk = new ModelDesk();
  readonly #oracle = new Oracle();
  #wall = START;
  #steady = 5_000_000;
  #boots = 1;
  #kept: WatchedClock | null = null;
  #keptAt = 0;
  #host: Scheduler | null = null;
  #state: DeskState = 'up';
  #inFlight: string | null = null;
  #names = 0;
  /** What happened since the last tick, or still holds. */
  #disturbed = new Set<Kind>();
  #fault: string | null = null;

  constructor(seed: number, hits: Hits, planted: Planted = {}) {
    this.#random = randomFrom(seed);
    this.#hits = hits;
    this.#planted = planted;
  }

  /** The first fault, or null. */
  play(acts: number): string | null {
    this.#startHost();
    for (let n = 0; n < 1 + this.#random.below(2); n += 1) this.#arise();
    for (let n = 0; n < acts && this.#fault === null; n += 1) this.#act();
    this.#settle();
    return this.#fault ?? this.#judgeLog();
  }

  get #reading(): ClockReading {
    return { wall: this.#wall, steady: this.#steady, bootId: `b${this.#boots}` };
  }

  #act(): void {
    const chance = this.#random.below(100);
    if (chance < 25) this.#waitForStage();
    else if (chance < 32) this.#pass(this.#random.below(4 * MINUTE));
    else if (chance < 45) this.#arise();
    else if (chance < 51) this.#change();
    else if (chance < 55) this.#answerJump();
    else this.#disturb(this.#random.of(KINDS));
    this.#disturbed.clear();
  }

  // What is owed.

  #arise(): void {
    if (this.#state !== 'up') return;
    this.#names += 1;
    const incidentId = this.#random.chance(0.85) ? 'i1' : 'i2';
    const now = this.#oracle.time(this.#reading);
    const key = `${incidentId}/k${this.#names}`;
    const kind = this.#random.below(10);
    if (kind < 3) {
      const from = now + (this.#random.below(50) - 10) * MINUTE + this.#random.below(1000);
      const reminder = { key, from };
      this.#desk.owed.push({ incidentId, reminder, row: reminderRow(this.#names, incidentId, reminder) });
    } else {
      const dueAt = now + (this.#random.below(40) - 8) * MINUTE + this.#random.below(1000);
      const isImmediate = kind >= 7;
      this.#desk.owed.push({
        incidentId,
        clock: {
          key,
          dueAt: isImmediate ? null : dueAt,
          dueSoonAt: isImmediate ? null : dueAt - (1 + this.#random.below(12)) * MINUTE,
          attentionAt: isImmediate ? [now + 5 * MINUTE, now + 10 * MINUTE] : [],
          state: 'pending',
          supervised: this.#random.chance(0.05),
          arisenAt: now,
        },
      });
    }
    this.#tick();
  }

  /** Met, or its due instant moves as the occurrence is corrected. */
  #change(): void {
    const { owed } = this.#desk;
    if (this.#state !== 'up' || owed.length === 0) return;
    const which = this.#random.below(owed.length);
    const one = owed[which];
    const isMoved = this.#random.chance(0.5);
    if (one !== undefined && 'clock' in one && one.clock.dueAt !== null && isMoved) {
      const dueAt = one.clock.dueAt + (this.#random.below(40) - 20) * MINUTE;
      owed[which] = { ...one, clock: { ...one.clock, dueAt, dueSoonAt: dueAt - 10 * MINUTE } };
    } else owed.splice(which, 1);
    this.#tick();
  }

  #answerJump(): void {
    const last = this.#desk.jumps.at(-1);
    if (this.#state !== 'up' || last === undefined) return;
    last.isRight = true;
    this.#tick();
  }

  // Time.

  #pass(ms: number): void {
    this.#wall += ms;
    this.#steady += ms;
    this.#tick();
  }

  /** How long until some stage comes that is not past; a minute where none does. */
  #untilStage(): number {
    const now = this.#oracle.time(this.#reading);
    const [one] = [this.#random.of(this.#desk.owed)];
    if (one === undefined) return MINUTE;
    const instants =
      'clock' in one ? this.#instantsOf(one.clock, now) : [nextIn(one.reminder.from + 1, REMIND_MS, now)];
    const ahead = instants.filter((at) => at > now);
    return ahead.length === 0 ? MINUTE : this.#random.of(ahead) - now;
  }

  #instantsOf(
    {
      dueAt,
      dueSoonAt,
      attentionAt,
    }: { dueAt: number | null; dueSoonAt: number | null; attentionAt: readonly number[] },
    now: number,
  ): number[] {
    return dueAt === null || dueSoonAt === null ? [...attentionAt] : [dueSoonAt, dueAt, nextIn(dueAt, REPEAT_MS, now)];
  }

  /** To the millisecond before a stage, and to its instant. */
  #waitForStage(): void {
    const wait = this.#untilStage();
    if (wait > 1) this.#pass(wait - 1);
    this.#pass(1);
  }

  // What goes wrong.

  #disturb(kind: Kind): void {
    this.#disturbed.add(kind);
    const wait = this.#untilStage() + this.#random.below(2000);
    switch (kind) {
      case 'forward':
        this.#setClock(Math.ceil((this.#random.chance(0.2) ? 24 * 60 * MINUTE : wait) / STEP_MS) * STEP_MS);
        return this.#tick();
      case 'back':
        this.#setClock(-STEP_MS * (1 + this.#random.below(1440)));
        this.#tick();
        return this.#pass(wait);
      case 'sleep':
        return this.#pass(Math.max(wait, 4000));
      case 'crash':
        this.#crash();
        return this.#startAfter(wait);
      case 'restart':
        if (this.#state === 'up') this.#serve();
        this.#keep();
        this.#crash();
        return this.#startAfter(wait);
      case 'reboot':
        this.#crash();
        this.#boots += 1;
        this.#steady = this.#random.below(100_000) - wait;
        if (this.#random.chance(0.3)) this.#setClock(-STEP_MS * (1 + this.#random.below(1440)));
        return this.#startAfter(wait);
      case 'death':
      case 'blocked':
        return this.#loseDesk(kind, wait);
    }
  }

  #setClock(by: number): void {
    this.#wall += by;
  }

  /** With what was sent and not answered: it is in the log, or it is not. */
  #crash(): void {
    this.#commitInFlight(this.#random.chance(0.5));
    this.#host = null;
    this.#state = 'up';
  }

  #startAfter(ms: number): void {
    this.#wall += ms;
    this.#steady += ms;
    this.#startHost();
  }

  #startHost(): void {
    const { rules = RULES, around = (scheduler) => scheduler } = this.#planted;
    this.#oracle.start(this.#reading, this.#kept?.now ?? null);
    this.#host = around(createScheduler(this.#kept, rules));
    this.#keptAt = this.#steady;
    this.#tick();
  }

  /** Its worker dies with or without what it was sent, or hangs; stages come meanwhile; then it is back. */
  #loseDesk(kind: 'death' | 'blocked', wait: number): void {
    if (kind === 'death') this.#dieAt = this.#random.of(['before', 'after'] as const);
    else this.#state = 'blocked';
    this.#pass(wait);
    if (this.#random.chance(0.5)) this.#pass(1 + this.#untilStage());
    if (this.#random.chance(0.15)) {
      this.#crash();
      return this.#startHost();
    }
    this.#dieAt = null;
    this.#commitInFlight(true);
    this.#state = 'up';
    this.#tick();
  }

  /** When the worker dies on its next command: before or after it is in the log. */
  #dieAt: 'before' | 'after' | null = null;

  #commitInFlight(isCommitted: boolean): void {
    const sent = this.#host?.outgoing().find(({ commandId }) => commandId === this.#inFlight);
    this.#inFlight = null;
    if (sent !== undefined && isCommitted) this.#record(sent);
  }

  // The host's second.

  #tick(): void {
    const host = this.#host;
    if (host === null || this.#fault !== null) return;
    this.#look(host);
    this.#serve();
    if (this.#state !== 'up' || this.#fault !== null) return;
    // The board as it is now; the log of incidents that are new to the host.
    const { schedule, expected } = this.#desk;
    const strangers = host.strangers(schedule.incidents.map(aboutKey));
    host.learn(schedule, new Map(strangers.map((id) => [id, this.#desk.callsOf(id)])));
    this.#oracle.learn(expected, this.#reading);
    this.#look(host);
    this.#serve();
  }

  #look(host: Scheduler): void {
    const { called } = host.tick(this.#reading);
    for (const { stages } of called) {
      for (const { stage } of stages) {
        const name = stage.replace(/-\d+$/, '') as StageName;
        for (const kind of this.#disturbed) this.#hits[kind][name] += 1;
      }
    }
    this.#fault ??= this.#oracle.judge(this.#reading, called);
    const clock = host.toKeep();
    if (clock === null) return;
    if (isMarked(clock, this.#kept) || this.#steady - this.#keptAt >= KEEP_EVERY_MS) this.#keep();
  }

  #keep(): void {
    if (this.#planted.keeps === false) return;
    this.#kept = this.#host?.toKeep() ?? null;
    this.#keptAt = this.#steady;
  }

  #serve(): void {
    const host = this.#host;
    if (host === null || this.#state === 'down') return;
    for (const sent of host.outgoing()) {
      if (this.#state === 'blocked') {
        this.#inFlight ??= sent.commandId;
        return;
      }
      if (this.#dieAt !== null) {
        if (this.#dieAt === 'after') this.#record(sent);
        host.settle(sent.commandId, { kind: 'unknown' });
        this.#state = 'down';
        return;
      }
      host.settle(sent.commandId, { kind: 'recorded', position: this.#record(sent) });
    }
  }

  #record(sent: ReturnType<Scheduler['outgoing']>[number]): number {
    const { command } = sent;
    const jumps = this.#desk.jumps.length;
    const position = this.#desk.record(sent);
    if (command.type === 'RaiseAlarm') this.#oracle.recordedCall(command);
    if (this.#desk.jumps.length > jumps) this.#oracle.recordedJump();
    return position;
  }

  // The end.

  #settle(): void {
    this.#disturbed.clear();
    this.#dieAt = null;
    this.#commitInFlight(true);
    this.#state = 'up';
    this.#tick();
    this.#pass(1000);
  }

  #judgeLog(): string | null {
    const keys = this.#desk.calls.flatMap(({ stages }) => stages.map(stageKey));
    if (new Set(keys).size !== keys.length) return 'recorded twice';
    if (this.#oracle.unrecorded > 0) return 'heard and not recorded';
    // By where each went: of one that is noticed again after a crash, the way there may be longer.
    const jumps = this.#desk.jumps.map(({ newOffsetMs }) => newOffsetMs).join();
    const expected = this.#oracle.jumps.map(({ to }) => to).join();
    return jumps === expected ? null : `jumps recorded to ${jumps}, not to ${expected}`;
  }
}

/** The next instant of a series after now. */
function nextIn(from: number, every: number, now: number): number {
  return now < from ? from : from + (Math.floor((now - from) / every) + 1) * every;
}
