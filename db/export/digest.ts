/** What proves a file's bytes: its length, its hash, and the checksum an archive keeps; taken piece by piece. */
import { createHash } from 'node:crypto';
import { HASH_ALG } from '#db/log/hash.ts';

export type Digest = { bytes: number; sha256: string; crc: number };
export type Digesting = { take(chunk: Uint8Array): void; end(): Digest };

export function startDigest(): Digesting {
  const hash = createHash(HASH_ALG);
  let bytes = 0;
  let crc = 0xffffffff;
  return {
    take(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      crc = crcOver(crc, chunk);
    },
    end: () => ({ bytes, sha256: hash.digest('hex'), crc: ~crc >>> 0 }),
  };
}

export function digestOf(content: Uint8Array): Digest {
  const digest = startDigest();
  digest.take(content);
  return digest.end();
}

/** CRC-32 as every archive has it, four bytes at a time: an attached video is 50 MB. */
const TABLES: readonly Int32Array[] = crcTables();

function crcTables(): Int32Array[] {
  const first = new Int32Array(256);
  for (let n = 0; n < 256; n += 1) {
    let value = n;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    first[n] = value;
  }
  const tables = [first];
  for (let table = 1; table < 4; table += 1) {
    const before = tables[table - 1] ?? first;
    tables.push(before.map((value) => (first[value & 0xff] ?? 0) ^ (value >>> 8)));
  }
  return tables;
}

function crcOver(start: number, bytes: Uint8Array): number {
  const [one, two, three, four] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const even = bytes.length - (bytes.length % 4);
  let crc = start | 0;
  for (let at = 0; at < even; at += 4) {
    const word = crc ^ view.getInt32(at, true);
    crc =
      (four[word & 0xff] as number) ^
      (three[(word >>> 8) & 0xff] as number) ^
      (two[(word >>> 16) & 0xff] as number) ^
      (one[word >>> 24] as number);
  }
  for (let at = even; at < bytes.length; at += 1)
    crc = (one[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return crc;
}
