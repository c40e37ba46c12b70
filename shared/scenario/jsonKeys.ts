/** Keys given twice in one object of a JSON text: a parser would keep the last and lose the first without a word. */

/** Paths such as `steps.3.do.incidentId`; the text must be valid JSON. */
export function repeatedKeys(json: string): string[] {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  const found: string[] = [];
  const open: { keys: Set<string> | null; at: string; index: number; expectsKey: boolean }[] = [];
  const here = () => open.map(({ at }) => at).join('.');
  for (const [text] of json.matchAll(token)) {
    const top = open.at(-1);
    if (text === '{' || text === '[') {
      if (top?.keys === null) top.at = String(top.index);
      open.push({ keys: text === '{' ? new Set() : null, at: '', index: 0, expectsKey: text === '{' });
    } else if (text === '}' || text === ']') {
      open.pop();
    } else if (text === ',' && top !== undefined) {
      top.index += 1;
      top.expectsKey = top.keys !== null;
    } else if (text.startsWith('"') && top?.keys && top.expectsKey) {
      const key = String(JSON.parse(text));
      top.at = key;
      if (top.keys.has(key)) found.push(here());
      top.keys.add(key);
      top.expectsKey = false;
    }
  }
  return found;
}
