/** Where a found text holds what was asked for, in the text as it was written. */
import { charactersOf, fold, foldCharacter, numbersIn, wordsOf } from './fold.ts';

export type Part = { text: string; hit: boolean };

/** Around the first hit of a long text. */
const BEFORE = 16;
const LENGTH = 80;

type Folded = { characters: string[]; folded: string; origin: number[] };

/** The folded text, and for each of its UTF-16 units which character of the text it comes from. */
function foldWithOrigin(text: string): Folded {
  const characters = charactersOf(text.toWellFormed().normalize('NFC'));
  const origin: number[] = [];
  let folded = '';
  characters.forEach((character, index) => {
    for (const one of foldCharacter(character)) {
      folded += one;
      for (let unit = 0; unit < one.length; unit += 1) origin.push(index);
    }
  });
  return { characters, folded, origin };
}

function marked({ characters, folded, origin }: Folded, words: readonly string[]): boolean[] {
  const hits = characters.map(() => false);
  for (const word of words) {
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
      const first = origin[from] ?? 0;
      const last = origin[from + word.length - 1] ?? first;
      hits.fill(true, first, last + 1);
    }
  }
  return hits;
}

function partsOf(characters: readonly string[], hits: readonly boolean[]): Part[] {
  const parts: Part[] = [];
  characters.forEach((character, index) => {
    const hit = hits[index] === true;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += character;
    else parts.push({ text: character, hit });
  });
  return parts;
}

/** The whole text; the words together where they stand together. */
export function highlight(text: string, query: string): Part[] {
  const words = wordsOf(query);
  const folded = foldWithOrigin(text);
  const phrase = words.join('');
  const looked = phrase !== '' && folded.folded.includes(phrase) ? [phrase] : words;
  return partsOf(folded.characters, marked(folded, looked));
}

export const hasHit = (parts: readonly Part[]): boolean => parts.some(({ hit }) => hit);

/** The field that holds the words together, else those that hold one of them. */
function textFound(fields: readonly string[], query: string): string {
  const words = wordsOf(query);
  const together = words.join('');
  const whole = fields.find((field) => fold(field).includes(together));
  if (whole !== undefined) return whole;
  const holds = (field: string) =>
    words.some((word) => fold(field).includes(word) || numbersIn(field).some((number) => number.includes(word)));
  const some = fields.filter(holds);
  return (some.length === 0 ? fields : some).join(' · ');
}

/** The line around the first hit, of the field an entry was found by. */
export function excerpt(fields: readonly string[], query: string): Part[] {
  const parts = highlight(textFound(fields, query).replace(/\s+/gu, ' '), query);
  const characters = parts.flatMap(({ text: piece, hit }) =>
    charactersOf(piece).map((character) => ({ character, hit })),
  );
  const first = Math.max(0, characters.findIndex(({ hit }) => hit) - BEFORE);
  const shown = characters.slice(first, first + LENGTH);
  const cut = partsOf(
    shown.map(({ character }) => character),
    shown.map(({ hit }) => hit),
  );
  return [
    ...(first > 0 ? [{ text: '…', hit: false }] : []),
    ...cut,
    ...(first + LENGTH < characters.length ? [{ text: '…', hit: false }] : []),
  ];
}
