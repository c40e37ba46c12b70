/** Locks this screen at once; whoever has no PIN is told why that is not possible. */
import { useCallback } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { useDesk, useDeskApi } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { askIdentity, askSignIn, useIdentity } from './identity.ts';

export function useLock(): () => Promise<void> {
  const api = useDeskApi();
  const { officer } = useDesk();
  const t = useT();
  return useCallback(async () => {
    const { identity } = useIdentity.getState();
    if ((identity?.lockedAt ?? null) !== null) return;
    // Only who has signed in here can lock: that is the PIN it opens by.
    const isSet = identity?.pins[officer.officerId] === 'set';
    if (isSet && identity?.officerId !== officer.officerId) return void askSignIn(officer.officerId, 'act');
    const error = await askIdentity(api, { act: 'lock' }).catch(() => 'unreachable' as const);
    if (error === 'unreachable') announce(t('app.unreachable'), 'assertive');
    else if (error === null) announce(t('people.lock.done'));
    else void askSignIn(officer.officerId, 'setPin');
  }, [api, officer.officerId, t]);
}
