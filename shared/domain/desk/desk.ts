/** The desk's own fold: which plan it runs, its officers, who is on duty, what became of its clock. */
import type { HandoverEventPayload } from '../handover/events.ts';
import { evolvePeople, initialPeople, type PeopleState } from '../people/people.ts';
import type { Actor, PlanPin, RecordedEvent } from '../recorded.ts';
import { evolveRoster, initialRoster, type RosterState } from '../roster/roster.ts';
import type { AttentionSet } from './attention.ts';
import type { DeskEventPayload, DeskEventType } from './events.ts';
import type { CheckResults, SelfCheckHow } from './selfCheck.ts';

export type Officer = { officerId: string; name: string; post: string };
export type DutyHeld = { duty: 'watch' | 'lead'; officerId: string; since: number };

export type ClockJump = DeskEventPayload<'ClockJumped'> & {
  at: number;
  acknowledged: { at: number; actor: Actor; clock: 'right' | 'wrong' } | null;
};
export type Handover = HandoverEventPayload & { at: number };
export type SelfCheck = { at: number; actor: Actor; how: SelfCheckHow; results: CheckResults };

export type DeskState = {
  kind: 'desk';
  /** null until the desk is set up. */
  plan: PlanPin | null;
  officers: readonly Officer[];
  /** At most one per duty: taking a duty relieves who held it. */
  onDuty: readonly DutyHeld[];
  /** Oldest first. */
  attention: readonly AttentionSet[];
  /** The last one. */
  selfCheck: SelfCheck | null;
  papers: PaperSettings;
  /** The last 发文字号 given, by year. */
  lastNumbers: Readonly<Record<number, number>>;
  /** The latest, oldest first. */
  clockJumps: readonly ClockJump[];
  people: PeopleState;
  /** The latest, oldest first. */
  handovers: readonly Handover[];
  /** Who has handed over and is on no duty since. */
  relieved: readonly string[];
  roster: RosterState;
};

/** How official papers are headed, numbered and copied. */
export type PaperSettings = { masthead: string | null; numberPrefix: string | null; copies: readonly string[] };
const NO_PAPERS: PaperSettings = { masthead: null, numberPrefix: null, copies: [] };

export const initialDesk: DeskState = {
  kind: 'desk',
  plan: null,
  officers: [],
  onDuty: [],
  attention: [],
  selfCheck: null,
  papers: NO_PAPERS,
  lastNumbers: {},
  clockJumps: [],
  people: initialPeople,
  handovers: [],
  relieved: [],
  roster: initialRoster,
};

/** Older ones are in the log. */
const REMEMBERED_HANDOVERS = 30;

/** Taking a duty relieves who held it. */
function withDuty(state: DeskState, duties: readonly DutyHeld['duty'][], officerId: string, since: number): DeskState {
  const others = state.onDuty.filter((held) => !duties.includes(held.duty));
  return {
    ...state,
    onDuty: [...others, ...duties.map((duty) => ({ duty, officerId, since }))],
    relieved: state.relieved.filter((relieved) => relieved !== officerId),
  };
}

/** Older ones are in the log. */
const REMEMBERED_JUMPS = 20;

export const nextNumber = ({ lastNumbers }: Pick<DeskState, 'lastNumbers'>, year: number): number =>
  (lastNumbers[year] ?? 0) + 1;

export function evolveDesk(state: DeskState, event: RecordedEvent): DeskState {
  switch (event.type as DeskEventType) {
    case 'DeskSetUp': {
      const { plan } = event.payload as DeskEventPayload<'DeskSetUp'>;
      return { ...state, plan };
    }
    case 'OfficerAdded': {
      const { officerId, name, post } = event.payload as DeskEventPayload<'OfficerAdded'>;
      return { ...state, officers: [...state.officers, { officerId, name, post }] };
    }
    case 'DutyTaken': {
      const { duty, officerId } = event.payload as DeskEventPayload<'DutyTaken'>;
      return withDuty(state, [duty], officerId, event.recordedAt);
    }
    case 'DutyHandedOver': {
      const handover = event.payload as DeskEventPayload<'DutyHandedOver'>;
      const taken = withDuty(state, handover.duties, handover.to, event.recordedAt);
      const isFree = taken.onDuty.every(({ officerId }) => officerId !== handover.from);
      return {
        ...taken,
        relieved: isFree ? [...new Set([...taken.relieved, handover.from])] : taken.relieved,
        handovers: [...state.handovers, { ...handover, at: event.recordedAt }].slice(-REMEMBERED_HANDOVERS),
      };
    }
    case 'DocumentSettingsSet': {
      const { nextNumber: next, ...papers } = event.payload as DeskEventPayload<'DocumentSettingsSet'>;
      const last = next === null ? {} : { [next.year]: next.n - 1 };
      return { ...state, papers, lastNumbers: { ...state.lastNumbers, ...last } };
    }
    case 'DocumentNumbered': {
      const { year, n } = event.payload as DeskEventPayload<'DocumentNumbered'>;
      return { ...state, lastNumbers: { ...state.lastNumbers, [year]: n } };
    }
    case 'ClockJumped': {
      const jump: ClockJump = {
        ...(event.payload as DeskEventPayload<'ClockJumped'>),
        at: event.recordedAt,
        acknowledged: null,
      };
      return { ...state, clockJumps: [...state.clockJumps, jump].slice(-REMEMBERED_JUMPS) };
    }
    case 'ClockJumpAcknowledged': {
      const { jumpId, clock } = event.payload as DeskEventPayload<'ClockJumpAcknowledged'>;
      const acknowledged = { at: event.recordedAt, actor: event.actor, clock };
      const index = state.clockJumps.findIndex((jump) => jump.jumpId === jumpId);
      const clockJumps = state.clockJumps.map((jump, at) =>
        at === index || (at < index && jump.acknowledged === null) ? { ...jump, acknowledged } : jump,
      );
      return { ...state, clockJumps };
    }
    case 'AttentionMarksSet': {
      const { minutes } = event.payload as DeskEventPayload<'AttentionMarksSet'>;
      return { ...state, attention: [...state.attention, { at: event.recordedAt, actor: event.actor, minutes }] };
    }
    case 'SelfCheckPassed':
    case 'SelfCheckFailed': {
      const { how, results } = event.payload as DeskEventPayload<'SelfCheckPassed'>;
      return { ...state, selfCheck: { at: event.recordedAt, actor: event.actor, how, results } };
    }
    default: {
      const people = evolvePeople(state.people, event);
      const roster = evolveRoster(state.roster, event);
      return people === state.people && roster === state.roster ? state : { ...state, people, roster };
    }
  }
}
