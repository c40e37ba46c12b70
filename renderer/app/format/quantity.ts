/** A figure on screen: official words in Chinese (shared with the documents), signs in English. */
import { quantityText } from '#shared/domain/report/quantityText.ts';
import type { Quantity } from '#shared/plan/facts.ts';
import type { Locale } from '../i18n/locale.ts';

const count = (n: number) => n.toLocaleString('en-US', { useGrouping: n >= 10_000 });

export function quantityWords(quantity: Quantity, unit: string, locale: Locale): string {
  if (locale === 'zh-CN') return quantityText(quantity, unit);
  switch (quantity.kind) {
    case 'exact':
      return count(quantity.n);
    case 'atLeast':
      return `≥ ${count(quantity.n)}`;
    case 'about':
      return `≈ ${count(quantity.n)}`;
    case 'range':
      return `${count(quantity.from)}–${count(quantity.to)}`;
    case 'unknown':
      return 'being verified';
  }
}
