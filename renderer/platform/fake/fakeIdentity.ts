/** Signing in without a host: PINs in the page's memory, for tests and for developing screens. */
import type { IdentityReply, IdentityRequest, PinState } from '#shared/contract/identity.ts';
import { deskError } from '#shared/domain/checks.ts';
import { isPlainPin, pinSchema } from '#shared/domain/people/pin.ts';

type Parts = { officers: () => string[]; now: () => number; changed: () => void };

export function createFakeIdentity({ officers, now, changed }: Parts): (request: IdentityRequest) => IdentityReply {
  const pins = new Map<string, string>();
  let officerId: string | null = null;
  let lockedAt: number | null = null;
  const stateOf = (id: string): PinState => (pins.has(id) ? 'set' : 'none');
  const look = (): IdentityReply => ({
    ok: true,
    identity: { officerId, lockedAt, pins: Object.fromEntries(officers().map((id) => [id, stateOf(id)])) },
  });
  const refused = (code: 'pinWrong' | 'pinForm' | 'pinPlain' | 'pinUnset'): IdentityReply => ({
    ok: false,
    error: deskError(code, { seconds: 0 }),
  });
  const isRight = (id: string, pin: string | null): boolean => !pins.has(id) || pins.get(id) === pin;
  function signedIn(id: string | null): IdentityReply {
    [officerId, lockedAt] = [id, null];
    changed();
    return look();
  }

  return (request) => {
    switch (request.act) {
      case 'look':
      case 'active':
        return look();
      case 'lock':
        if (officerId === null || !pins.has(officerId)) return refused('pinUnset');
        lockedAt ??= now();
        changed();
        return look();
      case 'signIn':
        return isRight(request.officerId, request.pin) ? signedIn(request.officerId) : refused('pinWrong');
      case 'setPin':
        if (!pinSchema.safeParse(request.pin).success) return refused('pinForm');
        if (isPlainPin(request.pin)) return refused('pinPlain');
        if (!isRight(request.officerId, request.old)) return refused('pinWrong');
        pins.set(request.officerId, request.pin);
        return signedIn(request.officerId);
      case 'handOver':
        // An entry that only a host writes; screens are tried against the real one.
        return refused('pinUnset');
      case 'resetPin':
        pins.delete(request.officerId);
        return officerId === request.officerId ? signedIn(null) : look();
    }
  };
}
