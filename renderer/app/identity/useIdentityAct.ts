/** One act of signing in, its wait and its words: `if (await act({ act: 'signIn', … })) done()`. */
import { useState } from 'react';
import { errorText } from '#shared/contract/errorText.ts';
import type { IdentityRequest } from '#shared/contract/identity.ts';
import { useDeskApi } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import { askIdentity } from './identity.ts';

export function useIdentityAct() {
  const api = useDeskApi();
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, say] = useState<string | null>(null);
  async function act(request: IdentityRequest): Promise<boolean> {
    setBusy(true);
    say(null);
    try {
      const error = await askIdentity(api, request);
      if (error !== null) say(errorText(error));
      return error === null;
    } catch {
      say(t('app.unreachable'));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { act, busy, problem, say };
}
