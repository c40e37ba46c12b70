/** A sentence in parts, so that what is being verified can be marked. Pure. */
import { BEING_VERIFIED } from '#shared/domain/report/quantityText.ts';

export type SpokenPart = { text: string; isUnknown: boolean };

export function splitUnknown(text: string): SpokenPart[] {
  return text
    .split(BEING_VERIFIED)
    .flatMap((said, index): SpokenPart[] => [
      ...(index === 0 ? [] : [{ text: BEING_VERIFIED, isUnknown: true }]),
      ...(said === '' ? [] : [{ text: said, isUnknown: false }]),
    ]);
}
