/** Texts by key in the language the officer chose on the screen; it is kept with the screen's own settings. */
import { en } from './en.ts';
import { type TextKey, zhCN } from './zhCN.ts';

export type Locale = 'zh-CN' | 'en';
export type Text = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

export function textsIn(locale: Locale): Text {
  const texts: Record<TextKey, string> = locale === 'en' ? en : zhCN;
  return (key, params = {}) =>
    texts[key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** The draft in which the screen keeps its settings. */
export const SETTINGS_DRAFT = 'ui/settings';

export function localeOf(settings: string | null): Locale {
  try {
    const found = JSON.parse(settings ?? '{}') as { locale?: unknown } | null;
    return found?.locale === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}
