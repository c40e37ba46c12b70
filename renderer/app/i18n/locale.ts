/** Which language the screen speaks. Chinese comes with the first load, English when asked for. */
import { useCallback } from 'react';
import { create } from 'zustand';
import { createTranslate, type Translate, translateZh } from './translator.ts';

export type Locale = 'zh-CN' | 'en';
type LocaleState = { locale: Locale; t: Translate };

const useLocaleStore = create<LocaleState>(() => ({ locale: 'zh-CN', t: translateZh }));

export async function setLocale(locale: Locale): Promise<void> {
  const t = locale === 'zh-CN' ? translateZh : createTranslate((await import('./en/index.ts')).en);
  document.documentElement.lang = locale;
  useLocaleStore.setState({ locale, t });
}

export const useLocale = (): Locale => useLocaleStore((state) => state.locale);
/** The texts of the screen: `const t = useT(); t('app.board')`. */
export const useT = (): Translate => useLocaleStore((state) => state.t);
/** Plan items carry both labels themselves. */
export type Labelled = { label: string; labelEn: string };
export function useLabel(): (item: Labelled | undefined, fallback?: string) => string {
  const locale = useLocale();
  return useCallback(
    (item, fallback = '') => (item ? (locale === 'en' ? item.labelEn : item.label) : fallback),
    [locale],
  );
}
