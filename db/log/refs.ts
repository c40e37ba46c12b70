/** How an entry names others inside one file: the chain's id here and the place in it, written `1.17`. */
export type LocalRef = { chain: number; seq: number };

export const writeRefs = (refs: readonly LocalRef[]): string =>
  refs.map(({ chain, seq }) => `${chain}.${seq}`).join(' ');

export function readRefs(text: string): LocalRef[] {
  if (text === '') return [];
  return text.split(' ').map((ref) => {
    const dot = ref.indexOf('.');
    return { chain: Number(ref.slice(0, dot)), seq: Number(ref.slice(dot + 1)) };
  });
}

const same = (a: LocalRef, b: LocalRef): boolean => a.chain === b.chain && a.seq === b.seq;

/** The stream's heads once `entry` with these parents is in it: what nothing else continues yet. */
export const advanceHeads = (heads: readonly LocalRef[], parents: readonly LocalRef[], entry: LocalRef): LocalRef[] => [
  ...heads.filter((head) => !parents.some((parent) => same(parent, head))),
  entry,
];
