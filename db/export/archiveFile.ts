/** An archive on a disk, written from its beginning to its end and read in pieces. */
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { pauseAfter, SYNC_EVERY_BYTES, sleep } from '#db/files/politeSync.ts';
import type { ZipSink, ZipSource } from './zip.ts';

const CHUNK_BYTES = 1024 * 1024;

export type SinkFile = ZipSink & { close(): void };

/** `path` is new. */
export function openSink(path: string): SinkFile {
  const handle = openSync(path, 'wx');
  let size = 0;
  let unsynced = 0;
  const writeAll = (bytes: Uint8Array, at: number): void => {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, at + done);
  };
  return {
    size: () => size,
    append(bytes) {
      writeAll(bytes, size);
      size += bytes.length;
      unsynced += bytes.length;
      if (unsynced < SYNC_EVERY_BYTES) return;
      sleep(pauseAfter(() => fdatasyncSync(handle)));
      unsynced = 0;
    },
    put: (at, bytes) => writeAll(bytes, at),
    cut(to) {
      ftruncateSync(handle, to);
      size = to;
    },
    close: () => closeSync(handle),
  };
}

export type SourceFile = ZipSource & { close(): void };

export function openSource(path: string): SourceFile {
  const handle = openSync(path, 'r');
  const { size } = fstatSync(handle);
  return {
    size,
    read(at, length) {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, at));
    },
    close: () => closeSync(handle),
  };
}

/** What lies there, from `at` on. */
export function* chunksIn(source: ZipSource, at: number, length: number): Generator<Uint8Array> {
  for (let done = 0; done < length; ) {
    const chunk = source.read(at + done, Math.min(CHUNK_BYTES, length - done));
    if (chunk.length === 0) return;
    yield chunk;
    done += chunk.length;
  }
}

/** A file piece by piece. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const source = openSource(path);
  try {
    yield* chunksIn(source, 0, source.size);
  } finally {
    source.close();
  }
}
