/** The roster between two days, as known at an instant. */
import type { RosterRow } from '#shared/contract/rows.ts';
import type { DeskState } from '#shared/domain/desk/desk.ts';
import { plusDays } from '#shared/domain/roster/shifts.ts';
import { viewRoster } from '#shared/domain/roster/view.ts';
import { DESK_STREAM } from '#shared/domain/streams.ts';
import type { QueryOf } from '../parse.ts';
import { type Answered, answered, type QueryParts, unanswered } from './parts.ts';

const MOST_DAYS = 190;

export function getRoster(parts: QueryParts, { from, to, at }: QueryOf<'getRoster'>): Answered<RosterRow> {
  const desk = parts.streams.stateAt(DESK_STREAM, at ?? parts.clock.now()) as DeskState;
  const pinned = desk.plan === null ? null : parts.plans.byHash(desk.plan.hash);
  if (pinned === null) return unanswered('deskNotSetUp');
  const last = plusDays(from, MOST_DAYS);
  return answered(viewRoster(desk, from, to < last ? to : last, pinned.plan.timeZone));
}
