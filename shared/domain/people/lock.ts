/**
 * A locked screen: board, clocks, wall and alarms go on; a call is taken without a name and claimed by one afterwards;
 * everything else asks for a PIN [PEOPLE-5, PEOPLE-6].
 */
import { z } from 'zod';

const MOST_MINUTES = 240;
export const idleMinutesSchema = z.number().int().min(1).max(MOST_MINUTES).nullable();

export type LockSettings = { idleMinutes: number | null; pinRequired: boolean };
/** A night watch looks more than it types. */
export const INITIAL_LOCK: LockSettings = { idleMinutes: 30, pinRequired: false };
