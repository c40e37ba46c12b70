/**
 * Whose name a screen may write in, judged where both hosts hear their pages. An officer with a PIN is written for only by a
 * screen that has shown it; a locked screen writes nothing [PEOPLE-1, PEOPLE-3].
 */
import { randomUUID } from 'node:crypto';
import { DeskUnavailable, type HostDesk, LIVE_DESK } from '#electron/desks/desks.ts';
import type { QueryResults } from '#shared/contract/deskApi.ts';
import type { IdentityReply, IdentityRequest, IdentityRow, PinState } from '#shared/contract/identity.ts';
import type { DeskRow } from '#shared/contract/rows.ts';
import type { Push } from '#shared/contract/webRoutes.ts';
import { deskError } from '#shared/domain/checks.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { isPlainPin, pinSchema } from '#shared/domain/people/pin.ts';
import { isRetired } from '#shared/domain/people/serving.ts';
import { UNNAMED_ACTOR } from '#shared/domain/recorded.ts';
import type { PinStore } from './pinStore.ts';
import type { Screens } from './screens.ts';

export type Identity = {
  act(screen: string, request: IdentityRequest): Promise<IdentityReply>;
  /** null where this screen may write so in that officer's name. */
  refusal(screen: string, officerId: string, command: string | null): Promise<DeskError | null>;
  hear(push: Push): void;
  /** Locks every screen that nobody has touched for as long as the desk says; asked every few seconds. */
  lockIdle(): Promise<void>;
  stop(): void;
};

export type IdentityParts = {
  desk: Pick<HostDesk, 'execute' | 'query'>;
  pins: PinStore;
  screens: Screens;
  clock: () => number;
  /** Milliseconds by a clock that nobody sets. */
  steady?: () => number;
  log: (line: string) => void;
  push: (push: Push) => void;
};

type HandOverRequest = Extract<IdentityRequest, { act: 'handOver' }>;

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 5000;

const seconds = (ms: number): number => Math.ceil(ms / 1000);

