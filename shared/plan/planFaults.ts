/** A fault of a plan package, and how the checks find names and say what is wrong. */

export type PlanFault = { readonly path: string; readonly reason: string };

export type NameKind =
  | 'unit'
  | 'post'
  | 'figure'
  | 'condition'
  | 'duration'
  | 'mark'
  | 'switch'
  | 'grade'
  | 'level'
  | 'reportKind'
  | 'detail'
  | 'organisation'
  /** Who can do something: a unit or an organisation. */
  | 'party';
export type Names = Record<NameKind, ReadonlySet<string>>;

/** Faults where `id` is given and names nothing of its kind. */
export type Known = (kind: NameKind, id: string | undefined, path: string) => void;

export function unique(
  items: readonly { readonly id: string }[],
  path: string,
  faults: PlanFault[],
): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) faults.push({ path: `${path}.${index}.id`, reason: `"${id}" is used twice` });
    seen.add(id);
  }
  return seen;
}
