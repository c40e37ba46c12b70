/** What this machine says of the disk a folder is on. What cannot be read counts as an ordinary disk with room. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DeskFileError } from '#db/files/fileError.ts';
import type { HostInfo } from '#shared/contract/deskApi.ts';
import { deskFile } from './places.ts';
import {
  isLittleSpace,
  type Machine,
  type Mount,
  parseLinuxMounts,
  parseMacMounts,
  storagePlace,
} from './storagePlace.ts';

/** Throws where a desk must not live; before anything is made there. */
export function assertGoodPlace(folder: string): void {
  const place = storagePlace(realFolder(folder), readMachine());
  if (place === 'local') return;
  throw new DeskFileError(place === 'network' ? 'networkFolder' : 'removableFolder', { path: folder });
}

/** Null where the system does not tell. */
export async function readFreeSpace(folder: string): Promise<HostInfo['freeSpace']> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const bytes = bavail * bsize;
    const file = deskFile(folder);
    return { bytes, isLittle: isLittleSpace(bytes, existsSync(file) ? statSync(file).size : 0) };
  } catch {
    return null;
  }
}

/** The part of it that is there, links followed: that is where the rest will be made. */
function realFolder(folder: string): string {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    // The native one also says which share a mapped drive letter stands for.
    return realpathSync.native(there);
  } catch {
    return there;
  }
}

const readMachine = (): Machine => ({ platform: process.platform, mounts: readMounts(), isRemovable });

function readMounts(): Mount[] {
  try {
    if (process.platform === 'linux') return parseLinuxMounts(readFileSync('/proc/self/mounts', 'utf8'));
    if (process.platform === 'darwin')
      return parseMacMounts(spawnSync('/sbin/mount', { encoding: 'utf8' }).stdout ?? '');
  } catch {
    // No /proc, as in some containers.
  }
  return [];
}

/** The kernel's own word, or that the device hangs on a USB port. A partition's word is its disk's. */
function isRemovable(device: string): boolean {
  try {
    const entry = realpathSync(join('/sys/class/block', basename(realpathSync(device))));
    if (/\/usb\d+\//.test(entry)) return true;
    const flag = [join(entry, 'removable'), join(dirname(entry), 'removable')].find((path) => existsSync(path));
    return flag !== undefined && readFileSync(flag, 'utf8').trim() === '1';
  } catch {
    return false; // no block device: an overlay, a memory disk
  }
}
