/** Theme and language, wherever they are offered. */
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { changeSettings, useSettings } from '../desk/settings.ts';
import { type Locale, useT } from '../i18n/locale.ts';
import type { Theme } from '../theme/theme.ts';
import styles from './DisplayMenu.module.css';

export function DisplayChoices() {
  const t = useT();
  const { theme, locale } = useSettings();
  return (
    <div className={styles.choices}>
      <ChoiceGroup
        label={t('app.theme')}
        choices={[
          { id: 'auto', label: t('app.theme.auto') },
          { id: 'light', label: t('app.theme.light') },
          { id: 'dark', label: t('app.theme.dark') },
        ]}
        value={theme}
        onChange={(id) => changeSettings({ theme: id as Theme })}
      />
      <ChoiceGroup
        label={t('app.language')}
        choices={[
          { id: 'zh-CN', label: t('app.language.zh') },
          { id: 'en', label: t('app.language.en') },
        ]}
        value={locale}
        onChange={(id) => changeSettings({ locale: id as Locale })}
      />
    </div>
  );
}
