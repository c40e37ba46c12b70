/**
 * A scenario file: a night told step by step, written by hand. This is its shape and the finding of every fault at once;
 * docs/SCENARIOS.md explains it to its authors.
 */
import { z } from 'zod';
import { type CommandIssue, commandIssues } from '#shared/domain/commandIssues.ts';
import { lineSchema, paragraphSchema } from '#shared/domain/values.ts';
import { isTimeZone, localInstant, withOffsets } from './localTimes.ts';

const bySchema = z.strictObject({
  name: lineSchema,
  /** A post of the plan package, or words. */
  post: lineSchema,
});

const note = paragraphSchema.optional();
/** Read in the file's zone where it names no offset of its own. */
const at = z.string().max(40);

const doStepSchema = z.strictObject({
  at,
  by: bySchema,
  do: z.looseObject({ type: z.string().max(64) }),
  confirmed: z.literal(true).optional(),
  note,
});
const boardStepSchema = z.strictObject({ at, board: z.literal(true), note });

const fileSchema = z.strictObject({
  scenario: z.literal(1),
  title: lineSchema,
  /** What is given, what is made up, what to watch for. */
  notes: paragraphSchema.optional(),
  /** A shipped package's id, or a path beside this file. */
  plan: z.string().min(1).max(1000),
  timeZone: z
    .string()
    .max(100)
    .refine(isTimeZone, { params: { code: 'timeZone' } }),
  steps: z.array(z.unknown()).max(100_000),
});

export type ScenarioStep =
  | { kind: 'do'; at: number; by: { name: string; post: string }; command: { type: string }; confirmed: boolean }
  | { kind: 'board'; at: number };

export type Scenario = {
  title: string;
  notes: string | null;
  plan: string;
  timeZone: string;
  steps: ScenarioStep[];
};

/** `step` is the index of the step, null for the file as a whole. */
export type ScenarioFault = {
  step: number | null;
  path: string;
  code: CommandIssue['code'] | 'neitherDoNorBoard' | 'goesBack' | 'timeZone';
  params?: Record<string, unknown>;
};

export type ParsedScenario = { ok: true; scenario: Scenario } | { ok: false; faults: ScenarioFault[] };

export function parseScenario(raw: unknown): ParsedScenario {
  const parsed = fileSchema.safeParse(raw);
  const faults: ScenarioFault[] = parsed.success ? [] : fileFaults(parsed.error, raw);
  const zone = zoneOf(raw);
  const read = stepsOf(raw).map((step, index) => readStep(step, index, zone));
  faults.push(...read.flatMap((step) => ('faults' in step ? step.faults : [])));
  const steps = read.flatMap((step) => ('step' in step ? [step.step] : []));
  if (steps.length === read.length) faults.push(...goingBack(steps));
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const { title, notes, plan, timeZone } = parsed.data;
  return { ok: true, scenario: { title, notes: notes ?? null, plan, timeZone, steps } };
}

function fileFaults(error: z.ZodError, raw: unknown): ScenarioFault[] {
  return commandIssues(error, raw).map((issue) => {
    const code = issue.path === 'timeZone' && issue.code === 'invalid' ? 'timeZone' : issue.code;
    return { ...issue, code, step: null };
  });
}

function stepsOf(raw: unknown): unknown[] {
  const hasSteps = typeof raw === 'object' && raw !== null && 'steps' in raw && Array.isArray(raw.steps);
  return hasSteps ? (raw as { steps: unknown[] }).steps : [];
}

/** Faults in the steps are found even where the zone is one of the faults. */
function zoneOf(raw: unknown): string {
  const zone = typeof raw === 'object' && raw !== null && 'timeZone' in raw ? raw.timeZone : null;
  return typeof zone === 'string' && isTimeZone(zone) ? zone : 'UTC';
}

type ReadStep = { step: ScenarioStep } | { faults: ScenarioFault[] };

function readStep(raw: unknown, index: number, zone: string): ReadStep {
  const fault = (path: string, code: ScenarioFault['code'], params?: Record<string, unknown>): ScenarioFault => ({
    step: index,
    path: path === '' ? `steps.${index}` : `steps.${index}.${path}`,
    code,
    ...(params !== undefined && { params }),
  });
  const isStep = typeof raw === 'object' && raw !== null;
  if (!isStep || 'do' in raw === 'board' in raw) return { faults: [fault('', 'neitherDoNorBoard')] };
  const parsed = ('do' in raw ? doStepSchema : boardStepSchema).safeParse(raw);
  const faults = parsed.success
    ? []
    : commandIssues(parsed.error, raw).map(({ path, code, params }) => fault(path, code, params));
  const instant = 'at' in raw && typeof raw.at === 'string' ? localInstant(raw.at, zone) : null;
  if (instant === null && 'at' in raw && typeof raw.at === 'string') faults.push(fault('at', 'instant'));
  if (!parsed.success || instant === null) return { faults };
  const step = parsed.data;
  if (!('do' in step)) return { step: { kind: 'board', at: instant } };
  const command = withOffsets(step.do, zone) as { type: string };
  return { step: { kind: 'do', at: instant, by: step.by, command, confirmed: step.confirmed === true } };
}

/** The log is written in order, so its clock cannot run backwards. */
function goingBack(steps: readonly ScenarioStep[]): ScenarioFault[] {
  return steps.flatMap((step, index): ScenarioFault[] => {
    const before = steps[index - 1];
    if (before === undefined || step.at >= before.at) return [];
    return [{ step: index, path: `steps.${index}.at`, code: 'goesBack' }];
  });
}
