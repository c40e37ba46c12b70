/**
 * Pinyin initials of a name: 张海峰 is zhf. The system's own pinyin order tells a character's initial: it lies between
 * the first characters of two letters. A surname that is read otherwise than its character alone has both.
 */
import { charactersOf } from './fold.ts';

const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏喔妑七呥仨他穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** Read otherwise where it begins a name. */
const AS_SURNAME: Readonly<Record<string, string>> = {
  单: 's',
  曾: 'z',
  仇: 'q',
  解: 'x',
  朴: 'p',
  区: 'o',
  查: 'z',
  乐: 'y',
  覃: 'q',
  翟: 'z',
  尉: 'y',
  万: 'm',
  长: 'z',
  盖: 'g',
  种: 'c',
  缪: 'm',
  宓: 'm',
  召: 's',
  折: 's',
  员: 'y',
};

/** Beyond these the order knows no reading. */
const IS_READ = /^[\u3400-\u4DBF\u4E00-\u9FFF]$/u;

function initialOf(character: string): string {
  if (!IS_READ.test(character)) return character.toLowerCase();
  let letter = '';
  for (const [index, first] of charactersOf(FIRST).entries()) {
    if (byPinyin.compare(character, first) < 0) break;
    letter = LETTERS[index] ?? '';
  }
  return letter;
}

/** Every way its initials can be written; none where it has no Chinese character. */
export function initialsOf(name: string): string[] {
  const characters = charactersOf(name.replace(/\s+/gu, ''));
  if (!characters.some((character) => IS_READ.test(character))) return [];
  const initials = characters.map(initialOf).join('');
  const asSurname = AS_SURNAME[characters[0] ?? ''];
  return asSurname === undefined ? [initials] : [...new Set([initials, `${asSurname}${initials.slice(1)}`])];
}
