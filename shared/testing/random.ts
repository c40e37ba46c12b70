/** Random numbers that come again from the same seed. */
export type Random = {
  /** From 0 up to, not with, 1. */
  share(): number;
  /** From 0 up to, not with, `below`; whole. */
  below(below: number): number;
  /** True in that share of cases. */
  chance(share: number): boolean;
  of<T>(list: readonly T[]): T;
};

/** mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    share: next,
    below,
    chance: (share) => next() < share,
    of: (list) => list[below(list.length)] as (typeof list)[number],
  };
}