export function createIdentity(parts: IdentityParts): Identity {
  const { desk, pins, screens, clock, push, log, steady = () => performance.now() } = parts;
  /** When somebody was last at a screen; since the start where nobody was yet. */
  const touchedAt = new Map<string, number>();
  const startedAt = steady();
  let known: Promise<DeskRow> | null = null;

  async function readRow(): Promise<DeskRow> {
    const reply = await desk.query({ type: 'getDesk' });
    if (!reply.ok) throw new DeskUnavailable(`desk not readable: ${reply.error.code}`);
    return reply.result as QueryResults['getDesk'];
  }
  function row(): Promise<DeskRow> {
    if (known !== null) return known;
    const reading = readRow();
    known = reading;
    reading.catch(() => {
      if (known === reading) known = null;
    });
    return reading;
  }

  const pinOf = (officerId: string, { people }: DeskRow): PinState => {
    if (pins.has(officerId)) return 'set';
    return people.pins[officerId] === undefined ? 'none' : 'lost';
  };

  async function look(screen: string): Promise<IdentityReply> {
    const desk = await row();
    const identity: IdentityRow = {
      ...screens.of(screen),
      pins: Object.fromEntries(desk.officers.map(({ officerId }) => [officerId, pinOf(officerId, desk)])),
    };
    return { ok: true, identity };
  }
  const refused = (error: DeskError): IdentityReply => ({ ok: false, error });

  function change(screen: string, changed: Parameters<Screens['change']>[1]): void {
    if (screens.change(screen, changed)) push({ type: 'identity' });
  }

  /** null: it is that officer's PIN. */
  async function pinFault(officerId: string, pin: string): Promise<DeskError | null> {
    const tried = await pins.try(officerId, pin);
    switch (tried.kind) {
      case 'right':
        return null;
      case 'wrong':
        return deskError('pinWrong', { seconds: seconds(tried.waitMs) });
      case 'wait':
        return deskError('pinWait', { seconds: seconds(tried.waitMs) });
      case 'none':
        return deskError('noPin', { id: officerId });
    }
  }

  /** null: whoever is at the screen has shown to be that officer, as far as that officer can be told from others. */
  async function proofFault(officerId: string, pin: string | null): Promise<DeskError | null> {
    const desk = await row();
    const officer = desk.officers.find((known) => known.officerId === officerId);
    if (officer === undefined) return deskError('unknownOfficer', { field: 'officerId', id: officerId });
    if (isRetired(officerId, desk)) return deskError('officerRetired', { id: officerId, name: officer.name });
    if (pinOf(officerId, desk) !== 'set') return null;
    return pin === null ? deskError('pinNeeded', { id: officerId, name: officer.name }) : pinFault(officerId, pin);
  }

  /** Where everybody needs a PIN, a name alone opens nothing. */
  async function nameFault(officerId: string): Promise<DeskError | null> {
    const desk = await row();
    const isBare = pinOf(officerId, desk) === 'none' && desk.people.lock.pinRequired;
    return isBare ? deskError('pinUnset', { id: officerId }) : null;
  }

  async function signIn(screen: string, officerId: string, pin: string | null): Promise<IdentityReply> {
    const fault = (await proofFault(officerId, pin)) ?? (await nameFault(officerId));
    if (fault !== null) return refused(fault);
    touchedAt.set(screen, steady());
    change(screen, { officerId, lockedAt: null });
    return look(screen);
  }

  async function recordPin(by: string, officerId: string, what: 'set' | 'reset'): Promise<DeskError | null> {
    const command = { type: 'RecordPin', officerId, what } as const;
    const commandId = `pin-${randomUUID()}`;
    const reply = await desk.execute({ desk: LIVE_DESK, commandId, officerId: by, command });
    known = null;
    return !reply.ok && 'error' in reply ? reply.error : null;
  }

  /** The entry first: where the secret was not kept after it, the desk says it is lost and asks again. */
  async function setPin(screen: string, officerId: string, old: string | null, pin: string): Promise<IdentityReply> {
    if (!pinSchema.safeParse(pin).success) return refused(deskError('pinForm', { field: 'pin' }));
    if (isPlainPin(pin)) return refused(deskError('pinPlain', { field: 'pin' }));
    if (screens.of(screen).lockedAt !== null && !pins.has(officerId)) return refused(deskError('deskLocked'));
    const fault = (await proofFault(officerId, old)) ?? (await recordPin(officerId, officerId, 'set'));
    if (fault !== null) return refused(fault);
    await pins.set(officerId, pin);
    signOutElsewhere(officerId, screen);
    push({ type: 'identity' });
    return signIn(screen, officerId, pin);
  }

  async function resetPin(screen: string, by: string, officerId: string): Promise<IdentityReply> {
    const fault = (await refusal(screen, by, null)) ?? (await recordPin(by, officerId, 'reset'));
    if (fault !== null) return refused(fault);
    await pins.remove(officerId);
    signOutElsewhere(officerId, screen);
    push({ type: 'identity' });
    return look(screen);
  }

  /** What was shown before does not count after it changed. */
  function signOutElsewhere(officerId: string, screen: string): void {
    for (const [other, signed] of screens.all()) {
      if (other !== screen && signed.officerId === officerId) screens.change(other, { officerId: null });
    }
  }

  async function refusal(screen: string, officerId: string, command: string | null): Promise<DeskError | null> {
    const desk = await row();
    const signed = screens.of(screen);
    const takesCallUnnamed = officerId === UNNAMED_ACTOR.officerId && command === 'TakeCall';
    if (signed.lockedAt !== null) return takesCallUnnamed ? null : deskError('deskLocked', { id: signed.officerId });
    if (officerId === UNNAMED_ACTOR.officerId)
      return deskError('unknownOfficer', { field: 'officerId', id: officerId });
    touchedAt.set(screen, steady());
    const officer = desk.officers.find((known) => known.officerId === officerId);
    if (officer === undefined) {
      // The very first registers by himself; everybody after is added by somebody.
      const isStranger = command === 'AddOfficer' && desk.officers.length > 0;
      return isStranger ? deskError('unknownOfficer', { field: 'officerId', id: officerId }) : null;
    }
    if (isRetired(officerId, desk)) return deskError('officerRetired', { id: officerId, name: officer.name });
    switch (pinOf(officerId, desk)) {
      case 'none':
        return desk.people.lock.pinRequired ? deskError('pinUnset', { id: officerId, name: officer.name }) : null;
      case 'lost':
        return deskError('pinLost', { id: officerId, name: officer.name });
      case 'set':
        return signed.officerId === officerId ? null : deskError('pinNeeded', { id: officerId, name: officer.name });
    }
  }

  const looking = setInterval(() => {
    lockIdle().catch((error: unknown) => {
      // The desk is away for a moment, or waits for its rescue: looked at again.
      if (!(error instanceof DeskUnavailable))
        log(`not locked: ${error instanceof Error ? error.message : String(error)}`);
    });
  }, LOOK_EVERY_MS);
  looking.unref();

  return {
    async act(screen, request) {
      switch (request.act) {
        case 'look':
          return look(screen);
        case 'active':
          touchedAt.set(screen, steady());
          return look(screen);
        case 'lock':
          return lock(screen);
        case 'signIn':
          return signIn(screen, request.officerId, request.pin);
        case 'setPin':
          return setPin(screen, request.officerId, request.old, request.pin);
        case 'resetPin':
          return resetPin(screen, request.by, request.officerId);
        case 'handOver':
          return handOver(screen, request);
      }
    },
    refusal,
    hear(heard) {
      const isOfDesk = heard.type === 'changed' && (heard.streams.length === 0 || heard.streams.includes('desk'));
      if ((isOfDesk || heard.type === 'desk') && heard.desk === LIVE_DESK) known = null;
    },
    lockIdle,
    stop: () => clearInterval(looking),
  };

  /** Both show who they are; what both saw must be what there is; then one entry, and the screen is the new watch's. */
  async function handOver(screen: string, request: HandOverRequest): Promise<IdentityReply> {
    const { handover, commandId, fromPin, toPin } = request;
    const { from, to, digest } = handover;
    if (screens.of(screen).lockedAt !== null) return refused(deskError('deskLocked', { id: from }));
    const fault = (await handoverFault(from, fromPin)) ?? (await handoverFault(to, toPin));
    if (fault !== null) return refused(fault);
    const seen = await desk.query({ type: 'getHandover' });
    if (!seen.ok) throw new DeskUnavailable(`desk not readable: ${seen.error.code}`);
    const now = seen.result as QueryResults['getHandover'];
    if (now.digest !== digest) return refused(deskError('handoverChanged', {}));
    const sections = now.sections.map(({ id, items }) => ({ id, items: items.length }));
    const proofOf = (officerId: string) => (pins.has(officerId) ? ('pin' as const) : ('name' as const));
    const proofs = { from: proofOf(from), to: proofOf(to) };
    const command = { type: 'RecordHandover', ...handover, sections, proofs } as const;
    const reply = await desk.execute({ desk: LIVE_DESK, commandId, officerId: from, command });
    if (!reply.ok) return refused('error' in reply ? reply.error : deskError('stateChanged'));
    signOutElsewhere(from, screen);
    touchedAt.set(screen, steady());
    change(screen, { officerId: to, lockedAt: null });
    push({ type: 'identity' });
    return look(screen);
  }

  /** As for any command in that name; a PIN that was lost, or is wanted of everybody, is set first. */
  async function handoverFault(officerId: string, pin: string | null): Promise<DeskError | null> {
    const desk = await row();
    const state = pinOf(officerId, desk);
    const name = desk.officers.find((known) => known.officerId === officerId)?.name ?? '';
    if (isRetired(officerId, desk)) return deskError('officerRetired', { id: officerId, name });
    if (state === 'lost') return deskError('pinLost', { id: officerId, name });
    if (state === 'none' && desk.people.lock.pinRequired) return deskError('pinUnset', { id: officerId, name });
    const fault = await proofFault(officerId, pin);
    return fault === null ? null : { ...fault, params: { ...fault.params, name } };
  }

  async function lockIdle(): Promise<void> {
    const { idleMinutes } = (await row()).people.lock;
    if (idleMinutes === null) return;
    for (const [screen, { officerId, lockedAt }] of screens.all()) {
      const idleMs = steady() - (touchedAt.get(screen) ?? startedAt);
      const locks = lockedAt === null && officerId !== null && pins.has(officerId);
      if (locks && idleMs >= idleMinutes * MINUTE_MS) change(screen, { lockedAt: clock() });
    }
  }

  async function lock(screen: string): Promise<IdentityReply> {
    const { officerId, lockedAt } = screens.of(screen);
    if (officerId === null || !pins.has(officerId)) return refused(deskError('pinUnset'));
    if (lockedAt === null) change(screen, { lockedAt: clock() });
    return look(screen);
  }
}
