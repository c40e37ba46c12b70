// Import circles. Type imports count: files that need each other's types are one thing cut in the wrong place.

type Graph = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** The shortest way from `from` back to itself, or null. */
function shortestCircle(graph: Graph, from: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (const file of queue) {
    for (const next of graph.get(file)?.keys() ?? []) {
      if (next === from) {
        const way = [file];
        for (let at = file; at !== from; ) way.unshift((at = cameFrom.get(at) ?? from));
        return way;
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        queue.push(next);
      }
    }
  }
  return null;
}

/** Circles such that every file in any circle is named at least once; each as files in order, the smallest name first. */
export function findCircles(graph: Graph): string[][] {
  const named = new Set<string>();
  const circles: string[][] = [];
  for (const file of [...graph.keys()].sort()) {
    if (named.has(file)) continue;
    const circle = shortestCircle(graph, file);
    if (circle === null) continue;
    for (const member of circle) named.add(member);
    circles.push(circle);
  }
  return circles;
}
