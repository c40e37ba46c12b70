/** Find, keys, theme and language. */
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { changeSettings, useSettings } from '../desk/settings.ts';
import { openDialog } from '../dialogs.ts';
import type { Locale } from '../i18n/locale.ts';
import { useT } from '../i18n/locale.ts';
import { SHORTCUT_KEYS } from '../keyboard/shortcuts.ts';
import type { Theme } from '../theme/theme.ts';
import styles from './DisplayMenu.module.css';

export function DisplayMenu() {
  const t = useT();
  const { theme, locale } = useSettings();
  return (
    <div className={styles.menu}>
      <Button variant="quiet" kbd={SHORTCUT_KEYS.find} onPress={() => openDialog({ kind: 'find' })}>
        {t('app.find')}
      </Button>
      <Button variant="quiet" aria-label={t('app.keys')} onPress={() => openDialog({ kind: 'keys' })}>
        ?
      </Button>
      <Popover label={t('app.menu')} trigger={<span aria-hidden="true">◐</span>} placement="bottom end">
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
      </Popover>
    </div>
  );
}
