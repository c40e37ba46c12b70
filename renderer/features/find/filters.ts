/** What the palette's chips narrow down to. */
import { entryKinds, type FoundKind, foundKinds } from '#shared/domain/search/kinds.ts';

/** Commands and 通讯录 stand in the same box; each answers for itself. */
export const scopes = ['all', 'command', 'contact', ...foundKinds] as const;
export type Scope = (typeof scopes)[number];

export const periods = ['all', 'day', 'week', 'month'] as const;
export type Period = (typeof periods)[number];

export type Filters = { scope: Scope; incidentId: string | null; officerId: string | null; period: Period };
export const NO_FILTERS: Filters = { scope: 'all', incidentId: null, officerId: null, period: 'all' };

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<Exclude<Period, 'all'>, number>> = { day: 1, week: 7, month: 30 };

/** What the desk is asked; null where it is about commands alone, or nothing is asked. */
export type Asked = {
  type: 'search';
  text: string;
  kinds?: FoundKind[];
  incidentId?: string;
  officerId?: string;
  from?: number;
  limit: number;
};

const OF_EACH = 5;
const OF_ONE = 30;

export function askedOf(text: string, { scope, incidentId, officerId, period }: Filters, now: number): Asked | null {
  if (text.trim() === '' || scope === 'command' || scope === 'contact') return null;
  const narrowed = {
    ...(incidentId !== null && { incidentId }),
    ...(officerId !== null && { officerId }),
    ...(period !== 'all' && { from: now - DAYS[period] * DAY_MS }),
  };
  // A name is nobody's entry: with these filters only what was recorded is meant.
  const isNarrowed = Object.keys(narrowed).length > 0;
  const kinds: FoundKind[] = scope === 'all' ? [...(isNarrowed ? entryKinds : foundKinds)] : [scope];
  return { type: 'search', text, kinds, ...narrowed, limit: scope === 'all' ? OF_EACH : OF_ONE };
}

export type AskedContacts = { type: 'listContacts'; text: string; limit: number };

/** Nobody in the directory is of an incident, an author or a time. */
export function contactsAskedOf(text: string, { scope, ...narrowing }: Filters): AskedContacts | null {
  const isNarrowed = narrowing.incidentId !== null || narrowing.officerId !== null || narrowing.period !== 'all';
  if (text.trim() === '' || isNarrowed || (scope !== 'all' && scope !== 'contact')) return null;
  return { type: 'listContacts', text, limit: scope === 'all' ? OF_EACH : OF_ONE };
}
