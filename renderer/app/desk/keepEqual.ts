/**
 * A new answer, with every part that says the same as before replaced by the part that was there: whoever renders a list
 * of rows compares them by identity, so one changed task renders one row, not two hundred. Plain data only, as answers
 * are. Pure; neither argument is changed.
 */
export function keepEqual<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || !isData(before) || !isData(after)) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? keepEqualList(before, after) : after;
  if (Array.isArray(before)) return after;
  return keepEqualRecord(before as Record<string, unknown>, after as Record<string, unknown>) as T;
}

const isData = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Rows move up when one before them goes: they are found by what names them, not by their place. */
function keepEqualList<T extends unknown[]>(before: readonly unknown[], after: T): T {
  const known = new Map(before.map((item, index) => [nameOf(item, index), item]));
  const kept = after.map((item, index) => keepEqual(known.get(nameOf(item, index)), item));
  const isSame = kept.length === before.length && kept.every((item, index) => Object.is(item, before[index]));
  return (isSame ? before : kept) as T;
}

const NAMES = ['taskId', 'entryId', 'key', 'incidentId', 'groupId', 'id'] as const;

function nameOf(item: unknown, index: number): unknown {
  if (!isData(item)) return index;
  const name = NAMES.find((candidate) => candidate in item);
  return name === undefined ? index : (item as Record<string, unknown>)[name];
}

function keepEqualRecord(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(after);
  const known = (name: string) => (Object.hasOwn(before, name) ? before[name] : undefined);
  const kept = Object.fromEntries(names.map((name) => [name, keepEqual(known(name), after[name])]));
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => Object.hasOwn(before, name) && Object.is(kept[name], before[name]));
  return isSame ? before : kept;
}
