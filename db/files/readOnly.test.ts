import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openIncident, readyDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';

const NOBODY = 65_534;

/** Root may write anywhere; as somebody else for so long. */
function unprivileged(act: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('a read-only folder', () => {
  test('[FILE-6] is refused as such when a desk is to begin in it', () => {
    const folder = tempFolder();
    const path = join(folder, 'live.db');
    testDesk().close();
    chmodSync(folder, 0o555);
    unprivileged(() => {
      expect(() => testDesk({ path })).toThrow(expect.objectContaining({ code: 'readOnlyFile', params: { path } }));
    });
  });

  test('[FILE-6] is refused as such when a desk is in it, which is then still whole', () => {
    const folder = tempFolder();
    const path = join(folder, 'live.db');
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    desk.close();
    chmodSync(path, 0o444);
    chmodSync(`${path}.lock`, 0o444);
    chmodSync(folder, 0o555);
    unprivileged(() => {
      expect(() => testDesk({ path })).toThrow(expect.objectContaining({ code: 'readOnlyFile', params: { path } }));
    });
    chmodSync(folder, 0o755);
    chmodSync(path, 0o644);
    chmodSync(`${path}.lock`, 0o644);
    const again = testDesk({ path });
    expect(again.position()).toBe(4);
    again.close();
  });

  test('[FILE-6] a read-only file in a writable folder is refused as such', () => {
    const folder = tempFolder();
    chmodSync(folder, 0o777);
    const path = join(folder, 'live.db');
    readyDesk({ path }).close();
    chmodSync(path, 0o444);
    chmodSync(`${path}.lock`, 0o666);
    unprivileged(() => {
      expect(() => testDesk({ path })).toThrow(expect.objectContaining({ code: 'readOnlyFile', params: { path } }));
    });
  });
});
