/** The icon that stays while the window is closed: what is next, and the way back in. */
import { Menu, type Menu as MenuType, nativeImage, Tray } from 'electron';
import type { Text } from '../texts/texts.ts';

export type TrayDeps = { icon: string; onShow: () => void; onQuit: () => void; log: (line: string) => void };
export type DeskTray = { show(lines: readonly string[], text: Text): void; destroy(): void };

/** Windows shows 127 characters. */
const MAX_TOOLTIP = 120;

const trayMenu = (lines: readonly string[], text: Text, { onShow, onQuit }: TrayDeps): MenuType =>
  Menu.buildFromTemplate([
    ...lines.map((label) => ({ label, enabled: false })),
    { type: 'separator' },
    { label: text('tray.show'), click: onShow },
    { label: text('menu.quit'), click: onQuit },
  ]);

/** Some Linux desktops have no tray; the desk must not fail for that. */
export function createTray(deps: TrayDeps): DeskTray {
  let tray: Tray | null = null;
  let shown = '';
  try {
    tray = new Tray(nativeImage.createFromPath(deps.icon));
    tray.on('click', deps.onShow);
  } catch (error) {
    deps.log(`no tray here: ${error instanceof Error ? error.message : String(error)}`);
  }
  return {
    show(lines, text) {
      const key = [...lines, text('tray.show')].join('\n');
      if (tray === null || key === shown) return;
      shown = key;
      tray.setToolTip(`${text('product')}\n${lines.join('\n')}`.slice(0, MAX_TOOLTIP));
      tray.setContextMenu(trayMenu(lines, text, deps));
    },
    destroy: () => tray?.destroy(),
  };
}
