/**
 * What a file is, read from its bytes: neither its name nor what a page says of it is believed. A short list, of what is
 * kept with an incident: photos, scans, papers, a recording [issue: attachments]. Anything else is refused.
 */

export const MIMES = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
} as const;
export type FileKind = keyof typeof MIMES;
export type Mime = (typeof MIMES)[FileKind];
export const mimes = Object.values(MIMES) as [Mime, ...Mime[]];

/** The first ending is the one a name gets that has none of them. */
export const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  gif: ['gif'],
  webp: ['webp'],
  heic: ['heic', 'heif'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  mp4: ['mp4', 'm4v'],
  mp3: ['mp3'],
};

/** Every browser of ours draws these; the others are only saved. */
export const isPicture = (mime: string): boolean =>
  mime === MIMES.jpeg || mime === MIMES.png || mime === MIMES.gif || mime === MIMES.webp;

/** How much of each end of a file is looked at: the list of a zip's parts stands at its end. */
export const LOOKED_AT_BYTES = 64 * 1024;

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const MP4_BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'dash', 'MSNV', 'M4V '];
/** A Word or Excel file with a program in it. */
const MACROS = 'vbaProject.bin';

/** Null for what is not on the list. `head`, `tail`: the file's first and last bytes, as many as there are. */
export function fileKindOf(head: Uint8Array, tail: Uint8Array): FileKind | null {
  const start = latin(head.subarray(0, 16));
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('ID3')) return 'mp3';
  if (start.slice(4, 8) === 'ftyp') return brandKind(start.slice(8, 12));
  if (start.startsWith('PK\x03\x04')) return officeKind(latin(tail));
  return isMp3Frame(head) ? 'mp3' : null;
}

export function mimeOf(head: Uint8Array, tail: Uint8Array): Mime | null {
  const kind = fileKindOf(head, tail);
  return kind === null ? null : MIMES[kind];
}

export const kindOfMime = (mime: string): FileKind | null =>
  (Object.keys(MIMES) as FileKind[]).find((kind) => MIMES[kind] === mime) ?? null;

function brandKind(brand: string): FileKind | null {
  if (HEIC_BRANDS.includes(brand)) return 'heic';
  return MP4_BRANDS.includes(brand) ? 'mp4' : null;
}

/** Any other zip is refused: nobody sees what is in it. */
function officeKind(parts: string): FileKind | null {
  if (parts.includes(MACROS)) return null;
  if (parts.includes('word/document.xml')) return 'docx';
  return parts.includes('xl/workbook.xml') ? 'xlsx' : null;
}

/** MPEG layer III without a tag: sync bits, a bit rate and a sampling rate that exist. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  if (first !== 0xff || ![0xfb, 0xfa, 0xf3, 0xf2].includes(second)) return false;
  const bitRate = third >> 4;
  return bitRate > 0 && bitRate < 15 && (third & 0b1100) !== 0b1100;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
