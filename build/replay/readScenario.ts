/** From a path to a scenario that can be played, or every reason why not: nothing runs on half a file. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { repeatedKeys } from '#shared/scenario/jsonKeys.ts';
import { parseScenario, type Scenario } from '#shared/scenario/scenarioFile.ts';
import { faultText } from './faultText.ts';

/** Told on stderr as it is. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}

export type ReadScenario = { scenario: Scenario; rawPlan: unknown; plan: PlanPackage };

/** `path` as the user wrote it, from the folder the user stood in; `-` is standard input. */
export function readScenario(path: string, folder: string): ReadScenario {
  const isStdin = path === '-';
  const file = resolve(folder, path);
  const raw = readJson(isStdin ? 0 : file, isStdin ? '(stdin)' : path);
  const parsed = parseScenario(raw);
  const plan = planOf(raw, isStdin ? folder : dirname(file));
  if (parsed.ok && plan.ok) return { scenario: parsed.scenario, ...plan };
  const faults = parsed.ok ? [] : parsed.faults.map(faultText);
  throw new BadFile(listed(path, plan.ok ? faults : [...faults, ...plan.faults]));
}

type ReadPlan = { ok: true; rawPlan: unknown; plan: PlanPackage } | { ok: false; faults: string[] };

/** Read whatever else is wrong with the file, so that all faults are told at once. */
function planOf(raw: unknown, folder: string): ReadPlan {
  const named = typeof raw === 'object' && raw !== null && 'plan' in raw ? raw.plan : null;
  // Missing or no text: the scenario's own faults say so.
  if (typeof named !== 'string' || named === '') return { ok: false, faults: [] };
  for (const rawPlan of builtinPlans) {
    const parsed = parsePlanPackage(rawPlan);
    if (parsed.ok && parsed.plan.id === named) return { ok: true, rawPlan, plan: parsed.plan };
  }
  try {
    const rawPlan = readJson(resolve(folder, named), `plan：${named}`);
    const parsed = parsePlanPackage(rawPlan);
    if (parsed.ok) return { ok: true, rawPlan, plan: parsed.plan };
    return { ok: false, faults: parsed.faults.map(({ path, reason }) => `plan：${named}：${path}：${reason}`) };
  } catch (error) {
    if (error instanceof BadFile) return { ok: false, faults: [error.message] };
    throw error;
  }
}

function readJson(from: string | number, name: string): unknown {
  const text = readText(from, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadFile(`${name}：不是有效的 JSON（${(error as Error).message}）`);
  }
  const repeated = repeatedKeys(text).map((path) => `${path}：同一个键出现了两次`);
  if (repeated.length > 0) throw new BadFile(listed(name, repeated));
  return value;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹，不是文件',
  EACCES: '没有读取权限',
};

function readText(from: string | number, name: string): string {
  try {
    const bytes = readFileSync(from);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new BadFile(`${name}：不是 UTF-8 文本`);
    throw new BadFile(`${name}：${REASONS[code ?? ''] ?? `无法读取（${code ?? String(error)}）`}`);
  }
}

const listed = (name: string, faults: readonly string[]): string =>
  [`${name}：${faults.length} 处错误`, ...faults.map((fault) => `  ${fault}`)].join('\n');
