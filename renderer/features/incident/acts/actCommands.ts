/**
 * From each act's form to its command: pure, so that what a form means can be tested without a screen. null: something is
 * missing or cannot be read, and the form says so at its field.
 */
import { type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { readFigureTexts } from '#shared/domain/figureTexts.ts';
import type { TriState } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';

type CommandOf<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;

export type FiguresValues = { figures: Record<string, string>; observed: TimeValue; source: string };

export function figuresCommand(
  plan: PlanPackage,
  incidentId: string,
  { figures: texts, observed, source }: FiguresValues,
): CommandOf<'RecordFigures'> | null {
  const { figures, faults } = readFigureTexts(plan, texts);
  if (isEmpty(figures) || !isEmpty(faults) || isNoTime(observed)) return null;
  const at = timeOf(observed);
  return { type: 'RecordFigures', incidentId, figures, ...(at && { observedAt: at }), ...text('source', source) };
}

export type GradeValues = { grade: string | null; reason: string };

export const gradeCommand = (incidentId: string, { grade, reason }: GradeValues): CommandOf<'DetermineGrade'> | null =>
  grade === null ? null : { type: 'DetermineGrade', incidentId, grade, ...text('reason', reason) };

export type TimesValues = { occurredAt: TimeValue; discoveredAt: TimeValue; receivedAt: TimeValue; reason: string };

/** Left empty: unchanged. `?`: not known after all; when the call came is always known. */
export function timesCommand(incidentId: string, form: TimesValues): CommandOf<'CorrectTimes'> | null {
  const { occurredAt, discoveredAt, receivedAt } = form;
  const isReadable = [occurredAt, discoveredAt, receivedAt].every((time) => timeKind(time) !== 'bad');
  if (!isReadable || timeKind(receivedAt) === 'unknown' || form.reason.trim() === '') return null;
  const [occurred, discovered, received] = [timeOf(occurredAt), timeOf(discoveredAt), timeOf(receivedAt)];
  if (occurred === undefined && discovered === undefined && !received) return null;
  return {
    type: 'CorrectTimes',
    incidentId,
    ...(occurred !== undefined && { occurredAt: occurred }),
    ...(discovered !== undefined && { discoveredAt: discovered }),
    ...(received && { receivedAt: received }),
    reason: form.reason.trim(),
  };
}

export type ConditionsValues = { conditions: Record<string, TriState>; source: string };

export const conditionsCommand = (
  incidentId: string,
  { conditions, source }: ConditionsValues,
): CommandOf<'RecordConditions'> | null =>
  isEmpty(conditions) ? null : { type: 'RecordConditions', incidentId, conditions, ...text('source', source) };

export type DurationValues = { started: TimeValue; ended: TimeValue; forecast: string; source: string };

export function durationCommand(
  incidentId: string,
  duration: string,
  form: DurationValues,
): CommandOf<'RecordDuration'> | null {
  if (timeKind(form.started) === 'bad' || timeKind(form.ended) === 'bad') return null;
  const [startedAt, endedAt] = [timeOf(form.started), timeOf(form.ended)];
  const hours = hoursOf(form.forecast);
  if (hours === 'bad') return null;
  if (startedAt === undefined && endedAt === undefined && hours === undefined) return null;
  return {
    type: 'RecordDuration',
    incidentId,
    duration,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(hours !== undefined && { forecastHours: hours }),
    ...text('source', form.source),
  };
}

/** undefined: left empty; null: not known. */
export function hoursOf(typed: string): number | null | undefined | 'bad' {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return undefined;
  if (plain === '?') return null;
  return /^\d{1,4}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : 'bad';
}

/** Only what was changed. */
export type DetailsValues = { title: string | null; details: Record<string, string | null>; source: string };

export function detailsCommand(incidentId: string, form: DetailsValues): CommandOf<'ReviseDetails'> | null {
  const details = Object.fromEntries(
    Object.entries(form.details).flatMap(([id, value]) => (value?.trim() === '' ? [] : [[id, value?.trim() ?? null]])),
  );
  const title = form.title?.trim() ?? '';
  if (title === '' && isEmpty(details)) return null;
  return {
    type: 'ReviseDetails',
    incidentId,
    ...text('title', title),
    ...(!isEmpty(details) && { details }),
    ...text('source', form.source),
  };
}

export type DemandValues = { demandId: string; from: string | null; demanded: TimeValue; person: string; what: string };

export function demandCommand(incidentId: string, form: DemandValues): CommandOf<'RecordDemand'> | null {
  const { demandId, from, demanded, person, what } = form;
  if (from === null || what.trim() === '' || isNoTime(demanded)) return null;
  const at = timeOf(demanded);
  return {
    type: 'RecordDemand',
    incidentId,
    demandId,
    from,
    ...(at && { demandedAt: at }),
    ...text('person', person),
    what: what.trim(),
  };
}

export type StrikeValues = { reason: string } & FiguresValues;

/** Struck, and where figures were wrong the right ones recorded after it, as seen at the same instant. */
export function strikeCommands(
  plan: PlanPackage,
  incidentId: string,
  strikes: string,
  form: StrikeValues,
): CommandInput[] | null {
  const reason = form.reason.trim();
  if (reason === '') return null;
  const strike: CommandInput = { type: 'StrikeEntry', incidentId, strikes, reason };
  const hasFigures = Object.values(form.figures).some((typed) => typed.trim() !== '');
  if (!hasFigures) return [strike];
  const correction = figuresCommand(plan, incidentId, form);
  return correction === null ? null : [strike, correction];
}

const isEmpty = (record: Readonly<Record<string, unknown>>): boolean => Object.keys(record).length === 0;

/** A time that is neither empty nor readable; 正在核实 says nothing here. */
const isNoTime = (value: TimeValue): boolean => ['bad', 'unknown'].includes(timeKind(value));

/** undefined: left empty; null: 正在核实. */
function timeOf(value: TimeValue): ReturnType<typeof timedInput> | null | undefined {
  if (value.timed !== null) return timedInput(value.timed);
  return timeKind(value) === 'unknown' ? null : undefined;
}

const text = <K extends string>(key: K, typed: string): { [P in K]?: string } =>
  (typed.trim() === '' ? {} : { [key]: typed.trim() }) as { [P in K]?: string };
