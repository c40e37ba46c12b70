/** Listens for the keys of shortcuts.ts and does what they say. A modal dialog keeps them all to itself, but for F-keys. */
import { useEffect } from 'react';
import { heroOf } from '#shared/domain/board.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { onMenuCommand } from '../desktop/desktop.ts';
import { closeDialog, openDialog } from '../dialogs.ts';
import { askSignIn, isLocked } from '../identity/identity.ts';
import { useLock } from '../identity/useLock.ts';
import { navigate, usePlace } from '../routes/navigation.ts';
import { type Shortcut, shortcutOf } from './shortcuts.ts';

const TEXT = 'input:not([type=checkbox],[type=radio],[type=range]), textarea, [contenteditable=true]';
const inText = (target: EventTarget | null) => target instanceof Element && target.closest(TEXT) !== null;

/** The incident that is on the screen: the one named in the address, the board's most urgent one, or the only open one. */
export function useIncidentAtHand(): string | null {
  const route = usePlace((place) => place.route);
  const { data: board } = useDeskQuery({ type: 'getBoard' });
  if ('incidentId' in route) return route.incidentId;
  const hero = board && route.screen === 'board' ? heroOf(board) : null;
  if (hero !== null) return hero.incident.incidentId;
  return board?.incidents.length === 1 ? (board.incidents[0]?.incidentId ?? null) : null;
}

export function useRunShortcut(): (shortcut: Shortcut) => void {
  const incidentId = useIncidentAtHand();
  const lock = useLock();
  return (shortcut) => {
    closeDialog();
    switch (shortcut) {
      case 'board':
      case 'intake':
        return navigate({ screen: shortcut });
      case 'incident':
        return navigate(incidentId ? { screen: 'incident', incidentId } : { screen: 'incidents' });
      case 'report':
        return navigate(incidentId ? { screen: 'report', incidentId, form: 'phone' } : { screen: 'reports' });
      case 'write':
        return navigate(incidentId ? { screen: 'report', incidentId, form: 'initial' } : { screen: 'reports' });
      case 'note':
        if (isLocked()) return void askSignIn(null, 'unlock');
        return openDialog({ kind: 'note', incidentId });
      case 'clue':
        if (isLocked()) return void askSignIn(null, 'unlock');
        return openDialog({ kind: 'clue' });
      case 'switch':
        return void askSignIn(null, isLocked() ? 'unlock' : 'switch');
      case 'lock':
        return void lock();
      case 'find':
      case 'keys':
        return openDialog({ kind: shortcut });
    }
  };
}

export function useShortcuts(): void {
  const run = useRunShortcut();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, repeat } = event;
      const press = { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, repeat, inText: inText(event.target) };
      const shortcut = shortcutOf(press);
      if (shortcut === null) return;
      // The browser's help, its search bar and its address bar stay away even where nothing happens here.
      event.preventDefault();
      if (document.querySelector('[role=alertdialog]') === null) run(shortcut);
    };
    window.addEventListener('keydown', pressed);
    const stopMenu = onMenuCommand(run);
    return () => {
      window.removeEventListener('keydown', pressed);
      stopMenu();
    };
  }, [run]);
}
