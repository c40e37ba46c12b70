/** Switching who acts: at once where that officer has no PIN, else after it was shown. */
import { useCallback } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { errorText } from '#shared/contract/errorText.ts';
import { useDeskApi } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { askIdentity, askSignIn, useIdentity } from './identity.ts';

export function useSwitchOfficer(): (officerId: string) => Promise<void> {
  const api = useDeskApi();
  const t = useT();
  return useCallback(
    async (officerId) => {
      const { identity } = useIdentity.getState();
      const pin = identity?.pins[officerId] ?? 'none';
      if (pin !== 'none' && identity?.officerId !== officerId) return void askSignIn(officerId, 'switch');
      const error = await askIdentity(api, { act: 'signIn', officerId, pin: null }).catch(() => 'unreachable' as const);
      if (error === 'unreachable') announce(t('app.unreachable'), 'assertive');
      else if (error !== null) announce(errorText(error), 'assertive');
    },
    [api, t],
  );
}
