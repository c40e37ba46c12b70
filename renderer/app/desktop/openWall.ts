/** The wall board: a window of its own in the desktop program, a page of its own in a browser. */
import { formatPlace } from '../routes/route.ts';
import { askShell } from './desktop.ts';

/** The live desk's, always: a practice replay is for one person's screen. */
export const WALL_PAGE = formatPlace({ deskId: null, route: { screen: 'wall' } });

export function openWall(): void {
  if (window.watchdesk) void askShell('openWall', { displayId: null });
  else window.open(WALL_PAGE, '_blank', 'noopener');
}
