/** The desktop program around this page, where there is one: which window this is, displays, wall, autostart, menu. */
import { create } from 'zustand';
import { type Bridge, type MenuCommand, menuCommands, type ShellCall, type ShellInfo } from '#shared/contract/shell.ts';
import type { ShellBody } from '#shared/contract/shellRequests.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload script; absent in a browser. */
    watchdesk?: Bridge;
  }
}

/** null in a browser. */
export const useDesktop = create<{ info: ShellInfo | null }>(() => ({ info: null }));

const menuListeners = new Set<(command: MenuCommand) => void>();
/** The program's menu was used; answers the way to stop. */
export function onMenuCommand(listener: (command: MenuCommand) => void): () => void {
  menuListeners.add(listener);
  return () => menuListeners.delete(listener);
}

/** Asks the program; nothing happens in a browser. */
export async function askShell<Name extends ShellCall>(call: Name, body?: ShellBody<Name>): Promise<void> {
  await window.watchdesk?.[call](body);
}

async function readInfo(bridge: Bridge): Promise<void> {
  const { status, value } = await bridge.shellInfo();
  if (status === 200) useDesktop.setState({ info: value as ShellInfo });
}

type Pushed = { type?: unknown; command?: unknown; hash?: unknown };

/** Listens to the program; the menu and its ways lead in the main window only. */
export function followDesktop(bridge: Bridge): () => void {
  const refresh = () => void readInfo(bridge).catch(() => {});
  refresh();
  return bridge.onPush((push) => {
    const { type, command, hash } = (push ?? {}) as Pushed;
    if (type === 'shell') refresh();
    if (useDesktop.getState().info?.window !== 'main') return;
    const known = menuCommands.find((name) => name === command);
    if (type === 'menu' && known !== undefined) for (const listener of menuListeners) listener(known);
    if (type === 'go' && typeof hash === 'string') window.location.hash = hash;
  });
}
