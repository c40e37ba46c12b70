/**
 * The clock alarms go by: pure. The machine's wall clock is measured against one that nobody sets.
 *
 * [ALARM-6] If the wall clock moves by more than two seconds against it, that is a jump, noticed once. Until an officer
 * says that the clock is right, alarms go by the earlier reckoning: the later of the wall clock and of what it would show
 * had nobody touched it. Across a restart of the machine nothing is comparable but the high-water mark.
 * [ALARM-7] Where alarm time itself runs back (a clock that had been ahead is set right), what lies after is called anew
 * when it comes: those stages are of the next turn.
 */
export type ClockReading = {
  /** UTC ms, as the machine shows it. */
  wall: number;
  /** Ms of a clock that nobody sets; goes on in sleep. */
  steady: number;
  /** Steady readings compare only within one boot. */
  bootId: string;
};

/** Stages after that instant belong to this turn or a later one. */
export type Turn = { turn: number; after: number };

/** What is known of the clock; also what is kept on disk. */
export type WatchedClock = {
  bootId: string;
  steady: number;
  /** Wall minus steady clock, as it was when last trusted. */
  trusted: number;
  /** As last seen: a jump is a move against this. */
  seen: number;
  /** After a jump nobody has called right yet: where it went. */
  doubted: number | null;
  /** Alarm time: never runs back but by a turn. It is the high-water mark, too. */
  now: number;
  turns: readonly Turn[];
};

export type Jump = { bootId: string; oldOffsetMs: number; newOffsetMs: number };
export type Look = {
  clock: WatchedClock;
  jump: Jump | null;
  /** Since the last look, where that is more than ticks take. */
  sleptMs: number;
};

export const JUMP_MS = 2000;
/** A longer gap between two ticks is sleep, or a stopped machine. */
export const SLEEP_MS = 3000;
/** Clocks run unevenly by less than this; a slow drift is followed, and is no jump. */
const SLEW = 1 / 1000;

export function firstLook(kept: WatchedClock | null, reading: ClockReading): Look {
  const { wall, steady, bootId } = reading;
  if (kept?.bootId === bootId && steady >= kept.steady) return look(kept, reading);
  const offset = wall - steady;
  const fresh = { bootId, steady, trusted: offset, seen: offset, doubted: null, now: wall, turns: kept?.turns ?? [] };
  if (kept === null || wall >= kept.now - JUMP_MS) {
    return { clock: { ...fresh, now: Math.max(wall, kept?.now ?? wall) }, jump: null, sleptMs: 0 };
  }
  // The machine was off; its clock shows an instant that had passed.
  const before = kept.now - steady;
  const clock = { ...fresh, trusted: before, doubted: offset, now: kept.now };
  return { clock, jump: { bootId, oldOffsetMs: before, newOffsetMs: offset }, sleptMs: 0 };
}

export function look(before: WatchedClock, { wall, steady, bootId }: ClockReading): Look {
  const offset = wall - steady;
  const passed = steady - before.steady;
  const follows = (from: number) => from + within(offset - from, Math.min(passed, SLEEP_MS) * SLEW);
  const hasJumped = Math.abs(offset - before.seen) > JUMP_MS;
  const seen = hasJumped ? offset : follows(before.seen);
  const agrees = Math.abs(offset - before.trusted) <= JUMP_MS;
  const trusted = agrees ? follows(before.trusted) : before.trusted;
  const doubted = hasJumped ? offset : before.doubted;
  const clock = { ...before, steady, seen, trusted, doubted };
  return {
    clock: reckoned(clock, Math.max(wall, steady + trusted)),
    jump: hasJumped ? { bootId, oldOffsetMs: Math.round(before.seen), newOffsetMs: offset } : null,
    sleptMs: passed > SLEEP_MS ? passed : 0,
  };
}

/** An officer said that the clock is right as it stands since its last jump. */
export function trust(before: WatchedClock): WatchedClock {
  const { seen, steady } = before;
  return reckoned({ ...before, trusted: seen, doubted: null }, steady + seen);
}

function reckoned(clock: WatchedClock, now: number): WatchedClock {
  if (now >= clock.now) return { ...clock, now };
  if (clock.now - now <= JUMP_MS) return clock;
  // Turns whose instants all lie in this one's reach are over.
  const turns = clock.turns.filter(({ after }) => after < now);
  const turn = Math.max(0, ...clock.turns.map((each) => each.turn)) + 1;
  return { ...clock, now, turns: [...turns, { turn, after: now }] };
}

/** 0: the first. */
export const turnOf = (turns: readonly Turn[], at: number): number =>
  turns.reduce((latest, { turn, after }) => (at > after && turn > latest ? turn : latest), 0);

const within = (move: number, limit: number): number => Math.max(-limit, Math.min(limit, move));
