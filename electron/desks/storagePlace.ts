/**
 * Whether a desk may live in a folder: not on a network share, where SQLite's locks and shared memory do not hold, and
 * not on a drive that somebody pulls out [reliability: SQLite]. Both are refused at the start, with the reason. Pure:
 * what the machine says is handed in (`readStorage.ts`).
 *
 * What is not told apart: on Windows a removable drive, on macOS too; there only network shares are found.
 */

/** A line of /proc/self/mounts, or of `mount` on macOS. */
export type Mount = { device: string; folder: string; type: string };

export type Machine = {
  platform: string;
  mounts: readonly Mount[];
  /** Whether the block device of that name can be pulled out; false where that is not known. */
  isRemovable: (device: string) => boolean;
};

export type StoragePlace = 'local' | 'network' | 'removable';

const NETWORK_TYPE =
  /^(?:nfs4?|cifs|smb3|smbfs|afpfs|webdav|davfs|ncpfs|afs|coda|ftp|ceph|glusterfs|lustre|gpfs|beegfs|ocfs2|gfs2|vboxsf|vmhgfs|prl_fs)$/;
/** Of FUSE's many, those that reach another machine. */
const NETWORK_FUSE =
  /^fuse\.(?:sshfs|rclone|davfs2?|s3fs|curlftpfs|glusterfs|ceph|smbnetfs|gvfsd-fuse|vmhgfs-fuse|nfs|juicefs|onedriver)/;
/** What sticks and cards are formatted with; a system disk never is. */
const STICK_TYPES = new Set(['vfat', 'msdos', 'exfat', 'fuse.exfat']);

const isNetworkType = (type: string): boolean => NETWORK_TYPE.test(type) || NETWORK_FUSE.test(type);

/** `folder` is absolute, with every link in it followed. */
export function storagePlace(folder: string, machine: Machine): StoragePlace {
  if (machine.platform === 'win32') return /^[\\/]{2}(?![.?][\\/](?!UNC[\\/]))/i.test(folder) ? 'network' : 'local';
  const mount = mountOf(folder, machine.mounts);
  if (mount === null) return 'local';
  // A system that itself runs from a stick or a share has nowhere else to put anything.
  if (mount.folder === '/') return 'local';
  if (isNetworkType(mount.type)) return 'network';
  return STICK_TYPES.has(mount.type) || machine.isRemovable(mount.device) ? 'removable' : 'local';
}

/** The innermost one the folder lies in; of two at the same place the later covers the earlier. */
export function mountOf(folder: string, mounts: readonly Mount[]): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    const prefix = mount.folder.endsWith('/') ? mount.folder : `${mount.folder}/`;
    const holds = folder === mount.folder || folder.startsWith(prefix);
    if (holds && mount.folder.length >= (found?.folder.length ?? 0)) found = mount;
  }
  return found;
}

/** Spaces and the like are written in octal there. */
export function parseLinuxMounts(text: string): Mount[] {
  const plain = (word: string): string =>
    word.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text.split('\n').flatMap((line) => {
    const [device, folder, type] = line.split(' ');
    if (device === undefined || folder === undefined || type === undefined) return [];
    return [{ device: plain(device), folder: plain(folder), type }];
  });
}

/** `//user@server/share on /Volumes/share (smbfs, nodev)` */
export function parseMacMounts(text: string): Mount[] {
  return [...text.matchAll(/^(.+) on (.+) \(([\w.]+)[^)]*\)$/gm)].map(([, device = '', folder = '', type = '']) => ({
    device,
    folder,
    type,
  }));
}

const MEGABYTE = 1024 * 1024;
const LITTLE_BYTES = 512 * MEGABYTE;
/** A backup is a whole copy, its check needs none; several are kept of the last two days. */
const COPIES_AHEAD = 4;

/** Little is left: less than half a gigabyte, or than a few backups of this file need. */
export const isLittleSpace = (freeBytes: number, fileBytes: number): boolean =>
  freeBytes < Math.max(LITTLE_BYTES, COPIES_AHEAD * fileBytes);
