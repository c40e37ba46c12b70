/** Who has signed in at this screen, as the host knows it; and the way to ask somebody to. */
import { create } from 'zustand';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import type { IdentityRequest, IdentityRow, PinState } from '#shared/contract/identity.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { changeSettings, useSettings } from '../desk/settings.ts';
import { usePlace } from '../routes/navigation.ts';

export const useIdentity = create<{ identity: IdentityRow | null }>(() => ({ identity: null }));

/** Who acts here: whoever signed in, else who acted last on this machine. */
export function useChosenOfficer(): string | null {
  const signedIn = useIdentity(({ identity }) => identity?.officerId ?? null);
  const remembered = useSettings(({ officerId }) => officerId);
  return signedIn ?? remembered;
}

/** Since when this screen is locked; null: it is not. */
export const useLockedAt = (): number | null => useIdentity(({ identity }) => identity?.lockedAt ?? null);
export const isLocked = (): boolean => (useIdentity.getState().identity?.lockedAt ?? null) !== null;

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

const REPORT_EVERY_MS = 20_000;

/** Tells the host that somebody is here, so that the screen does not lock under their hands. */
function followHands(api: Asking): () => void {
  let toldAt = -Infinity;
  const touched = (): void => {
    const { identity } = useIdentity.getState();
    if (performance.now() - toldAt < REPORT_EVERY_MS || identity === null || identity.lockedAt !== null) return;
    toldAt = performance.now();
    void askIdentity(api, { act: 'active' }).catch(() => {});
  };
  const kinds = ['pointerdown', 'keydown'] as const;
  for (const kind of kinds) window.addEventListener(kind, touched, { capture: true, passive: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, touched, { capture: true });
  };
}

/** Follows the host; returns the way to stop. */
export function followIdentity(
  api: Pick<DeskApi, 'identity' | 'onIdentity' | 'onConnection' | 'subscribe'>,
): () => void {
  const look = () => {
    // The wall belongs to everybody in the room: nobody signs in there.
    if (usePlace.getState().route.screen !== 'wall') void askIdentity(api, { act: 'look' }).catch(() => {});
  };
  const stops = [
    followHands(api),
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
export type SignInFor = 'switch' | 'unlock' | 'act' | 'setPin';
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

const WHY: Partial<Record<DeskError['code'], SignInFor>> = {
  deskLocked: 'unlock',
  pinNeeded: 'act',
  pinLost: 'setPin',
  pinUnset: 'setPin',
};

/** What a refused command needs before it can be given again: who signed in, or null. */
export function prove({ code, params }: DeskError): Promise<string | null> {
  const why = WHY[code];
  if (why === undefined) return Promise.resolve(null);
  return askSignIn(typeof params['id'] === 'string' ? params['id'] : null, why);
}
