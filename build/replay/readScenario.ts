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
  if (!parsed.ok) throw new BadFile(listed(path, parsed.faults.map(faultText)));
  const { scenario } = parsed;
  return { scenario, ...readPlan(scenario.plan, isStdin ? folder : dirname(file)) };
}

function readPlan(named: string, folder: string): { rawPlan: unknown; plan: PlanPackage } {
  for (const rawPlan of builtinPlans) {
    const parsed = parsePlanPackage(rawPlan);
    if (parsed.ok && parsed.plan.id === named) return { rawPlan, plan: parsed.plan };
  }
  const rawPlan = readJson(resolve(folder, named), `plan：${named}`);
  const parsed = parsePlanPackage(rawPlan);
  if (parsed.ok) return { rawPlan, plan: parsed.plan };
  const faults = parsed.faults.map(({ path, reason }) => `${path}: ${reason}`);
  throw new BadFile(listed(`plan：${named}`, faults));
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
