/** Files that must be on the disk before anything relies on them. */
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

function fsync(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a finished file its name: content first, then the name, both on the disk. */
export function renameDurably(from: string, to: string): void {
  fsync(from, 'r+');
  renameSync(from, to);
  // Windows cannot open a folder; there the rename is journaled.
  if (process.platform !== 'win32') fsync(dirname(to), 'r');
}
