/** Exports as bytes in memory, for tests that change them. */
import { digestOf } from '../digest.ts';
import { type ExportFile, type ExportFiles, READ_FILES, verifyExport } from '../verifyExport.ts';
import { openZip, writeZip, type ZipSink, type ZipSource } from '../zip.ts';

export type Files = Map<string, Uint8Array>;

export function memorySink(): ZipSink & { bytes(): Uint8Array } {
  let content = Buffer.alloc(0);
  return {
    size: () => content.length,
    append(bytes) {
      content = Buffer.concat([content, bytes]);
    },
    put: (at, bytes) => content.set(bytes, at),
    cut(size) {
      content = content.subarray(0, size);
    },
    bytes: () => new Uint8Array(content),
  };
}

export const memorySource = (bytes: Uint8Array): ZipSource => ({
  size: bytes.length,
  read: (at, length) => bytes.slice(at, at + length),
});

export function packZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sink = memorySink();
  const zip = writeZip(sink);
  for (const [name, bytes] of files) zip.add(name, [bytes]);
  zip.end();
  return sink.bytes();
}

export function unpackZip(bytes: Uint8Array): Files {
  const opened = openZip(memorySource(bytes));
  if (!opened.ok) throw new Error(opened.fault);
  return new Map(opened.files.map((file) => [file.name, bytes.slice(file.contentAt, file.contentAt + file.bytes)]));
}

/** Most files of a changed export are the same bytes as before: hashed once. */
const known = new WeakMap<Uint8Array, ExportFile>();

export function examined(files: ReadonlyMap<string, Uint8Array>): ExportFiles {
  return new Map(Array.from(files, ([name, content]) => [name, fileOf(name, content)]));
}

function fileOf(name: string, content: Uint8Array): ExportFile {
  const before = known.get(content);
  const { bytes, sha256 } = before ?? digestOf(content);
  const file = { bytes, sha256, content: READ_FILES.includes(name) ? content : null };
  known.set(content, file);
  return file;
}

export const verifyBytes = (
  files: ReadonlyMap<string, Uint8Array>,
  ...checks: Parameters<typeof verifyExport> extends [unknown, ...infer Rest] ? Rest : never
): ReturnType<typeof verifyExport> => verifyExport(examined(files), ...checks);
