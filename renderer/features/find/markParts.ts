/** An entry's sentence with what was looked for marked in it, across its strong and quiet parts. */
import type { TextPart } from '#renderer/app/i18n/template.ts';
import { charactersOf } from '#shared/domain/search/fold.ts';
import { highlight } from '#shared/domain/search/highlight.ts';

export type MarkedPart = TextPart & { hit: boolean };

export function markParts(parts: readonly TextPart[], query: string): MarkedPart[] {
  const composed = parts.map((part) => ({ ...part, text: part.text.toWellFormed().normalize('NFC') }));
  const hits = highlight(composed.map(({ text }) => text).join(''), query).flatMap(({ text, hit }) =>
    charactersOf(text).map(() => hit),
  );
  let at = 0;
  return composed.flatMap((part) => {
    const pieces: MarkedPart[] = [];
    for (const character of charactersOf(part.text)) {
      const hit = hits[at] === true;
      at += 1;
      const last = pieces.at(-1);
      if (last?.hit === hit) last.text += character;
      else pieces.push({ ...part, text: character, hit });
    }
    return pieces;
  });
}
