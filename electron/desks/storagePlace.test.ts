import { describe, expect, test } from 'vitest';
import {
  isLittleSpace,
  type Mount,
  mountOf,
  parseLinuxMounts,
  parseMacMounts,
  type StoragePlace,
  storagePlace,
} from './storagePlace.ts';

const LINUX = parseLinuxMounts(`/dev/nvme0n1p2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/nvme0n1p3 /home ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/export /srv/share nfs4 rw,vers=4.2 0 0
//nas/duty /mnt/duty\\040desk cifs rw 0 0
officer@gate:/data /home/duty/remote fuse.sshfs rw 0 0
/dev/sdb1 /media/duty/STICK vfat rw 0 0
/dev/sdc1 /media/duty/BIG ext4 rw 0 0
/dev/mapper/data /data xfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
overlay /opt/box overlay rw 0 0
/dev/sdd1 /mnt/card exfat rw 0 0
host /mnt/host 9p rw 0 0
`);

const linux = { platform: 'linux', mounts: LINUX, isRemovable: (device: string) => device === '/dev/sdc1' };

describe('where a desk may live [FILE-8]', () => {
  test.each<[folder: string, place: StoragePlace]>([
    ['/home/duty/.local/share/watchdesk', 'local'],
    ['/var/lib/watchdesk', 'local'],
    ['/data/watchdesk', 'local'],
    ['/opt/box/watchdesk', 'local'],
    ['/run/user/1000/doc/x', 'local'],
    ['/srv/share/watchdesk', 'network'],
    ['/srv/share', 'network'],
    ['/srv/shared/watchdesk', 'local'],
    ['/mnt/duty desk/watchdesk', 'network'],
    ['/home/duty/remote/desk', 'network'],
    ['/mnt/host/desk', 'local'],
    ['/media/duty/STICK/desk', 'removable'],
    ['/media/duty/BIG/desk', 'removable'],
    ['/mnt/card/desk', 'removable'],
  ])('Linux: %s is %s', (folder, place) => {
    expect(storagePlace(folder, linux)).toBe(place);
  });

  test.each([
    { device: '/dev/sdc1', folder: '/', type: 'ext4' },
    { device: 'server:/root', folder: '/', type: 'nfs4' },
  ])('a system that runs from $device may keep its data there', (mount) => {
    expect(storagePlace('/home/duty', { ...linux, mounts: [mount] })).toBe('local');
  });

  test('of two mounts at one place the later counts; none at all is an ordinary disk', () => {
    const over: Mount[] = [...LINUX, { device: '/dev/sde1', folder: '/srv/share', type: 'ext4' }];
    expect(mountOf('/srv/share/x', over)?.type).toBe('ext4');
    expect(storagePlace('/srv/share', { ...linux, mounts: [] })).toBe('local');
  });

  test.each<[folder: string, place: StoragePlace]>([
    ['C:\\Users\\duty\\AppData\\Local\\Watchdesk', 'local'],
    ['\\\\nas\\duty\\watchdesk', 'network'],
    ['//nas/duty/watchdesk', 'network'],
    ['\\\\?\\UNC\\nas\\duty', 'network'],
    ['\\\\?\\C:\\desk', 'local'],
    ['\\\\.\\C:\\desk', 'local'],
  ])('Windows: %s is %s', (folder, place) => {
    expect(storagePlace(folder, { platform: 'win32', mounts: [], isRemovable: () => false })).toBe(place);
  });

  test('macOS: shares by what `mount` prints', () => {
    const mounts = parseMacMounts(`/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//duty@nas._smb._tcp.local/desk on /Volumes/duty desk (smbfs, nodev, nosuid, mounted by duty)
`);
    const mac = { platform: 'darwin', mounts, isRemovable: () => false };
    expect(storagePlace('/Volumes/duty desk/watchdesk', mac)).toBe('network');
    expect(storagePlace('/Users/duty/Library/Application Support/Watchdesk', mac)).toBe('local');
  });
});

const MB = 1024 * 1024;
test.each([
  [511 * MB, 0, true],
  [512 * MB, 0, false],
  [512 * MB, 128 * MB, false],
  [512 * MB, 129 * MB, true],
  [4000 * MB, 1000 * MB, false],
  [3999 * MB, 1000 * MB, true],
])('[FILE-6] %i bytes free beside a file of %i: little is %s', (free, file, isLittle) => {
  expect(isLittleSpace(free, file)).toBe(isLittle);
});
