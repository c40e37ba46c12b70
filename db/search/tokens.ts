/**
 * How texts become tokens of the index: every pair of neighbouring characters in order, with a mark at either end, and
 * each character once by itself. A part of a text is then a phrase of pairs, one character a token, and a whole text a
 * phrase from mark to mark. The tokenizer only cuts at spaces; folded texts have none.
 */
import { charactersOf, fold, numbersIn, wordsOf } from '#shared/domain/search/fold.ts';

const BEGIN = '\uFDD0';
const END = '\uFDD1';
/** What an entry belongs to, as tokens that no text can hold. */
const OF_INCIDENT = '\uFDD2';
const OF_OFFICER = '\uFDD3';

const pairs = (characters: readonly string[]): string[] =>
  characters.slice(1).map((character, index) => `${characters[index]}${character}`);

function tokensOf(field: string, alone: Set<string>): string[] {
  const characters = charactersOf(fold(field));
  const [first] = characters;
  const last = characters.at(-1);
  if (first === undefined || last === undefined) return [];
  for (const character of characters) alone.add(character);
  return [`${BEGIN}${first}`, ...pairs(characters), `${last}${END}`];
}

/** The tokenizer folds upper case and cuts at punctuation; ids are told apart by both. */
const idToken = (mark: string, id: string): string => `${mark}${Buffer.from(id).toString('hex')}`;

export type Belongs = { incidentId: string | null; officerId: string | null };

export function documentTokens(fields: readonly string[], { incidentId, officerId }: Belongs): string {
  const alone = new Set<string>();
  const tokens = fields.flatMap((field) => [field, ...numbersIn(field)]).flatMap((text) => tokensOf(text, alone));
  return [
    ...tokens,
    ...alone,
    ...(incidentId === null ? [] : [idToken(OF_INCIDENT, incidentId)]),
    ...(officerId === null ? [] : [idToken(OF_OFFICER, officerId)]),
  ].join(' ');
}

const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`;

function part(word: string): string {
  const characters = charactersOf(word);
  return phrase(characters.length === 1 ? characters : pairs(characters));
}

/** The whole of a field, and nothing else. */
function whole(word: string): string {
  const characters = charactersOf(word);
  return phrase([`${BEGIN}${characters[0]}`, ...pairs(characters), `${characters.at(-1)}${END}`]);
}

/**
 * What to ask the index, best matches first: the whole field, the words together, all of the words. Each leaves out what
 * the one before has found. Empty where nothing is asked.
 */
export function askedOf(query: string, { incidentId, officerId }: Belongs): string[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const together = words.join('');
  const narrowing = [
    ...(incidentId === null ? [] : [phrase([idToken(OF_INCIDENT, incidentId)])]),
    ...(officerId === null ? [] : [phrase([idToken(OF_OFFICER, officerId)])]),
  ];
  const narrowed = (expression: string, not: string | null) => {
    const all = [`(${expression})`, ...narrowing].join(' AND ');
    return not === null ? all : `(${all}) NOT ${not}`;
  };
  return [
    narrowed(whole(together), null),
    narrowed(part(together), whole(together)),
    ...(words.length === 1 ? [] : [narrowed(words.map(part).join(' AND '), part(together))]),
  ];
}
