/** Test support: a scenario's printed lines, found by local time; expectations are written by hand. */
import { fileURLToPath } from 'node:url';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import { parseScenario } from '#shared/scenario/scenarioFile.ts';
import { readScenario } from './readScenario.ts';
import { runScenario } from './runScenario.ts';

export type PrintedRow = Record<string, unknown> & { key: string; rule: string; to: string | null; state: string };
export type PrintedIncident = Record<string, unknown> & { key: string; obligations: PrintedRow[] };
export type PrintedLine = {
  at: string;
  type?: string;
  ok?: boolean;
  ids?: Record<string, unknown>;
  error?: { code: string; clause: string | null; message: string };
  incidents?: PrintedIncident[];
  warnings?: Record<string, unknown>[];
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A shipped scenario. */
export function play(name: string): PrintedLine[] {
  const { scenario, rawPlan, plan } = readScenario(`scenarios/${name}.json`, ROOT);
  return [...runScenario(scenario, rawPlan, plan)] as PrintedLine[];
}

/** Steps told in the test itself, Asia/Shanghai. */
export function playSteps(steps: readonly unknown[]): PrintedLine[] {
  const rawPlan = builtinPlans[0];
  const parsedPlan = parsePlanPackage(rawPlan);
  const parsed = parseScenario({
    scenario: 1,
    title: 't',
    plan: 'jincheng-pipeline-2026',
    timeZone: 'Asia/Shanghai',
    steps,
  });
  if (!parsed.ok || !parsedPlan.ok) throw new Error(JSON.stringify(parsed));
  return [...runScenario(parsed.scenario, rawPlan, parsedPlan.plan)] as PrintedLine[];
}

/** The only incident on the board printed at a local time, e.g. `2013-11-22T03:10`. */
export function incidentAt(lines: readonly PrintedLine[], local: string): PrintedIncident {
  const board = lines.find((line) => line.incidents !== undefined && line.at === utc(local));
  const [incident, ...more] = board?.incidents ?? [];
  if (incident === undefined || more.length > 0) throw new Error(`no single incident at ${local}`);
  return incident;
}

/** Rows of one rule, optionally to one recipient, in printed order. */
export const rowsOf = (incident: PrintedIncident, rule: string, to?: string): PrintedRow[] =>
  incident.obligations.filter((row) => row.rule === rule && (to === undefined || row.to === to));

export const onlyRow = (incident: PrintedIncident, rule: string, to?: string): PrintedRow => {
  const [row, ...more] = rowsOf(incident, rule, to);
  if (row === undefined || more.length > 0) throw new Error(`${more.length + 1} rows of ${rule}`);
  return row;
};

/** A local time (Asia/Shanghai) as it is printed. */
export const utc = (local: string): string => new Date(`${local}+08:00`).toISOString();
export const minutes = (n: number): number => n * 60;
export const UNMET = ['pending', 'dueSoon', 'overdue', 'immediate', 'open'];
