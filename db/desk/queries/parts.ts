/** What every query may look at. */

import type { RecordingClock } from '#db/log/clock.ts';
import type { Log } from '#db/log/log.ts';
import type { CallFinder } from '#db/read-models/calls.ts';
import type { IncidentFinder } from '#db/read-models/incidents.ts';
import type { NamedPeopleFinder } from '#db/read-models/namedPeople.ts';
import type { WarningFinder } from '#db/read-models/warnings.ts';
import type { Search } from '#db/search/search.ts';
import type { DeskError, DeskErrorCode } from '#shared/domain/errors.ts';
import type { Plans } from '../plans.ts';
import type { Streams } from '../streams.ts';

export type QueryParts = {
  log: Log;
  clock: RecordingClock;
  streams: Streams;
  plans: Plans;
  incidents: IncidentFinder;
  calls: CallFinder;
  namedPeople: NamedPeopleFinder;
  warnings: WarningFinder;
  search: Search;
};

/** What an incident is looked at with, also where there is only its file. */
export type IncidentParts = Pick<QueryParts, 'streams' | 'plans'> & { clock: Pick<RecordingClock, 'now'> };

export type Answered<T> = { ok: true; result: T } | { ok: false; error: DeskError };

export const answered = <T>(result: T): Answered<T> => ({ ok: true, result });
export const unanswered = (code: DeskErrorCode, params: Record<string, unknown> = {}): Answered<never> => ({
  ok: false,
  error: { code, params },
});
