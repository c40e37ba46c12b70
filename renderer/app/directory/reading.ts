/** How a name is read: a proposal, surnames by their own reading (单 Shàn, 仇 Qiú). The dictionary is loaded when first asked. */

const HANZI = /\p{Script=Han}/u;

export async function readingOf(name: string): Promise<string | null> {
  if (!HANZI.test(name)) return null;
  const { pinyin } = await import('pinyin-pro');
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed' });
  const reading = syllables.filter((syllable) => syllable !== '').join(' ');
  return reading === '' ? null : reading;
}
