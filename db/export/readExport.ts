/**
 * An export as it lies on a disk: a folder, or the archive itself. What cannot be one is refused before it is read; what
 * is read is hashed piece by piece, so that an archive of many videos needs no more memory than one without.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_FILES as MAX_ATTACHMENTS, MAX_FILE_BYTES } from '#shared/domain/attachment/attachment.ts';
import { isPlainName } from '#shared/export/format.ts';
import { chunksIn, openSource } from './archiveFile.ts';
import { type Digest, startDigest } from './digest.ts';
import { type ExportFile, type ExportFiles, READ_FILES } from './verifyExport.ts';
import { isOwnZip, openZip, type ZipSource } from './zip.ts';

/** Larger than any attachment may be. */
const MAX_ONE_BYTES = 64 * 1024 * 1024;
/** As many attached files as an incident may have, and a gigabyte for the rest. */
const MAX_ALL_BYTES = MAX_ATTACHMENTS * MAX_FILE_BYTES + 1024 * 1024 * 1024;
const MAX_FILES = 10_000;

/** Not an export, or not one that can be read safely; in words. */
export class UnreadableExport extends Error {
  override readonly name = 'UnreadableExport';
}

export type ReadExport = { files: ExportFiles; isOriginal: boolean };

export function readExport(path: string): ReadExport {
  const stat = statOf(path);
  if (stat.isDirectory()) return { files: readFolder(path), isOriginal: true };
  if (!stat.isFile()) throw new UnreadableExport(`既不是文件夹也不是文件：${path}`);
  return withSource(path, (source) => readArchive(path, source));
}

function readArchive(path: string, source: ZipSource): ReadExport {
  if (source.size > MAX_ALL_BYTES) throw new UnreadableExport(`文件过大，不是值守台的导出：${path}`);
  const opened = openZip(source);
  if (!opened.ok) throw new UnreadableExport(refusal(path, opened));
  checkCount(opened.files.length);
  const files = new Map<string, ExportFile>();
  const read = opened.files.map((file) => {
    if (file.bytes > MAX_ONE_BYTES) throw new UnreadableExport(`文件过大，不是值守台的导出：${file.name}`);
    const { digest, ...found } = readFile(source, file.contentAt, file);
    files.set(file.name, found);
    return { ...file, crc: digest.crc };
  });
  return { files, isOriginal: isOwnZip(source, read) };
}

function refusal(path: string, { fault, name }: Extract<ReturnType<typeof openZip>, { ok: false }>): string {
  switch (fault) {
    case 'notZip':
      return `不是导出的压缩包，或已损坏：${path}`;
    case 'badName':
      return `压缩包内有不安全的文件名，未解开：${JSON.stringify(name)}`;
    case 'twice':
      return `压缩包内有重名文件，未解开：${name}`;
    case 'compressed':
      return `压缩包经其他程序重新压缩，未解开；请解开后核验文件夹：${name}`;
  }
}

function readFile(
  source: ZipSource,
  at: number,
  { name, bytes }: { name: string; bytes: number },
): ExportFile & { digest: Digest } {
  const digesting = startDigest();
  const kept: Uint8Array[] = [];
  const isRead = READ_FILES.includes(name);
  for (const chunk of chunksIn(source, at, bytes)) {
    digesting.take(chunk);
    if (isRead) kept.push(chunk);
  }
  const digest = digesting.end();
  return { bytes: digest.bytes, sha256: digest.sha256, content: isRead ? Buffer.concat(kept) : null, digest };
}

function statOf(path: string): ReturnType<typeof lstatSync> & object {
  try {
    return lstatSync(path);
  } catch {
    throw new UnreadableExport(`找不到：${path}`);
  }
}

function withSource<T>(path: string, read: (source: ZipSource) => T): T {
  try {
    const source = openSource(path);
    try {
      return read(source);
    } finally {
      source.close();
    }
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : null;
    if (code === null) throw thrown;
    throw new UnreadableExport(`无法读取：${path}（${code}）`);
  }
}

function checkCount(count: number): void {
  if (count > MAX_FILES) throw new UnreadableExport(`文件过多，不是值守台的导出：${count}个`);
}

/** Plain files in the folder and one folder below; a link may lead anywhere and is refused. */
function readFolder(root: string): Map<string, ExportFile> {
  const files = new Map<string, ExportFile>();
  let total = 0;
  function read(below: string): void {
    for (const entry of entriesOf(join(root, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!isPlainName(name)) throw new UnreadableExport(`文件名不属于导出：${JSON.stringify(name)}`);
      if (entry.isDirectory()) {
        read(name);
        continue;
      }
      if (!entry.isFile()) throw new UnreadableExport(`不是普通文件：${name}`);
      const bytes = Number(statOf(join(root, name)).size);
      total += bytes;
      if (bytes > MAX_ONE_BYTES || total > MAX_ALL_BYTES)
        throw new UnreadableExport(`文件过大，不是值守台的导出：${name}`);
      checkCount(files.size + 1);
      const { digest: _, ...file } = withSource(join(root, name), (source) => readFile(source, 0, { name, bytes }));
      files.set(name, file);
    }
  }
  read('');
  return files;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    throw new UnreadableExport(`无法读取文件夹：${folder}`);
  }
}
