// Lists made to harm: how long until each is refused. What they are and why stands in the test.

import { readTable } from '#shared/spreadsheet/readTable.ts';
import { HOSTILE } from '#shared/spreadsheet/testing/hostileFiles.ts';
import { printTable, verdict } from './lib/figures.ts';

const LIMIT_MS = 2000;

const rows: [name: string, code: string, ms: number][] = [];
for (const [name, code, make] of HOSTILE) {
  const bytes = make();
  const from = performance.now();
  const fault = await readTable(bytes).then(
    () => null,
    (thrown: unknown) => String(thrown),
  );
  if (fault === null) throw new Error(`${name} was read`);
  rows.push([name, code, performance.now() - from]);
}
rows.sort(([, , a], [, , b]) => b - a);
printTable([
  ['refused, slowest first', 'why', 'ms'],
  ...rows.slice(0, 6).map(([...row]) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(1) : cell))),
]);
verdict('the slowest refusal', rows[0]?.[2] ?? Number.NaN, LIMIT_MS, 'ms');
