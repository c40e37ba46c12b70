/**
 * The desk's self-check: what was found, and what of it is a fault. Pure; the host finds out, the result is an entry of
 * the log, which at the same time shows that the desk commits.
 */
import { z } from 'zod';

export const checkIds = ['sound', 'tick', 'desk', 'backup', 'disk', 'clock', 'fonts'] as const;
export type CheckId = (typeof checkIds)[number];

/** What a page finds of its own voice. stuck: it says it runs and its clock stands still. */
export const pageSounds = ['on', 'off', 'none', 'stuck'] as const;
export type PageSound = (typeof pageSounds)[number];
/** noScreen: no page is open that could sound. */
export type SoundFinding = PageSound | 'noScreen';

export const checkFaults = [
  'soundOff',
  'soundNone',
  'soundStuck',
  'noScreen',
  'tickStopped',
  'deskSilent',
  'deskSlow',
  /** It answers and cannot write; such a result is in no log. */
  'deskCannotWrite',
  'backupMissing',
  'backupOld',
  'backupNotWhole',
  'diskLow',
  'diskUnknown',
  'clockNotTrusted',
  'noFonts',
] as const;
export type CheckFault = (typeof checkFaults)[number];

const findingSchema = z.strictObject({
  fault: z.enum(checkFaults).nullable(),
  measured: z
    .strictObject({ value: z.number().min(0), unit: z.enum(['seconds', 'milliseconds', 'minutes', 'mebibytes']) })
    .nullable(),
});
export type CheckFinding = z.infer<typeof findingSchema>;

/** Every check, each once. */
export const checkResultsSchema = z.strictObject({
  sound: findingSchema,
  tick: findingSchema,
  desk: findingSchema,
  backup: findingSchema,
  disk: findingSchema,
  clock: findingSchema,
  fonts: findingSchema,
} satisfies Record<CheckId, typeof findingSchema>);
export type CheckResults = z.infer<typeof checkResultsSchema>;

/** daily: the program by itself, once a day · byHand: a named officer asked for it. */
export const selfCheckHowSchema = z.enum(['daily', 'byHand']);
export type SelfCheckHow = z.infer<typeof selfCheckHowSchema>;

export type SelfCheckFacts = {
  sound: SoundFinding;
  /** Since the alarm tick last came to its end; null: never. */
  tickMsAgo: number | null;
  /** null: no answer. */
  deskAnswerMs: number | null;
  backup: {
    lastAt: number | null;
    /** The newest one read again from beginning to end; null where that took too long. It was whole when it was made. */
    isWhole: boolean | null;
    /** Since when something is in no backup. */
    unsavedSince: number | null;
  };
  freeBytes: number | null;
  /** The wall clock agrees with the one nobody sets, and is not behind the log. */
  clockTrusted: boolean;
  cjkFonts: boolean;
};

/** The tick is every second; one that waits for a busy desk is not yet a fault. */
export const TICK_LIMIT_MS = 10_000;
export const DESK_LIMIT_MS = 2000;
/** Backups are made every half hour when something changed. */
export const BACKUP_LIMIT_MS = 60 * 60_000;
export const FREE_LIMIT_BYTES = 1024 ** 3;
export const DAY_MS = 24 * 60 * 60_000;

const MINUTE_MS = 60_000;
const MEBIBYTE = 1024 ** 2;

const SOUND_FAULTS: Record<SoundFinding, CheckFault | null> = {
  on: null,
  off: 'soundOff',
  none: 'soundNone',
  stuck: 'soundStuck',
  noScreen: 'noScreen',
};

type Unit = NonNullable<CheckFinding['measured']>['unit'];
const found = (fault: CheckFault | null, value: number | null = null, unit: Unit = 'seconds'): CheckFinding => ({
  fault,
  measured: value === null ? null : { value: Math.max(0, Math.floor(value)), unit },
});

function checkTick({ tickMsAgo }: SelfCheckFacts): CheckFinding {
  const isStopped = tickMsAgo === null || tickMsAgo > TICK_LIMIT_MS;
  return found(isStopped ? 'tickStopped' : null, tickMsAgo === null ? null : tickMsAgo / 1000);
}

function checkDesk({ deskAnswerMs }: SelfCheckFacts): CheckFinding {
  if (deskAnswerMs === null) return found('deskSilent');
  return found(deskAnswerMs > DESK_LIMIT_MS ? 'deskSlow' : null, deskAnswerMs, 'milliseconds');
}

function checkBackup({ backup: { lastAt, isWhole, unsavedSince } }: SelfCheckFacts, now: number): CheckFinding {
  const age = lastAt === null ? null : (now - lastAt) / MINUTE_MS;
  if (isWhole === false) return found('backupNotWhole', age, 'minutes');
  const isOverdue = unsavedSince !== null && now - unsavedSince > BACKUP_LIMIT_MS;
  if (isOverdue) return found(lastAt === null ? 'backupMissing' : 'backupOld', age, 'minutes');
  return found(null, age, 'minutes');
}

function checkDisk({ freeBytes }: SelfCheckFacts): CheckFinding {
  if (freeBytes === null) return found('diskUnknown');
  return found(freeBytes < FREE_LIMIT_BYTES ? 'diskLow' : null, freeBytes / MEBIBYTE, 'mebibytes');
}

export function judgeSelfCheck(facts: SelfCheckFacts, now: number): CheckResults {
  return {
    sound: found(SOUND_FAULTS[facts.sound]),
    tick: checkTick(facts),
    desk: checkDesk(facts),
    backup: checkBackup(facts, now),
    disk: checkDisk(facts),
    clock: found(facts.clockTrusted ? null : 'clockNotTrusted'),
    fonts: found(facts.cjkFonts ? null : 'noFonts'),
  };
}

export const faultsOf = (results: CheckResults): CheckId[] => checkIds.filter((check) => results[check].fault !== null);

/** Once in 24 hours, whoever asked for the last one. One from the future says nothing. */
export const isSelfCheckDue = (lastAt: number | null, now: number): boolean =>
  lastAt === null || lastAt > now || now - lastAt >= DAY_MS;
