/** Pieces that several entries' sentences are made of. */
import type { Quantity, Timed, TriState } from '#shared/plan/facts.ts';
import type { ReportForm } from '#shared/plan/schema.ts';
import { quantityWords } from '../format/quantity.ts';
import type { Labelled } from '../i18n/locale.ts';
import type { Description, EntryContext } from './entryTypes.ts';

export const said = (sentence: Description['sentence'], ...aside: (string | null)[]): Description => ({
  sentence,
  aside,
});

type Listed = readonly (Labelled & { readonly id: string })[];

export const nameOf = ({ label }: EntryContext, list: Listed, id: string): string =>
  label(
    list.find((item) => item.id === id),
    id,
  );
export const namesOf = (context: EntryContext, list: Listed, ids: readonly string[]): string =>
  ids.map((id) => nameOf(context, list, id)).join(context.t('entries.and'));

export const unitsText = (context: EntryContext, ids: readonly string[]): string =>
  namesOf(context, context.plan.units, ids);

export const timeText = ({ format }: EntryContext, timed: Timed, now: number): string => format.timed(timed, now);

export const triStateText = ({ t }: EntryContext, value: TriState): string => t(`ui.${value}`);

export const formText = ({ t }: EntryContext, form: ReportForm): string => t(`ui.form.${form}`);

export function figuresText(context: EntryContext, figures: Readonly<Record<string, Quantity>>): string {
  return context.plan.figures
    .filter(({ id }) => id in figures)
    .map((figure) => {
      const words = quantityWords(figures[figure.id] as Quantity, figure.unit, context.locale);
      return `${context.label(figure)} ${words}`;
    })
    .join(context.t('entries.and'));
}

export function conditionsText(context: EntryContext, conditions: Readonly<Record<string, TriState>>): string {
  return context.plan.conditions
    .filter(({ id }) => id in conditions)
    .map((condition) => `${context.label(condition)} ${triStateText(context, conditions[condition.id] as TriState)}`)
    .join(context.t('entries.and'));
}

type Decision = { post: string; name: string; means: 'inPerson' | 'phone' | 'written' };
export const decisionText = (context: EntryContext, { post, name, means }: Decision): string =>
  context.t('entries.decision', {
    post: nameOf(context, context.plan.posts, post),
    name,
    means: context.t(`entries.means.${means}`),
  });

export const sourceText = ({ t }: EntryContext, source: string | null): string | null =>
  source === null ? null : t('entries.source', { source });

/** A unit or organisation of the plan in the screen's language; any other as it was named. */
export const partyText = (context: EntryContext, { id, name }: { id: string | null; name: string }): string =>
  context.label(
    [...context.plan.organisations, ...context.plan.units, ...context.plan.groups].find((item) => item.id === id),
    name,
  );

export const groupText = (context: EntryContext, { groupId, name }: { groupId: string; name: string }): string =>
  partyText(context, { id: groupId, name });
