// From a closed file of a million entries to its first board, in a fresh process each time. `bench/open.ts ENTRIES`
// takes another size, `bench/open.ts FILE` measures that file.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchDesk, benchFolder } from './lib/benchDesk.ts';
import { writeBigFile } from './lib/bigFile.ts';
import { percentile, printTable, verdict } from './lib/figures.ts';

const LIMIT_MS = 300;
const ROUNDS = 5;
const argument = process.argv[2];

if (argument !== undefined && existsSync(argument)) measureOnce(argument);
else buildAndMeasure(Number(argument ?? 1_000_000));

function measureOnce(path: string): void {
  const began = performance.now();
  const desk = benchDesk({ path });
  const opened = performance.now();
  const board = desk.query({ type: 'getBoard' });
  const shown = performance.now();
  if (!board.ok) throw new Error(board.error.code);
  const { length } = board.result.incidents;
  console.log(
    JSON.stringify({ open: opened - began, board: shown - opened, entries: desk.position(), incidents: length }),
  );
  desk.close();
}

function buildAndMeasure(entries: number): void {
  const { folder, remove } = benchFolder();
  try {
    const path = join(folder, 'live.db');
    const began = performance.now();
    writeBigFile(path, entries);
    const seconds = (performance.now() - began) / 1000;
    console.log(`${entries} entries written in ${seconds.toFixed(0)} s, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
    const rounds = Array.from({ length: ROUNDS }, () => measureInFreshProcess(path));
    printTable([
      ['ms', 'open', 'board', 'both', 'entries', 'open incidents'],
      ...rounds.map(({ open, board, entries: n, incidents }, i) => [
        `round ${i + 1}`,
        ...[open, board, open + board].map((ms) => ms.toFixed(0)),
        String(n),
        String(incidents),
      ]),
    ]);
    const both = rounds.map(({ open, board }) => open + board).toSorted((a, b) => a - b);
    verdict('first board after a clean close, median', percentile(both, 0.5), LIMIT_MS, 'ms');
  } finally {
    remove();
  }
}

type Round = { open: number; board: number; entries: number; incidents: number };

function measureInFreshProcess(path: string): Round {
  const script = fileURLToPath(import.meta.url);
  const { stdout, status } = spawnSync(process.execPath, [script, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the measuring process ended with ${status}`);
  return JSON.parse(stdout) as Round;
}
