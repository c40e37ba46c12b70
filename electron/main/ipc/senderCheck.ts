/** Who may speak on a channel: the main frame, on our own page, of a window this program made [reliability: Electron]. */
import type { IpcCall, WindowKind } from '#shared/contract/shell.ts';
import { isOwnFrame } from '../security/addresses.ts';

export type Sender = {
  /** The kind of the window that owns the page; null for a page this program does not know. */
  window: WindowKind | null;
  /** The page itself: what it asks to print is itself. */
  contentsId?: number;
  /** null once the frame is gone. */
  frame: { url: string; isMain: boolean } | null;
};

/** What a window does not need it cannot ask: the wall is looked at by everyone and only shows. */
const LOOKING: readonly IpcCall[] = ['host', 'query', 'listDrafts', 'shellInfo'];
const ALLOWED: Record<WindowKind, readonly IpcCall[] | 'all'> = {
  main: 'all',
  incident: 'all',
  alarm: [...LOOKING, 'execute', 'identity', 'showMain'],
  wall: LOOKING,
};

export type SenderFault = 'unknownWindow' | 'noFrame' | 'subframe' | 'foreignPage' | 'notForThisWindow';

export function senderFault({ window, frame }: Sender, call: IpcCall): SenderFault | null {
  if (window === null) return 'unknownWindow';
  if (frame === null) return 'noFrame';
  if (!frame.isMain) return 'subframe';
  if (!isOwnFrame(frame.url)) return 'foreignPage';
  const allowed = ALLOWED[window];
  return allowed === 'all' || allowed.includes(call) ? null : 'notForThisWindow';
}
