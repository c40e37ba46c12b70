/** A 会商研判 as it is typed, and as the command takes it. */
import { optional, optionals, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { type Named, readUnit } from '#renderer/app/act/parties.ts';
import { NO_TIME, type TimeValue } from '#renderer/ui/timeValue.ts';
import type { PersonMatch } from '#shared/contract/rows.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

export type Participant = { name: string; unit: string; personId: string | null };

export const CONCLUSIONS = ['none', 'watch', 'warn'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const INPUTS = ['weather', 'geology', 'operation', 'notes'] as const;
type InputName = (typeof INPUTS)[number];

export type AssessForm = Record<InputName, string> & {
  warningId: string;
  title: string;
  clueIds: string[];
  participants: Participant[];
  conclusion: Conclusion | null;
  level: string | null;
  /** null: what the level stands for. */
  likelyGrade: string | null;
  reason: string;
  held: TimeValue;
  review: TimeValue;
};

export const newAssessment = (start: Pick<AssessForm, 'warningId' | 'title' | 'clueIds' | 'level'>): AssessForm => ({
  ...start,
  participants: [],
  weather: '',
  geology: '',
  operation: '',
  notes: '',
  conclusion: null,
  likelyGrade: null,
  reason: '',
  held: NO_TIME,
  review: NO_TIME,
});

/** Somebody named twice at one unit sat there once; nobody is nobody. */
export const withParticipant = (people: readonly Participant[], added: Participant): Participant[] =>
  added.name === '' || people.some(({ name, unit }) => name === added.name && unit === added.unit)
    ? [...people]
    : [...people, added];

/** A unit of the plan keeps its name there, so that its id is found again. */
export const pickedParticipant = (
  units: readonly Named[],
  { contactId, name, unit }: Pick<PersonMatch, 'contactId' | 'name' | 'unit'>,
): Participant => ({
  name,
  unit: units.find(({ label }) => label === unit)?.label ?? unit ?? '',
  personId: contactId,
});

export function assessCommand(form: AssessForm, units: readonly Named[], waiting: readonly string[]): CommandInput {
  const { warningId, participants, conclusion, level, likelyGrade, reason, held, review } = form;
  const clueIds = form.clueIds.filter((id) => waiting.includes(id));
  const inputs = optionals(form, INPUTS);
  return {
    type: 'AssessWarning',
    warningId,
    ...optional('title', form.title),
    ...(clueIds.length > 0 && { clueIds }),
    participants: participants.map(({ name, unit, personId }) => {
      const known = readUnit(units, unit);
      return { name, ...(known !== null && { unit: known }), ...(personId !== null && { personId }) };
    }),
    ...(Object.keys(inputs).length > 0 && { inputs }),
    conclusion:
      conclusion === 'warn'
        ? { kind: 'warn', level: level ?? '', ...(likelyGrade !== null && { likelyGrade }) }
        : { kind: conclusion ?? 'none' },
    reason: reason.trim(),
    ...optionalTime('heldAt', held),
    ...(conclusion === 'none' ? {} : optionalTime('reviewAt', review)),
  };
}
