/** What a warning says: as written, what of it is missing before it may be issued, and what a change changes [plan 3.4.2]. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { WarningField, Warnings } from '#shared/plan/warningSection.ts';
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { DeskError } from '../errors.ts';
import { isBefore } from '../questions.ts';
import { type ContentInput, MOST_MESSAGE_CHARACTERS } from './commands.ts';
import type { ChangedPart, WarningContent } from './events.ts';

export function storedContent(plan: PlanPackage, given: ContentInput): WarningContent {
  const { areas = [], place, kind, startsAt, endsAt, impact, cautions, measures, message } = given;
  return {
    areas: areas.map((area) =>
      typeof area === 'string'
        ? { id: area, name: plan.areas.find(({ id }) => id === area)?.label ?? area }
        : { id: null, name: area.other },
    ),
    place: place ?? null,
    kind: kind ?? null,
    starts: startsAt ?? null,
    ends: endsAt ?? null,
    impact: impact ?? null,
    cautions: cautions ?? null,
    measures: measures ?? null,
    message: message ?? null,
  };
}

export function contentError(plan: PlanPackage, warnings: Warnings, given: ContentInput): DeskError | null {
  const { areas = [], kind, startsAt, endsAt, message } = given;
  const size = message === undefined ? 0 : messageSize(message);
  return firstError(
    ...areas.map((area) => (typeof area === 'string' ? unknownItem('content.areas', area, plan.areas) : null)),
    kind === undefined ? null : unknownItem('content.kind', kind, warnings.kinds),
    startsAt !== undefined && endsAt !== undefined && isBefore(endsAt, startsAt)
      ? deskError('endBeforeStart', { field: 'content.endsAt', startedAt: startsAt.at, endedAt: endsAt.at })
      : null,
    size > MOST_MESSAGE_CHARACTERS
      ? deskError('messageTooLong', { field: 'content.message', size, most: MOST_MESSAGE_CHARACTERS })
      : null,
  );
}

/** Characters as they are shown, whatever a character is made of. */
export const messageSize = (message: string): number => Array.from(message).length;

/** Required by the plan and not said; level, authority, time and signature come with the act itself. */
export function missingFields({ required }: Warnings, content: WarningContent): WarningField[] {
  return required.map(({ field }) => field).filter((field) => !isSaid(field, content));
}

function isSaid(field: WarningField, content: WarningContent): boolean {
  switch (field) {
    case 'area':
      return content.areas.length > 0 || content.place !== null;
    case 'kind':
      return content.kind !== null;
    case 'startsAt':
      return content.starts !== null;
    case 'impact':
    case 'cautions':
    case 'measures':
      return content[field] !== null;
    case 'level':
    case 'authority':
    case 'issuedAt':
    case 'signedBy':
      return true;
  }
}

export function missingError(warnings: Warnings, content: WarningContent): DeskError | null {
  const missing = missingFields(warnings, content);
  if (missing.length === 0) return null;
  const labels = warnings.required.filter(({ field }) => missing.includes(field)).map(({ label }) => label);
  const clause = warnings.required.find(({ field }) => field === missing[0])?.clause ?? warnings.clause;
  return deskError('warningIncomplete', { field: 'content', missing, labels }, clause);
}

type Text = { level: string; content: WarningContent };

const PARTS: readonly [ChangedPart, (text: Text) => unknown][] = [
  ['level', ({ level }) => level],
  ['area', ({ content }) => content.areas],
  ['place', ({ content }) => content.place],
  ['kind', ({ content }) => content.kind],
  ['startsAt', ({ content }) => content.starts],
  ['endsAt', ({ content }) => content.ends],
  ['impact', ({ content }) => content.impact],
  ['cautions', ({ content }) => content.cautions],
  ['measures', ({ content }) => content.measures],
  ['message', ({ content }) => content.message],
];

export const changedParts = (before: Text, after: Text): ChangedPart[] =>
  PARTS.filter(([, read]) => JSON.stringify(read(before)) !== JSON.stringify(read(after))).map(([part]) => part);

/** `泽州县、高平市 K12+300` */
export const areaText = ({ areas, place }: Pick<WarningContent, 'areas' | 'place'>): string =>
  [areas.map(({ name }) => name).join('、'), place ?? ''].filter((text) => text !== '').join(' ');
