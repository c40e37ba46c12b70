/**
 * What this officer's screen remembers: theme, language, volume, who acted last. Kept beside the drafts of the live desk, not in
 * the origin's storage, because the web host's port (hence the origin) may change with every start.
 */
import { create } from 'zustand';
import { type Locale, setLocale } from '../i18n/locale.ts';
import { setVolume, type Volume } from '../sound/sound.ts';
import { applyTheme, type Theme } from '../theme/theme.ts';
import type { Drafts } from './drafts.ts';

export type Settings = { theme: Theme; locale: Locale; volume: Volume; officerId: string | null };
const KEY = 'ui/settings';
const INITIAL: Settings = { theme: 'auto', locale: 'zh-CN', volume: 'high', officerId: null };

export const useSettings = create<Settings>(() => INITIAL);

let keep: (settings: Settings) => void = () => {};

const oneOf = <T>(value: unknown, choices: readonly T[], otherwise: T): T =>
  choices.includes(value as T) ? (value as T) : otherwise;

export function parseSettings(text: string | null): Settings {
  try {
    const found = JSON.parse(text ?? '{}') as Partial<Record<keyof Settings, unknown>>;
    return {
      theme: oneOf<Theme>(found.theme, ['auto', 'light', 'dark'], INITIAL.theme),
      locale: oneOf<Locale>(found.locale, ['zh-CN', 'en'], INITIAL.locale),
      volume: oneOf<Volume>(found.volume, ['low', 'middle', 'high'], INITIAL.volume),
      officerId: typeof found.officerId === 'string' ? found.officerId : null,
    };
  } catch {
    return INITIAL;
  }
}

export async function loadSettings(drafts: Drafts, liveDeskId: string): Promise<void> {
  const settings = parseSettings(drafts.read(liveDeskId, KEY).value);
  keep = (next) => drafts.write(liveDeskId, KEY, JSON.stringify(next));
  useSettings.setState(settings);
  applyTheme(settings.theme);
  setVolume(settings.volume);
  await setLocale(settings.locale);
}

export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState(change);
  const settings = useSettings.getState();
  if (change.theme) applyTheme(change.theme);
  if (change.volume) setVolume(change.volume);
  if (change.locale) void setLocale(change.locale);
  const { theme, locale, volume, officerId } = settings;
  keep({ theme, locale, volume, officerId });
}
