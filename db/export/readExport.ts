/** An export as it lies on a disk: a folder, or the archive itself. What cannot be one is refused before it is read. */
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainName } from '#shared/export/format.ts';
import type { ExportFiles } from './verifyExport.ts';
import { unpackZip } from './zip.ts';

/** Larger than any attachment may be. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_ALL_BYTES = 1024 * 1024 * 1024;
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
  if (stat.size > MAX_ALL_BYTES) throw new UnreadableExport(`文件过大，不是值守台的导出：${path}`);
  const unpacked = unpackZip(readBytes(path));
  if (unpacked.ok) {
    checkCount(unpacked.files.size);
    return unpacked;
  }
  const { fault, name } = unpacked;
  switch (fault) {
    case 'notZip':
      throw new UnreadableExport(`不是导出的压缩包，或已损坏：${path}`);
    case 'badName':
      throw new UnreadableExport(`压缩包内有不安全的文件名，未解开：${JSON.stringify(name)}`);
    case 'twice':
      throw new UnreadableExport(`压缩包内有重名文件，未解开：${name}`);
    case 'compressed':
      throw new UnreadableExport(`压缩包经其他程序重新压缩，未解开；请解开后核验文件夹：${name}`);
  }
}

function statOf(path: string): ReturnType<typeof lstatSync> & object {
  try {
    return lstatSync(path);
  } catch {
    throw new UnreadableExport(`找不到：${path}`);
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
    throw new UnreadableExport(`无法读取：${path}（${code}）`);
  }
}

function checkCount(count: number): void {
  if (count > MAX_FILES) throw new UnreadableExport(`文件过多，不是值守台的导出：${count}个`);
}

/** Plain files in the folder and one folder below; a link may lead anywhere and is refused. */
function readFolder(root: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
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
      const { size } = statOf(join(root, name));
      total += Number(size);
      if (size > MAX_FILE_BYTES || total > MAX_ALL_BYTES)
        throw new UnreadableExport(`文件过大，不是值守台的导出：${name}`);
      checkCount(files.size + 1);
      files.set(name, readBytes(join(root, name)));
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
