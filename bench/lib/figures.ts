/** Figures of a run as a small table. */
export function percentile(sorted: readonly number[], fraction: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}

export type Spread = { p50: number; p99: number };

export function spread(samples: readonly number[]): Spread {
  const sorted = samples.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

export const mean = (samples: readonly number[]): number => samples.reduce((sum, n) => sum + n, 0) / samples.length;

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) {
    const cells = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
    console.log(cells.join('  '));
  }
}

export function verdict(what: string, value: number, limit: number, unit: string): void {
  const isGood = value <= limit;
  console.log(`${isGood ? 'ok  ' : 'MISS'} ${what}: ${value.toFixed(2)} ${unit} (limit ${limit} ${unit})`);
  if (!isGood) process.exitCode = 1;
}
