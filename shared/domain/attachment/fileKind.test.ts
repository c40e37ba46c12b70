/** What a file is, by its bytes alone; names and content types never come into it. */
import { describe, expect, test } from 'vitest';
import { ENDINGS, type FileKind, fileKindOf, isPicture, MIMES } from './fileKind.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);
const kindOf = (text: string) => fileKindOf(bytes(text), bytes(text));
const zip = (...parts: string[]) =>
  `PK\x03\x04\x14\x00[Content_Types].xml${parts.map((part) => `PK\x01\x02${part}`).join('')}`;

const KEPT: [string, FileKind, string][] = [
  ['jpeg (JFIF)', 'jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
  ['jpeg (Exif)', 'jpeg', '\xff\xd8\xff\xe1\x00\x10Exif'],
  ['png', 'png', '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'],
  ['gif of 1987', 'gif', 'GIF87a\x01\x00'],
  ['gif of 1989', 'gif', 'GIF89a\x01\x00'],
  ['webp', 'webp', 'RIFF\x10\x00\x00\x00WEBPVP8 '],
  ['heic', 'heic', '\x00\x00\x00\x18ftypheic'],
  ['heif', 'heic', '\x00\x00\x00\x18ftypmif1'],
  ['mp4', 'mp4', '\x00\x00\x00\x18ftypisom'],
  ['mp4 of a telephone', 'mp4', '\x00\x00\x00\x18ftypmp42'],
  ['pdf', 'pdf', '%PDF-1.7\n'],
  ['docx', 'docx', zip('_rels/.rels', 'word/document.xml')],
  ['xlsx', 'xlsx', zip('_rels/.rels', 'xl/workbook.xml')],
  ['mp3 with a tag', 'mp3', 'ID3\x04\x00'],
  ['mp3 without', 'mp3', '\xff\xfb\x90\x64'],
];
const REFUSED: [string, string][] = [
  ['nothing', ''],
  ['text', '现场照片'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a page that begins like a comment', '<!-- %PDF-1.4 --><script>'],
  ['svg, which can hold programs', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['a Windows program', 'MZ\x90\x00'],
  ['a Linux program', '\x7fELF\x02'],
  ['a zip', zip('readme.txt')],
  ['a Java archive', zip('META-INF/MANIFEST.MF')],
  ['a Word file with a program', zip('word/document.xml', 'word/vbaProject.bin')],
  ['an Excel file with a program', zip('xl/workbook.xml', 'xl/vbaProject.bin')],
  ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['sound as RIFF', 'RIFF\x10\x00\x00\x00WAVEfmt '],
  ['a box of unknown brand', '\x00\x00\x00\x18ftypevil'],
  ['png, cut short', '\x89PNG'],
  ['png with its line ends turned', '\x89PNG\n\x1a\n\x00'],
  ['mp3 of no bit rate', '\xff\xfb\x00\x00'],
  ['mp3 of a rate that does not exist', '\xff\xfb\x9c\x00'],
  ['UTF-16 text', '\xff\xfe<\x00'],
];

describe('[ATTACH-3] what a file is, read from its bytes', () => {
  test.each(KEPT)('%s is %s', (_name, kind, text) => expect(kindOf(text)).toBe(kind));
  test.each(REFUSED)('%s is refused', (_name, text) => expect(kindOf(text)).toBeNull());

  test('a zip is told by the list at its end, however long it is', () => {
    expect(fileKindOf(bytes(zip()), bytes('…PK\x01\x02word/document.xml'))).toBe('docx');
  });

  test('only what every browser draws is shown as a picture', () => {
    const shown = (Object.keys(MIMES) as FileKind[]).filter((kind) => isPicture(MIMES[kind]));
    expect(shown).toEqual(['jpeg', 'png', 'gif', 'webp']);
    expect(Object.keys(ENDINGS)).toEqual(Object.keys(MIMES));
  });
});
