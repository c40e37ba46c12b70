/**
 * The machine's clock was set, or ran away: recorded by the program, seen by an officer who says whether it is right now
 * [reliability: Time]. Until somebody says it is, entries do not claim a trusted clock and alarms keep to the earlier time.
 */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ClockJump, DeskState } from './desk.ts';

/** Noticed again after a crash: the log is already where the clock is. */
const SAME_JUMP_MS = 2000;

export function recordClockJump(command: CommandOf<'RecordClockJump'>, context: DecisionContext): Decision {
  const { jumpId, bootId, oldOffsetMs, newOffsetMs } = command;
  const isSame = (jump: ClockJump) =>
    jump.jumpId === jumpId || (jump.bootId === bootId && Math.abs(jump.newOffsetMs - newOffsetMs) <= SAME_JUMP_MS);
  const last = context.desk.clockJumps.at(-1);
  if (last !== undefined && isSame(last)) return accepted([]);
  const payload = { jumpId, bootId, oldOffsetMs, newOffsetMs, seconds: (newOffsetMs - oldOffsetMs) / 1000 };
  return accepted([{ stream: 'desk', type: 'ClockJumped', payload }]);
}

export function acknowledgeClockJump(command: CommandOf<'AcknowledgeClockJump'>, context: DecisionContext): Decision {
  const { jumpId, clock } = command;
  const jump = context.desk.clockJumps.find((each) => each.jumpId === jumpId);
  if (jump === undefined) return rejected(deskError('staleClockJump', { field: 'jumpId', id: jumpId }));
  if (jump.acknowledged?.clock === clock) return accepted([]);
  // The clock was set again since: what the officer looked at is no longer what the machine shows.
  if (jump !== context.desk.clockJumps.at(-1))
    return rejected(deskError('staleClockJump', { field: 'jumpId', id: jumpId }));
  return accepted([{ stream: 'desk', type: 'ClockJumpAcknowledged', payload: { jumpId, clock } }]);
}

/**
 * Nobody has said that the clock is right since it jumped: what the wall clock was ahead of the steady one before the first
 * of these jumps, null where that was in another boot. Null altogether: it is not doubted.
 */
export function clockDoubt({ clockJumps }: DeskState, bootId: string): { trustedOffsetMs: number | null } | null {
  const right = clockJumps.findLastIndex(({ acknowledged }) => acknowledged?.clock === 'right');
  const doubted = clockJumps.slice(right + 1);
  if (doubted.length === 0) return null;
  return { trustedOffsetMs: doubted.find((jump) => jump.bootId === bootId)?.oldOffsetMs ?? null };
}
