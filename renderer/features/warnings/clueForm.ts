/** A clue as it is typed, and as the command takes it: words of the plan's lists become their ids. */
import { optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { NO_TIME, type TimeValue } from '#renderer/ui/timeValue.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

export type ClueForm = {
  clueId: string;
  source: string;
  said: string;
  kind: string;
  area: string;
  place: string;
  who: string;
  contact: string;
  received: TimeValue;
};

export const newClue = (clueId: string): ClueForm => ({
  clueId,
  source: '',
  said: '',
  kind: '',
  area: '',
  place: '',
  who: '',
  contact: '',
  received: NO_TIME,
});

export type Choices = readonly { id: string; label: string }[];

export const idOf = (choices: Choices, typed: string): string | null =>
  choices.find(({ label }) => label === typed.trim())?.id ?? null;

/** Typed, and none of the list. */
export const isOther = (choices: Choices, typed: string): boolean =>
  typed.trim() !== '' && idOf(choices, typed) === null;

export function clueCommand(form: ClueForm, lists: Record<'sources' | 'kinds' | 'areas', Choices>): CommandInput {
  return {
    type: 'RecordClue',
    clueId: form.clueId,
    source: idOf(lists.sources, form.source) ?? '',
    said: form.said.trim(),
    ...optional('kind', idOf(lists.kinds, form.kind) ?? ''),
    ...optional('area', idOf(lists.areas, form.area) ?? ''),
    ...optional('place', form.place),
    ...optional('who', form.who),
    ...optional('contact', form.contact),
    ...optionalTime('receivedAt', form.received),
  };
}
