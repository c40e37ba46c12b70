/** Minutes as an officer types them: `5 10`, `5、10`, `5,10`. Pure; null where it is no list of numbers. */
const SEPARATORS = /[\s,，、;；]+/;

export function readMinutes(text: string): number[] | null {
  const words = text
    .trim()
    .split(SEPARATORS)
    .filter((word) => word !== '');
  if (words.length === 0 || words.some((word) => !/^\d{1,4}$/.test(word))) return null;
  return words.map(Number);
}
