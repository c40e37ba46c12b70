/** `?`: every key there is. */
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { closeDialog, useOpenDialog } from '../dialogs.ts';
import { useT } from '../i18n/locale.ts';
import { SHORTCUT_KEYS, type Shortcut } from '../keyboard/shortcuts.ts';
import styles from './KeysDialog.module.css';

export function KeysDialog() {
  const t = useT();
  const isOpen = useOpenDialog()?.kind === 'keys';
  const rows: [string, string][] = [
    ...(Object.entries(SHORTCUT_KEYS) as [Shortcut, string][]).map(([shortcut, key]): [string, string] => [
      key,
      t(`app.keys.${shortcut === 'keys' ? 'help' : shortcut}`),
    ]),
    ['Ctrl Enter', t('app.keys.save')],
    ['Ctrl S', t('reports.saveDocx')],
    ['Esc', t('app.keys.close')],
  ];
  return (
    <Dialog title={t('app.keys.title')} isOpen={isOpen} onClose={closeDialog} size="s">
      <dl className={styles.keys}>
        {rows.map(([key, words]) => (
          <div key={key} className={styles.row}>
            <dt className={styles.key}>{key}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
