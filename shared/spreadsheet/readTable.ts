/** A file somebody picked, as rows of texts, or why not: what it is, is read from its bytes, not from its name. */
import { MAX_FILE_BYTES, SheetFault, type SheetRows } from './fault.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

export async function readTable(bytes: Uint8Array): Promise<SheetRows> {
  if (bytes.length === 0) throw new SheetFault('empty');
  if (bytes.length > MAX_FILE_BYTES) throw new SheetFault('fileTooLarge');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetFault('oldOrLocked');
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  return readCsv(bytes);
}
