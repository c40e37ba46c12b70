// ICO and ICNS are plain containers, and both may hold PNGs; no image library is needed to write them. Pure.

export interface Picture {
  size: number;
  png: Buffer;
}

/** Windows icon: a directory of 16-byte entries, then the pictures. 256 is written as 0. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const ENTRY = 16;
  const header = Buffer.alloc(6 + ENTRY * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + ENTRY * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** macOS icon: chunks of a four-letter type and a length that counts its own eight bytes. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

export const icnsOf = (pictures: readonly Picture[]): Buffer =>
  chunk(
    'icns',
    Buffer.concat(pictures.flatMap(({ size, png }) => (ICNS_TYPES[size] ?? []).map((type) => chunk(type, png)))),
  );
