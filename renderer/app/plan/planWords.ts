/**
 * The plan in words, for every screen that explains something: labels of its items, criteria met, prompts, thresholds
 * to come, clauses with their provenance. Labels come from the package, never from the locale files.
 */

import type { Threshold } from '#shared/domain/thresholds.ts';
import type { CriterionMatch, Prompt } from '#shared/plan/assessment.ts';
import type { Quantity } from '#shared/plan/facts.ts';
import type { Criterion, PlanPackage, Provenance } from '#shared/plan/schema.ts';
import { quantityWords } from '../format/quantity.ts';
import type { Format } from '../format/useFormat.ts';
import type { Labelled, Locale } from '../i18n/locale.ts';
import type { TextPart } from '../i18n/template.ts';
import type { Translate } from '../i18n/translator.ts';

export type PlanWordsContext = {
  plan: PlanPackage;
  t: Translate;
  locale: Locale;
  format: Format;
  label: (item: Labelled | undefined, fallback?: string) => string;
};

export type PlanWords = ReturnType<typeof createPlanWords>;

type Listed = readonly (Labelled & { readonly id: string })[];

export function createPlanWords({ plan, t, locale, format, label }: PlanWordsContext) {
  const of = (list: Listed) => (id: string | null) =>
    label(
      list.find((item) => item.id === id),
      id ?? '',
    );
  const figure = of(plan.figures);
  const names = {
    unit: of(plan.units),
    post: of(plan.posts),
    grade: (id: string | null) => (id === null ? label(plan.undetermined) : of(plan.grades)(id)),
    level: of(plan.levels),
    rule: of(plan.reportingRules),
    figure,
    condition: of(plan.conditions),
    duration: of(plan.durations),
    mark: of(plan.marks),
    switch: of(plan.switches),
    kind: of(plan.reportKinds),
    detail: of(plan.details),
  };
  const joined = (texts: readonly string[]): string => [...new Set(texts)].join(t('why.join'));
  const unitOf = (id: string): string => plan.figures.find((item) => item.id === id)?.unit ?? '';
  const number = (n: number): string => String(Math.round(n * 100) / 100);
  const hours = (n: number): string => t('why.hours', { hours: String(Math.floor(n * 10) / 10) });

  /** `遇难 22人`, `泄漏`, `停输 26.5 小时` */
  const match = ({ subject, value }: CriterionMatch): string => {
    switch (subject.kind) {
      case 'figure':
        return `${figure(subject.id)} ${number(value ?? 0)}${locale === 'zh-CN' ? unitOf(subject.id) : ''}`;
      case 'condition':
        return names.condition(subject.id);
      case 'duration':
        return `${names.duration(subject.id)} ${hours(value ?? 0)}`;
    }
  };
  const matches = (list: readonly CriterionMatch[]): string => joined(list.map(match));

  /** `遇难连同失联 3人`: what was added is named, since only confirmed figures may ever read as 遇难. */
  const carefulMatch = (found: CriterionMatch): string => {
    const rule = plan.conservative.find((item) => item.figure === found.subject.id);
    if (found.subject.kind !== 'figure' || rule === undefined) return match(found);
    const n = `${number(found.value ?? 0)}${locale === 'zh-CN' ? unitOf(rule.figure) : ''}`;
    if (rule.whenUnknownUse !== undefined)
      return t('why.careful.insteadOf', { figure: figure(rule.figure), used: figure(rule.whenUnknownUse), n });
    return t('why.careful.with', { figure: figure(rule.figure), added: joined(rule.plus.map(figure)), n });
  };

  return {
    plan,
    ...names,
    joined,
    units: (ids: readonly string[]): string => joined(ids.map(names.unit)),
    posts: (ids: readonly string[]): string => joined(ids.map(names.post)),
    match,
    matches,
    hours,
    quantity: (id: string, quantity: Quantity): string => quantityWords(quantity, unitOf(id), locale),
    /** What a criterion asks for: `遇难 ≥10人`, `泄漏`, `停输 ≥24 小时` */
    criterion: (criterion: Criterion): string => {
      switch (criterion.kind) {
        case 'figure': {
          const n = `${criterion.from}${locale === 'zh-CN' ? unitOf(criterion.figure) : ''}`;
          return `${figure(criterion.figure)} ${t(criterion.exclusive ? 'why.moreThan' : 'why.atLeast', { n })}`;
        }
        case 'condition':
          return names.condition(criterion.condition);
        case 'duration':
          return `${names.duration(criterion.duration)} ${t('why.atLeast', { n: hours(criterion.fromHours) })}`;
      }
    },
    prompt: (prompt: Prompt): TextPart[] => {
      if (prompt.kind === 'practice') {
        const found = plan.prompts.find(({ id }) => id === prompt.prompt);
        return [{ text: label(found, prompt.prompt), strong: false }];
      }
      const name = prompt.of === 'grade' ? names.grade(prompt.id) : names.level(prompt.id);
      const found = prompt.kind === 'conservative' ? joined(prompt.matches.map(carefulMatch)) : matches(prompt.matches);
      return t.parts(`why.prompt.${prompt.kind}.${prompt.of}`, { name, matches: found });
    },
    threshold: ({ at, duration, hours: n, grade, level }: Threshold, now: number): TextPart[] => {
      const params = { duration: names.duration(duration), hours: n, time: format.instant(at, now) };
      if (grade !== null && level !== null)
        return t.parts('why.threshold.both', { ...params, grade: names.grade(grade), level: names.level(level) });
      return grade !== null
        ? t.parts('why.threshold.grade', { ...params, grade: names.grade(grade) })
        : t.parts('why.threshold.level', { ...params, level: names.level(level) });
    },
    /** The clause as it is cited; a default or a reading of ours says so. */
    clause: (clause: string, provenance: Provenance): string =>
      provenance === 'plan' ? t('ui.clause', { clause }) : t(`why.clause.${provenance}`, { clause }),
  };
}
