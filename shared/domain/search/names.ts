/**
 * Who and what an entry names: an incident by its title, people and units that the plan does not know. People are free
 * text until a directory takes them over, so they are told apart by name and number, as everywhere (`isSamePerson`).
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { RecordedEvent, StreamId } from '../recorded.ts';
import type { NameKind } from './kinds.ts';
import type { PlanLabels } from './planLabels.ts';

export type Named = {
  kind: NameKind;
  /** Its own id; null: told apart by name and number. */
  key: string | null;
  title: string;
  /** What stands behind it: post, unit, place. */
  more: string;
  phone: string | null;
};

/** Fields in which a person stands by name alone. */
const PERSON_FIELDS: readonly string[] = [
  'receiver',
  'sender',
  'signedOffBy',
  'signedBy',
  'person',
  'personName',
  'givenBy',
  'answeredBy',
  'spokesperson',
];
/** They hold what has a name but is neither person nor unit. */
const PASSED_BY: readonly string[] = ['channels', 'areas', 'file', 'shown', 'content', 'elements', 'plan', 'basis'];

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const textIn = (fields: Fields, key: string): string | null => {
  const value = fields[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

const person = (title: string, more = '', phone: string | null = null): Named => ({
  kind: 'person',
  key: null,
  title,
  more,
  phone,
});

function fullPerson(fields: Fields, title: string): Named {
  const unit = isFields(fields['unit']) ? textIn(fields['unit'], 'name') : null;
  const more = [unit, textIn(fields, 'title')].filter((part) => part !== null).join(' ');
  return person(title, more, textIn(fields, 'phone'));
}

function ownName(fields: Fields, { labelOf }: PlanLabels): Named | null {
  const name = textIn(fields, 'name');
  if (name === null) return null;
  if ('personId' in fields) return fullPerson(fields, name);
  const post = textIn(fields, 'post');
  if (post !== null) return person(name, labelOf(post) ?? post);
  const unit = textIn(fields, 'unit');
  if (unit !== null) return person(name, labelOf(unit) ?? unit);
  return fields['id'] === null ? { kind: 'unit', key: null, title: name, more: '', phone: null } : null;
}

function namesWithin(value: unknown, labels: PlanLabels): Named[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesWithin(one, labels));
  if (!isFields(value)) return [];
  const own = ownName(value, labels);
  const inside = Object.entries(value).flatMap(([key, part]) => {
    if (PASSED_BY.includes(key)) return [];
    if (typeof part === 'string') return PERSON_FIELDS.includes(key) && part.trim() !== '' ? [person(part)] : [];
    return namesWithin(part, labels);
  });
  return own === null ? inside : [own, ...inside];
}

function incidentNamed(event: RecordedEvent, title: string | null, details: unknown, { labelOf }: PlanLabels): Named[] {
  const key = event.stream.slice('incident/'.length);
  const place = isFields(details) ? textIn(details, 'place') : null;
  if (title === null && place === null) return [];
  return [
    { kind: 'incident', key, title: title ?? '', more: place === null ? '' : (labelOf(place) ?? place), phone: null },
  ];
}

/** The directory answers for its own people, with their numbers and pinyin. */
const OF_DIRECTORY: StreamId = 'directory';

/** An empty title or `more` says nothing new. */
export function namesIn(event: RecordedEvent, labels: PlanLabels): Named[] {
  if (event.stream === OF_DIRECTORY) return [];
  const payload = isFields(event.payload) ? event.payload : {};
  switch (event.type) {
    case 'OfficerAdded': {
      const post = textIn(payload, 'post') ?? '';
      const named = person(textIn(payload, 'name') ?? '', labels.labelOf(post) ?? post);
      return [{ ...named, key: `officer/${textIn(payload, 'officerId') ?? ''}` }];
    }
    case 'IncidentOpened': {
      const reported = isFields(payload['reported']) ? payload['reported'] : {};
      return incidentNamed(event, textIn(payload, 'title'), reported['details'], labels);
    }
    case 'DetailsRevised':
      return incidentNamed(event, textIn(payload, 'title'), payload['details'], labels);
    // What was taken over was named where it was recorded.
    case 'IncidentAbsorbed':
      return [];
    default:
      return namesWithin(payload, labels);
  }
}

/** The plan's own units: known from the entry that brings the plan. */
export const unitsOf = (plan: PlanPackage): Named[] =>
  [...plan.units, ...plan.organisations].map(({ id, label }) => ({
    kind: 'unit',
    key: `plan/${id}`,
    title: label,
    more: '',
    phone: null,
  }));
