/** What striking an entry means, and whether it may be struck at all; the decision itself is the domain's. */

import type { IncidentEventType } from '#shared/domain/incident/events.ts';
import { STRIKING } from '#shared/domain/incident/strikeEntry.ts';
import type { LogRow } from '#shared/domain/rows.ts';

export type Striking = (typeof STRIKING)[IncidentEventType];

export const strikingOf = (type: string): Striking =>
  Object.hasOwn(STRIKING, type) ? STRIKING[type as IncidentEventType] : 'never';

export const canStrike = ({ type, struck }: Pick<LogRow, 'type' | 'struck'>): boolean =>
  struck === null && strikingOf(type) !== 'never';
