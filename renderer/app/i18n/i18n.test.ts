import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { fill, fillParts } from './template.ts';
import { zhCN } from './zh-CN/index.ts';

const renderer = `${import.meta.dirname}/../..`;
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/i18n\/(zh-CN|en)\//.test(path))
  .map((path) => ({ path, text: readFileSync(`${renderer}/${path}`, 'utf8') }));

const features = readdirSync(`${import.meta.dirname}/zh-CN`).filter((name) => name !== 'index.ts');
const slots = (template: string) =>
  [...template.matchAll(/\{\*?([A-Za-z]+)\}/g)].map((match) => match[1] ?? '').toSorted();
const keys = Object.keys(zhCN);

/** Quoted keys, and the fixed beginnings of keys put together from parts. */
const PREFIX = features.map((name) => name.replace('.ts', '')).join('|');
const literals = new RegExp(`['"\`]((?:${PREFIX})\\.[A-Za-z0-9.-]+)['"\`]`, 'g');
const templates = new RegExp(`\`((?:${PREFIX})\\.[A-Za-z0-9.]*)\\$\\{`, 'g');

describe('texts', () => {
  it('English has the keys of the Chinese, file by file', () => {
    expect(readdirSync(`${import.meta.dirname}/en`).toSorted()).toEqual([...features, 'index.ts'].toSorted());
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
  });

  it('every text asks for the same parameters in both languages', () => {
    for (const [key, template] of Object.entries(zhCN)) {
      expect({ key, slots: slots(en[key as keyof typeof en]) }).toEqual({ key, slots: slots(template) });
    }
  });

  it('no text is empty, and none is in another file than its key says', () => {
    for (const [key, text] of Object.entries(zhCN)) expect(text, key).not.toBe('');
    for (const feature of features) {
      const prefix = feature.replace('.ts', '');
      const file = readFileSync(`${import.meta.dirname}/zh-CN/${feature}`, 'utf8');
      const found = [...file.matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1] ?? '');
      expect(found.filter((key) => !key.startsWith(`${prefix}.`))).toEqual([]);
    }
  });

  it('every key used exists', () => {
    const used = sources.flatMap(({ path, text }) =>
      [...text.matchAll(literals)].map((match) => ({ path, key: match[1] ?? '' })),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(({ key }) => !keys.includes(key))).toEqual([]);
  });

  it('every key is used', () => {
    const text = sources.map((source) => source.text).join('\n');
    const beginnings = [...text.matchAll(templates)].map((match) => match[1] ?? '');
    const named = new Set([...text.matchAll(literals)].map((match) => match[1]));
    const unused = keys.filter((key) => !named.has(key) && !beginnings.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});

describe('templates', () => {
  it('fills parameters, starred ones too', () => {
    expect(fill('启动 {*level}：{post}', { level: 'Ⅰ级', post: '指挥长' })).toBe('启动 Ⅰ级：指挥长');
    expect(fillParts('认定 {*grade}', { grade: '重大' })).toEqual([
      { text: '认定 ', strong: false },
      { text: '重大', strong: true },
    ]);
  });

  it('leaves braces in what an officer typed alone', () => {
    expect(fill('{text}', { text: '{*reason} {n}' })).toBe('{*reason} {n}');
  });
});
