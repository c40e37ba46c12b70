import { expect, test } from 'vitest';
import { hasCjkFonts } from './cjkFonts.ts';

test.each([
  ['fontconfig lists one', 'linux', 'Noto Serif CJK SC\n', [], true],
  ['fontconfig lists none', 'linux', '\n', ['NotoSansCJK-Regular.ttc'], false],
  ['no fontconfig, but a known file', 'linux', null, ['opentype/noto/NotoSansCJK-Regular.ttc'], true],
  ['no fontconfig and only western files', 'linux', null, ['DejaVuSans.ttf', 'Cambria.ttf'], false],
  ['Windows brings its own', 'win32', null, [], true],
  ['macOS brings its own', 'darwin', null, [], true],
])('Chinese fonts: %s', (_, platform, fcList, fontFiles, expected) => {
  expect(hasCjkFonts({ platform, fcList, fontFiles })).toBe(expected);
});
