/**
 * What stands in the 接报 page, as it is typed: the draft. Texts stay as typed even where they cannot be read, times keep
 * what they meant when typed, and nothing here is a fact before it is saved.
 */
import { NO_TIME, type TimeValue, timeKind } from '#renderer/ui/timeValue.ts';
import type { TriState } from '#shared/plan/facts.ts';

const MINUTE_MS = 60_000;

export const TIME_FIELDS = ['occurredAt', 'discoveredAt', 'receivedAt'] as const;
export type TimeFieldName = (typeof TIME_FIELDS)[number];

export const DISPOSITIONS = ['open', 'join', 'falseAlarm', 'duplicate'] as const;
export type DispositionKind = (typeof DISPOSITIONS)[number];

export type DurationEntry = { started: TimeValue; ended: TimeValue; forecast: string };

export type IntakeForm = Record<TimeFieldName, TimeValue> & {
  /** The first key: from here the stopwatch runs, and the call counts as received where nothing else is said. */
  startedAt: number | null;
  /** Ids of what saving will make: the same ones after a crash, so that nothing is recorded twice. */
  callId: string;
  incidentId: string;
  /** Missing or empty: not asked. null: 正在核实. */
  details: Record<string, string | null>;
  /** As typed; `?` is 正在核实. */
  figures: Record<string, string>;
  /** Missing: not asked. */
  conditions: Record<string, TriState>;
  marks: Record<string, TriState>;
  /** Present while the chip is on. */
  durations: Record<string, DurationEntry>;
  observedAt: TimeValue;
  title: string;
  /** The warning that came true: saved as a new incident, both are linked. */
  fromWarning: { warningId: string; title: string } | null;
  disposition: { kind: DispositionKind; incidentId: string | null; ofCallId: string | null; reason: string };
};

export const EMPTY_INTAKE: IntakeForm = {
  startedAt: null,
  callId: '',
  incidentId: '',
  occurredAt: NO_TIME,
  discoveredAt: NO_TIME,
  receivedAt: NO_TIME,
  details: {},
  figures: {},
  conditions: {},
  marks: {},
  durations: {},
  observedAt: NO_TIME,
  title: '',
  fromWarning: null,
  disposition: { kind: 'open', incidentId: null, ofCallId: null, reason: '' },
};

/** The minute in which the call began: what 接报 is when nothing else is typed. */
export const autoReceived = (startedAt: number): number => Math.floor(startedAt / MINUTE_MS) * MINUTE_MS;

/** The first key: starts the stopwatch and chooses the ids. */
export function begun(form: IntakeForm, now: number, received: string, newId: () => string): IntakeForm {
  if (form.startedAt !== null) return form;
  const receivedAt: TimeValue = { text: received, timed: { at: autoReceived(now), precision: 'minute' } };
  return { ...form, startedAt: now, callId: newId(), incidentId: newId(), receivedAt };
}

/** Something was said, even if only that it is being verified. */
export function hasContent(form: IntakeForm): boolean {
  const isSaid = (text: string | null): boolean => text === null || text.trim() !== '';
  return (
    [form.occurredAt, form.discoveredAt].some((time) => timeKind(time) !== 'empty') ||
    Object.values(form.details).some(isSaid) ||
    Object.values(form.figures).some(isSaid) ||
    [form.conditions, form.marks, form.durations].some((record) => Object.keys(record).length > 0)
  );
}

/** Without the key where the value is undefined: not asked. */
export function withKey<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _, ...others } = record;
  return value === undefined ? others : { ...others, [key]: value };
}
