/** The wall board: which display, open or closed. In a browser it is a page that somebody drags there. */
import { useState } from 'react';
import { askShell } from '#renderer/app/desktop/desktop.ts';
import { WALL_PAGE } from '#renderer/app/desktop/openWall.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { ShellInfo } from '#shared/contract/shell.ts';
import styles from './Settings.module.css';

/** Where no display is chosen, the program takes the largest one the desk is not on. */
const AUTO = 'auto';

export function WallPanel({ info: { displays, wall } }: { info: ShellInfo }) {
  const t = useT();
  const remembered = displays.some(({ displayId }) => displayId === wall.displayId) ? String(wall.displayId) : AUTO;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? remembered;
  const open = (id: string) => void askShell('openWall', { displayId: id === AUTO ? null : Number(id) });
  return (
    <Panel title={t('settings.wall')}>
      <div className={layout.stack}>
        <div className={styles.row}>
          <Select
            label={t('settings.wall.display')}
            className={styles.wide ?? ''}
            choices={[
              { id: AUTO, label: t('settings.wall.auto') },
              ...displays.map(({ displayId, label }) => ({ id: String(displayId), label })),
            ]}
            value={shown}
            onChange={(id) => {
              setChosen(id);
              if (wall.isOpen) open(id);
            }}
          />
          {wall.isOpen ? (
            <Button onPress={() => void askShell('closeWall')}>{t('settings.wall.close')}</Button>
          ) : (
            <Button onPress={() => open(shown)}>{t('settings.wall.open')}</Button>
          )}
        </div>
        <p className={styles.hint}>{t(wall.isOpen ? 'settings.wall.isOpen' : 'settings.wall.isClosed')}</p>
      </div>
    </Panel>
  );
}

export function WallPagePanel() {
  const t = useT();
  return (
    <Panel title={t('settings.wall')}>
      <div className={layout.stack}>
        <a href={WALL_PAGE} target="_blank" rel="noopener">
          {t('settings.wall.page')}
        </a>
        <p className={styles.hint}>{t('settings.wall.pageHint')}</p>
      </div>
    </Panel>
  );
}
