/** Find, keys, theme and language. */
import { Button } from '#renderer/ui/Button.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { openDialog } from '../dialogs.ts';
import { useT } from '../i18n/locale.ts';
import { SHORTCUT_KEYS } from '../keyboard/shortcuts.ts';
import { DisplayChoices } from './DisplayChoices.tsx';
import styles from './DisplayMenu.module.css';

export function DisplayMenu() {
  const t = useT();
  return (
    <div className={styles.menu}>
      <Button variant="quiet" kbd={SHORTCUT_KEYS.find} onPress={() => openDialog({ kind: 'find' })}>
        {t('app.find')}
      </Button>
      <Button variant="quiet" aria-label={t('app.keys')} onPress={() => openDialog({ kind: 'keys' })}>
        ?
      </Button>
      <Popover label={t('app.menu')} trigger={<span aria-hidden="true">◐</span>} placement="bottom end">
        <DisplayChoices />
      </Popover>
    </div>
  );
}
