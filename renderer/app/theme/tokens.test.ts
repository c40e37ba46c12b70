import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const block = (selector: string): Record<string, string> => {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m): [string, string] => [m[1] ?? '', m[2] ?? '']),
  );
};
const light = block(':root');
const themes = { light, dark: { ...light, ...block(':root[data-theme="dark"]') } };

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const grounds = ['ground', 'panel', 'raised', 'field'];
/** Pairs [front, grounds, least ratio]. */
const demands: [string, string[], number][] = [
  ['text', grounds, 7],
  ['text-2', grounds, 4.5],
  ['text-3', grounds, 4.5],
  ['text-3', ['hatch'], 4.5],
  ['amber', [...grounds, 'amber-wash'], 7],
  ['red', ['panel', 'field', 'ground'], 7],
  ['red', ['raised', 'red-wash'], 6.5],
  ['green', grounds, 4.5],
  ['run', grounds, 4.5],
  ['border', ['panel', 'field', 'ground'], 3],
  ['on-ink', ['ink'], 7],
  ['on-red', ['red-fill'], 4.5],
  ['red-fill', ['panel', 'ground'], 3],
  ['focus', grounds, 7],
];

describe.each(Object.entries(themes))(
  'contrast of the %s theme [WCAG 2.2 AA; 7:1 on clocks and levels]',
  (_, theme) => {
    it.each(demands.flatMap(([front, backs, least]) => backs.map((back) => ({ front, back, least }))))(
      '$front on $back is at least $least:1',
      ({ front, back, least }) => {
        expect(contrast(theme[front] ?? '', theme[back] ?? '')).toBeGreaterThanOrEqual(least);
      },
    );
  },
);
