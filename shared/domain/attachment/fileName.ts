/**
 * A name that is safe to show, to keep and to save under on any system: no folders, no control or direction marks, none of
 * Windows' own names, and the ending that belongs to what the file is.
 */
import { ENDINGS, kindOfMime } from './fileKind.ts';

const LONGEST_STEM = 80;
const REFUSED = /[\\/:*?"<>|\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const WINDOWS_OWN = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const NAMELESS = '附件';

export function safeFileName(name: string, mime: string): string {
  const kind = kindOfMime(mime);
  const endings = kind === null ? ['bin'] : ENDINGS[kind];
  const plain = (name.toWellFormed().split(/[\\/]/).at(-1) ?? '').replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  const dot = plain.lastIndexOf('.');
  const ending = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase();
  const isRight = endings.includes(ending);
  const stem = Array.from(isRight ? plain.slice(0, dot) : plain)
    .slice(0, LONGEST_STEM)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const beforeDot = stem.split('.')[0] ?? '';
  const kept = stem === '' ? NAMELESS : WINDOWS_OWN.test(beforeDot.trim()) ? `_${stem}` : stem;
  return `${kept}.${isRight ? ending : endings[0]}`;
}
