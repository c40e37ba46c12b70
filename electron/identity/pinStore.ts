/**
 * The officers' PINs, beside the desk's file and in no backup, export or log. A wrong one is counted on the disk before it
 * is looked at, so that neither a crash nor a restart gives a try away; the wait goes by a clock that nobody sets, and
 * starts again with the program. One try at a time.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from '#electron/desks/privateFiles.ts';
import { waitAfterMs } from '#shared/domain/people/pin.ts';
import { idSchema } from '#shared/domain/values.ts';
import { type PinHash, type PinHashing, pinHashing, pinHashSchema } from './pinHash.ts';

const keptSchema = z.array(
  z.strictObject({ officerId: idSchema, pin: pinHashSchema, /** On end. */ wrong: z.number().int().min(0) }),
);
type Kept = { pin: PinHash; wrong: number };

export type Tried =
  | { kind: 'right' }
  | { kind: 'wrong'; waitMs: number }
  /** Not looked at: too early. */
  | { kind: 'wait'; waitMs: number }
  | { kind: 'none' };

export type PinStore = {
  has(officerId: string): boolean;
  try(officerId: string, pin: string): Promise<Tried>;
  /** Takes the place of an earlier one. */
  set(officerId: string, pin: string): Promise<void>;
  remove(officerId: string): Promise<void>;
};

export type PinStoreOptions = {
  folder: string;
  /** Milliseconds by a clock that nobody sets. */
  steady?: () => number;
  hashing?: PinHashing;
};

export function openPinStore({
  folder,
  steady = () => performance.now(),
  hashing = pinHashing,
}: PinStoreOptions): PinStore {
  const path = join(folder, 'officer-pins.json');
  const found = keptSchema.safeParse(readPrivateJson(path)).data ?? [];
  const pins = new Map<string, Kept>(found.map(({ officerId, ...kept }) => [officerId, kept]));
  /** By which the next try may come; after a start the whole wait again. */
  const freeAt = new Map(found.map(({ officerId, wrong }) => [officerId, steady() + waitAfterMs(wrong)]));
  let last: Promise<unknown> = Promise.resolve();

  const save = (): void =>
    writePrivateJson(
      path,
      Array.from(pins, ([officerId, kept]) => ({ officerId, ...kept })),
    );
  const waitOf = (officerId: string): number => Math.max(0, (freeAt.get(officerId) ?? 0) - steady());

  /** Each needs 128 MB while it lasts. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  }

  function count(officerId: string, kept: Kept, wrong: number): void {
    pins.set(officerId, { ...kept, wrong });
    freeAt.set(officerId, steady() + waitAfterMs(wrong));
    save();
  }

  async function attempt(officerId: string, pin: string): Promise<Tried> {
    const kept = pins.get(officerId);
    if (kept === undefined) return { kind: 'none' };
    const waitMs = waitOf(officerId);
    if (waitMs > 0) return { kind: 'wait', waitMs };
    count(officerId, kept, kept.wrong + 1);
    if (!(await hashing.fits(pin, kept.pin))) return { kind: 'wrong', waitMs: waitOf(officerId) };
    count(officerId, kept, 0);
    return { kind: 'right' };
  }

  return {
    has: (officerId) => pins.has(officerId),
    try: (officerId, pin) => inTurn(() => attempt(officerId, pin)),
    set: (officerId, pin) =>
      inTurn(async () => {
        pins.set(officerId, { pin: await hashing.make(pin), wrong: 0 });
        freeAt.delete(officerId);
        save();
      }),
    remove: (officerId) =>
      inTurn(async () => {
        if (pins.delete(officerId)) save();
        freeAt.delete(officerId);
      }),
  };
}
