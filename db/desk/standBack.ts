/**
 * A thread that works on a whole file goes after those that answer: on two cores an export would otherwise take every
 * second turn from a command. Linux ranks threads one by one; elsewhere the call would rank the whole program, and is left.
 */
import { constants, getPriority, setPriority } from 'node:os';

/** Three turns in ten where both want them all: an officer waits for an export, too, whatever else the machine does. */
const BEHIND = 4;

export function standBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + BEHIND));
  } catch {
    // Where that is forbidden it works at the rank it has.
  }
}
