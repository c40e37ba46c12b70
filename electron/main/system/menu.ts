/** The program's menu, as data: the same commands and keys as the screen's own, so that they work from every window. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import type { Text } from '../texts/texts.ts';

export type MenuFacts = {
  text: Text;
  displays: readonly { displayId: number; label: string }[];
  wallIsOpen: boolean;
  incidents: readonly { incidentId: string; title: string }[];
  isPackaged: boolean;
};
export type MenuActs = {
  command(command: MenuCommand): void;
  openWall(displayId: number): void;
  closeWall(): void;
  openIncident(incidentId: string): void;
  about(): void;
  quit(): void;
};

export const ACCELERATORS: Partial<Record<MenuCommand, string>> = {
  board: 'F1',
  intake: 'F2',
  incident: 'F3',
  report: 'F4',
  note: 'F6',
  clue: 'F10',
  find: 'CommandOrControl+K',
};

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
/** An ampersand in a label marks a key of its own. */
const plain = (label: string): string => label.replaceAll('&', '&&');

export function menuTemplate(facts: MenuFacts, acts: MenuActs): MenuItemConstructorOptions[] {
  const { text, displays, wallIsOpen, incidents, isPackaged } = facts;
  const command = (name: Exclude<MenuCommand, 'keys'>): MenuItemConstructorOptions => ({
    id: name,
    label: text(`menu.${name}`),
    ...(ACCELERATORS[name] === undefined ? {} : { accelerator: ACCELERATORS[name] }),
    click: () => acts.command(name),
  });
  const walls: MenuItemConstructorOptions[] = displays.map(({ displayId, label }) => ({
    id: `wall-${displayId}`,
    label: plain(text('menu.wallOn', { display: label })),
    click: () => acts.openWall(displayId),
  }));
  const files: MenuItemConstructorOptions[] = incidents.map(({ incidentId, title }) => ({
    id: `incident-${incidentId}`,
    label: plain(title),
    click: () => acts.openIncident(incidentId),
  }));
  return [
    {
      label: text('menu.watch'),
      submenu: [
        ...(['board', 'intake', 'incident', 'report', 'note', 'clue', 'find'] as const).map(command),
        SEPARATOR,
        { id: 'quit', label: text('menu.quit'), accelerator: 'CommandOrControl+Q', click: () => acts.quit() },
      ],
    },
    {
      // Without these, no key pastes on macOS.
      label: text('menu.edit'),
      submenu: [
        { role: 'undo', label: text('menu.undo') },
        { role: 'redo', label: text('menu.redo') },
        SEPARATOR,
        { role: 'cut', label: text('menu.cut') },
        { role: 'copy', label: text('menu.copy') },
        { role: 'paste', label: text('menu.paste') },
        { role: 'selectAll', label: text('menu.selectAll') },
      ],
    },
    {
      label: text('menu.view'),
      submenu: [
        ...walls,
        { id: 'closeWall', label: text('menu.closeWall'), enabled: wallIsOpen, click: () => acts.closeWall() },
        ...(files.length > 0 ? [SEPARATOR, ...files] : []),
        SEPARATOR,
        { role: 'zoomIn', label: text('menu.zoomIn') },
        { role: 'zoomOut', label: text('menu.zoomOut') },
        { role: 'resetZoom', label: text('menu.zoomReset') },
        { role: 'togglefullscreen', label: text('menu.fullScreen') },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const, label: text('menu.devTools') }]),
      ],
    },
    {
      label: text('menu.help'),
      submenu: [
        { id: 'keys', label: text('menu.keys'), click: () => acts.command('keys') },
        { id: 'about', label: text('menu.about'), click: () => acts.about() },
      ],
    },
  ];
}
