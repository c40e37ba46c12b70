/** The desk's own fold: which plan it runs, its officers, who is on duty. */
import type { PlanPin, RecordedEvent } from '../recorded.ts';
import type { DeskEventPayload, DeskEventType } from './events.ts';

export type Officer = { officerId: string; name: string; post: string };
export type DutyHeld = { duty: 'watch' | 'lead'; officerId: string; since: number };

export type DeskState = {
  kind: 'desk';
  /** null until the desk is set up. */
  plan: PlanPin | null;
  officers: readonly Officer[];
  /** At most one per duty: taking a duty relieves who held it. */
  onDuty: readonly DutyHeld[];
};

export const initialDesk: DeskState = { kind: 'desk', plan: null, officers: [], onDuty: [] };

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
      const others = state.onDuty.filter((held) => held.duty !== duty);
      return { ...state, onDuty: [...others, { duty, officerId, since: event.recordedAt }] };
    }
    default:
      return state;
  }
}
