/** A disk with little room, where this machine lets a test have one. */
import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { tempFolder } from './testDesk.ts';

export type SmallDisk = { folder: string; kind: 'tmpfs' } | { folder: string; kind: 'quota'; maxPages: number };

export function smallDisk(megabytes: number): SmallDisk {
  const folder = tempFolder();
  const size = `size=${megabytes}m`;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status !== 0) {
    return { folder, kind: 'quota', maxPages: (megabytes * 1024) / 4 };
  }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return { folder, kind: 'tmpfs' };
}
