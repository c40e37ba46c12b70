/**
 * Templates of the locale files: `{name}` is replaced by a parameter, `{*name}` too and marks it as the weighty part of
 * the sentence (screens that can, show it strong; plain text ignores the mark).
 */
export type TextPart = { text: string; strong: boolean; quiet?: boolean };

type Bare<S extends string> = S extends `*${infer N}` ? N : S;
/** The parameters a template asks for, read from its literal type. */
export type NamesIn<S extends string> = S extends `${string}{${infer N}}${infer Rest}`
  ? Bare<N> | NamesIn<Rest>
  : never;
export type Params = Record<string, string | number>;

const SLOT = /\{(\*?)([A-Za-z]+)\}/g;

export function fillParts(template: string, params: Params): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of template.matchAll(SLOT)) {
    const [whole, star, name] = match as unknown as [string, string, string];
    if (match.index > from) parts.push({ text: template.slice(from, match.index), strong: false });
    parts.push({ text: String(params[name] ?? whole), strong: star === '*' });
    from = match.index + whole.length;
  }
  if (from < template.length) parts.push({ text: template.slice(from), strong: false });
  return parts.filter((part) => part.text !== '');
}

export const fill = (template: string, params: Params): string =>
  fillParts(template, params)
    .map((part) => part.text)
    .join('');
