/** Starting with the session, where the program can: said plainly where it cannot. */
import { askShell } from '#renderer/app/desktop/desktop.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ShellInfo } from '#shared/contract/shell.ts';
import styles from './Settings.module.css';

/** `info` null: in a browser. */
export function AutostartPanel({ info }: { info: ShellInfo | null }) {
  const t = useT();
  const on = info?.autostart.on ?? null;
  return (
    <Panel title={t('settings.autostart')}>
      {on === null ? (
        <p className={styles.hint}>{t(info === null ? 'settings.autostart.browser' : 'settings.autostart.none')}</p>
      ) : (
        <Checkbox isOn={on} onChange={(next) => void askShell('setAutostart', { on: next })}>
          {t('settings.autostart.on')}
        </Checkbox>
      )}
    </Panel>
  );
}
