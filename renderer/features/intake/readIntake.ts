/**
 * From what was typed to the TakeCall command: the parts that can be read, and what is wrong with the others. Pure; the
 * preview reads every keystroke with it, saving sends exactly the same.
 */

import { type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { readFigureTexts } from '#shared/domain/figureTexts.ts';
import { chosenFrom, listOf } from '#shared/domain/planChoices.ts';
import type { Quantity, Timed } from '#shared/plan/facts.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { autoReceived, hasContent, type IntakeForm } from './intakeForm.ts';

export type TakeCallInput = Extract<CommandInput, { type: 'TakeCall' }>;

export const fieldErrorCodes = [
  'time',
  'receivedUnknown',
  'quantity',
  'integer',
  'hours',
  'notInList',
  'reason',
  'incident',
  'call',
  'empty',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];
/** `path` is the command's path of the field, as the desk's own errors name it. */
export type FieldError = { path: string; code: FieldErrorCode };

export type IntakeReading = { input: TakeCallInput; errors: FieldError[] };

const LONGEST_LINE = 200;

export function readIntake(form: IntakeForm, plan: PlanPackage, now: number): IntakeReading {
  const errors: FieldError[] = [];
  const fail = (path: string, code: FieldErrorCode): undefined => {
    errors.push({ path, code });
  };
  /** null is 正在核实, undefined is not asked. */
  const time = (path: string, value: TimeValue): ReturnType<typeof timedInput> | null | undefined => {
    if (value.timed !== null) return timedInput(value.timed);
    const kind = timeKind(value);
    if (kind === 'unknown') return null;
    return kind === 'empty' ? undefined : fail(path, 'time');
  };
  // A false alarm may be no more than its reason.
  const { kind } = form.disposition;
  if ((kind === 'open' || kind === 'join') && !hasContent(form)) fail('', 'empty');

  const details = detailsOf(form, plan, fail);
  const observedAt = time('observedAt', form.observedAt);
  const times = {
    occurredAt: time('occurredAt', form.occurredAt),
    discoveredAt: time('discoveredAt', form.discoveredAt),
  };
  const title = line(form.title);
  const input: TakeCallInput = {
    type: 'TakeCall',
    callId: form.callId,
    receivedAt: receivedOf(form, now, time('receivedAt', form.receivedAt), fail),
    ...defined(times),
    ...(observedAt && { observedAt }),
    ...defined({ source: sourceOf(plan, form) }),
    ...filled('figures', figuresOf(form, plan, fail)),
    ...filled('conditions', form.conditions),
    ...filled('durations', durationsOf(form, time, fail)),
    ...filled('marks', form.marks),
    ...filled('details', details),
    disposition: dispositionOf(form, title, fail),
  };
  return { input, errors };
}

type Fail = (path: string, code: FieldErrorCode) => undefined;
type ReadTime = (path: string, value: TimeValue) => ReturnType<typeof timedInput> | null | undefined;

function receivedOf(
  form: IntakeForm,
  now: number,
  given: ReturnType<typeof timedInput> | null | undefined,
  fail: Fail,
): ReturnType<typeof timedInput> {
  if (given === null) fail('receivedAt', 'receivedUnknown');
  const automatic: Timed = { at: autoReceived(form.startedAt ?? now), precision: 'minute' };
  return given ?? timedInput(automatic);
}

function figuresOf(form: IntakeForm, plan: PlanPackage, fail: Fail): Record<string, Quantity> {
  const { figures, faults } = readFigureTexts(plan, form.figures);
  for (const [id, fault] of Object.entries(faults)) fail(`figures.${id}`, fault);
  return figures;
}

function detailsOf(form: IntakeForm, plan: PlanPackage, fail: Fail): Record<string, string | null> {
  const read: Record<string, string | null> = {};
  for (const detail of plan.details) {
    const text = form.details[detail.id];
    if (text === null) read[detail.id] = null;
    if (text === undefined || text === null || text.trim() === '') continue;
    const chosen = chosenFrom(listOf(plan, detail) ?? [], text);
    // What the facility is decides the scope: only the package's own kinds will do.
    if (detail.input === 'object' && chosen === undefined) fail(`details.${detail.id}`, 'notInList');
    else read[detail.id] = chosen?.id ?? text.trim();
  }
  return read;
}

function durationsOf(form: IntakeForm, time: ReadTime, fail: Fail): NonNullable<TakeCallInput['durations']> {
  return Object.fromEntries(
    Object.entries(form.durations).map(([id, { started, ended, forecast }]) => {
      const path = `durations.${id}`;
      const text = forecast.normalize('NFKC').trim();
      const hours = /^\d{1,4}(?:\.\d{1,2})?$/.test(text) ? Number(text) : null;
      if (text !== '' && hours === null) fail(`${path}.forecastHours`, 'hours');
      // Switched on without a time: it has stopped, since when is being verified.
      const startedAt = time(`${path}.startedAt`, started) ?? null;
      const endedAt = time(`${path}.endedAt`, ended);
      return [id, { startedAt, ...defined({ endedAt }), ...(hours !== null && { forecastHours: hours }) }];
    }),
  );
}

/** Who said so: the first that is known of those who called. */
function sourceOf(plan: PlanPackage, form: IntakeForm): string | undefined {
  const callers = plan.details.filter(({ group }) => group === 'caller').map(({ id }) => form.details[id]);
  return line(callers.find((text) => text !== null && text !== undefined && text.trim() !== '') ?? '');
}

function dispositionOf(form: IntakeForm, title: string | undefined, fail: Fail): TakeCallInput['disposition'] {
  const { kind, incidentId, ofCallId, reason } = form.disposition;
  const why = reason.trim();
  switch (kind) {
    case 'open':
      return {
        kind,
        incidentId: form.incidentId,
        ...defined({ title, fromWarningId: form.fromWarning?.warningId }),
      };
    case 'join':
      if (incidentId === null) fail('disposition.incidentId', 'incident');
      return { kind, incidentId: incidentId ?? '' };
    case 'falseAlarm':
      if (why === '') fail('disposition.reason', 'reason');
      return { kind, reason: why };
    case 'duplicate':
      if (ofCallId === null) fail('disposition.ofCallId', 'call');
      return { kind, ofCallId: ofCallId ?? '', ...(why !== '' && { reason: why }) };
  }
}

function line(text: string): string | undefined {
  const one = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
  return one === '' ? undefined : one;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(parts: T): Defined<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>;

const filled = <K extends string, T extends object>(key: K, record: T): { [P in K]?: T } =>
  (Object.keys(record).length === 0 ? {} : { [key]: record }) as { [P in K]?: T };
