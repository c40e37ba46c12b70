/** What a warning says, as it is typed; as the command takes it, and what of it is missing by the plan's own list [plan 3.4.2]. */
import { optional, optionals, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { NO_TIME, type TimeValue, timeKind } from '#renderer/ui/timeValue.ts';
import type { WarningContent } from '#shared/contract/rows.ts';
import { shortTimeText } from '#shared/domain/time/shortTime.ts';
import type { ContentInput } from '#shared/domain/warning/commands.ts';
import { missingFields, storedContent } from '#shared/domain/warning/content.ts';
import type { Timed } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { WarningField } from '#shared/plan/warningSection.ts';

const WORDS = ['impact', 'cautions', 'measures', 'message'] as const;
type WordsField = (typeof WORDS)[number];

export type ContentForm = Record<WordsField, string> & {
  areas: string[];
  /** Places that are no area of the plan, with 、 between them. */
  otherAreas: string;
  place: string;
  kind: string | null;
  starts: TimeValue;
  ends: TimeValue;
};

export const EMPTY_CONTENT: ContentForm = {
  areas: [],
  otherAreas: '',
  place: '',
  kind: null,
  starts: NO_TIME,
  ends: NO_TIME,
  impact: '',
  cautions: '',
  measures: '',
  message: '',
};

/** As it stands, to be changed. */
export function contentForm(content: WarningContent, now: number, timeZone: string): ContentForm {
  const typed = (timed: Timed | null): TimeValue =>
    timed === null ? NO_TIME : { text: shortTimeText(timed, now, timeZone, 'coming'), timed };
  return {
    areas: content.areas.flatMap(({ id }) => id ?? []),
    otherAreas: content.areas.flatMap(({ id, name }) => (id === null ? [name] : [])).join('、'),
    place: content.place ?? '',
    kind: content.kind,
    starts: typed(content.starts),
    ends: typed(content.ends),
    impact: content.impact ?? '',
    cautions: content.cautions ?? '',
    measures: content.measures ?? '',
    message: content.message ?? '',
  };
}

/** All of it but its times. */
function wordsOf(form: ContentForm, areaOrder: readonly string[]): Omit<ContentInput, 'startsAt' | 'endsAt'> {
  const others = form.otherAreas.split(/[、，,；;]/).map((name) => name.trim());
  const areas = [
    ...areaOrder.filter((id) => form.areas.includes(id)),
    ...others.filter((name) => name !== '').map((other) => ({ other })),
  ];
  return {
    ...(areas.length > 0 && { areas }),
    ...optional('place', form.place),
    ...(form.kind !== null && { kind: form.kind }),
    ...optionals(form, WORDS),
  };
}

/** As the desk would read it, to be compared with what stands. */
export const contentInput = (form: ContentForm, areaOrder: readonly string[]): ContentInput => ({
  ...wordsOf(form, areaOrder),
  ...(form.starts.timed !== null && { startsAt: form.starts.timed }),
  ...(form.ends.timed !== null && { endsAt: form.ends.timed }),
});

export const contentCommand = (form: ContentForm, areaOrder: readonly string[]) => ({
  ...wordsOf(form, areaOrder),
  ...optionalTime('startsAt', form.starts),
  ...optionalTime('endsAt', form.ends),
});

/** Required and not said, by the plan's labels; a time that cannot be read counts as not said. */
export function missingContent(plan: PlanPackage, form: ContentForm): { label: string; field: WarningField }[] {
  const { warnings } = plan;
  if (warnings === undefined) return [];
  const stored = storedContent(
    plan,
    contentInput(
      form,
      plan.areas.map(({ id }) => id),
    ),
  );
  return missingFields(warnings, stored).map((field) => ({
    label: warnings.required.find((each) => each.field === field)?.label ?? field,
    field,
  }));
}

export const isEndBad = ({ ends }: ContentForm): boolean => !['time', 'empty'].includes(timeKind(ends));
