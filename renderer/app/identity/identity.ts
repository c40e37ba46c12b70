/** Who has signed in at this screen, as the host knows it; and the way to ask somebody to. */
import { create } from 'zustand';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import type { IdentityRequest, IdentityRow, PinState } from '#shared/contract/identity.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { changeSettings, useSettings } from '../desk/settings.ts';

export const useIdentity = create<{ identity: IdentityRow | null }>(() => ({ identity: null }));

/** Who acts here: whoever signed in, else who acted last on this machine. */
export function useChosenOfficer(): string | null {
  const signedIn = useIdentity(({ identity }) => identity?.officerId ?? null);
  const remembered = useSettings(({ officerId }) => officerId);
  return signedIn ?? remembered;
}

export const usePinState = (officerId: string | null): PinState =>
  useIdentity(({ identity }) => (officerId === null ? 'none' : (identity?.pins[officerId] ?? 'none')));

type Asking = Pick<DeskApi, 'identity'>;

/** Answers what was refused; null where it was done. Throws where the host gave no answer. */
export async function askIdentity(api: Asking, request: IdentityRequest): Promise<DeskError | null> {
  const reply = await api.identity(request);
  if (!reply.ok) return reply.error;
  const { identity } = reply;
  useIdentity.setState({ identity });
  if (request.act === 'signIn' || request.act === 'setPin') changeSettings({ officerId: identity.officerId });
  return null;
}

/** Follows the host; returns the way to stop. */
export function followIdentity(
  api: Pick<DeskApi, 'identity' | 'onIdentity' | 'onConnection' | 'subscribe'>,
): () => void {
  const look = () => void askIdentity(api, { act: 'look' }).catch(() => {});
  const stops = [
    api.onIdentity(look),
    // Said once at the start, and again when the host is back.
    api.onConnection((connected) => connected && look()),
    // Somebody was added: what is known of PINs grows with the officers.
    api.subscribe(({ streams }) => streams.includes('desk') && look()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What somebody is asked to sign in for. */
export type SignInFor = 'switch' | 'unlock' | 'act';
type Asked = { officerId: string | null; why: SignInFor; answer: (officerId: string | null) => void };

export const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

/** Answers who signed in; null where nobody did. A second question takes the first one's place. */
export function askSignIn(officerId: string | null, why: SignInFor): Promise<string | null> {
  useAsked.getState().asked?.answer(null);
  return new Promise((resolve) => {
    const answer = (who: string | null): void => {
      useAsked.setState({ asked: null });
      resolve(who);
    };
    useAsked.setState({ asked: { officerId, why, answer } });
  });
}

const ASKS: readonly DeskError['code'][] = ['deskLocked', 'pinNeeded', 'pinLost', 'pinUnset'];

/** What a refused command needs before it can be given again: who signed in, or null. */
export function prove({ code, params }: DeskError): Promise<string | null> {
  if (!ASKS.includes(code)) return Promise.resolve(null);
  const id = typeof params['id'] === 'string' ? params['id'] : null;
  return askSignIn(id, code === 'deskLocked' ? 'unlock' : 'act');
}
