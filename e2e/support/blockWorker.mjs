// Loaded into the host and its threads by NODE_OPTIONS, in tests only: while the file named by BLOCK_UNTIL says so, the
// desk's worker stands still. The program itself has no such switch.
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const LOOK_MS = 50;

function blockUntil() {
  try {
    return Number(readFileSync(process.env.BLOCK_UNTIL ?? '', 'utf8'));
  } catch {
    return 0;
  }
}

if (!isMainThread) {
  setInterval(() => {
    const left = blockUntil() - Date.now();
    if (left > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, left);
  }, LOOK_MS).unref();
}
