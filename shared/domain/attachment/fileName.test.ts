import { describe, expect, test } from 'vitest';
import { MIMES } from './fileKind.ts';
import { safeFileName } from './fileName.ts';

const { png, jpeg, pdf } = MIMES;

describe('[ATTACH-3] a name is safe on any system and says what the file is', () => {
  test.each([
    ['现场照片.png', png, '现场照片.png'],
    ['照片.JPEG', jpeg, '照片.jpeg'],
    ['../../etc/passwd', png, 'passwd.png'],
    ['C:\\Windows\\system32\\cmd.exe', png, 'cmd.exe.png'],
    ['图.exe', pdf, '图.exe.pdf'],
    ['invoice\u202Egnp.exe', png, 'invoice gnp.exe.png'],
    ['a\u0000b\nc.png', png, 'a b c.png'],
    ['con.png', png, '_con.png'],
    ['LPT1.png', png, '_LPT1.png'],
    ['nul', pdf, '_nul.pdf'],
    ['con.more.png', png, '_con.more.png'],
    ['...', png, '附件.png'],
    ['', png, '附件.png'],
    ['.png', png, '附件.png'],
    ['a<b>:"|?*.png', png, 'a b.png'],
    ['尾点. . .png', png, '尾点.png'],
    [`${'长'.repeat(300)}.png`, png, `${'长'.repeat(80)}.png`],
    ['半\uD800个.png', png, '半\uFFFD个.png'],
    ['\u200B\uFEFF.png', png, '附件.png'],
  ])('%j as %s is %j', (name, mime, safe) => {
    expect(safeFileName(name, mime)).toBe(safe);
    expect(safeFileName(safe, mime), 'what is safe stays').toBe(safe);
  });
});
