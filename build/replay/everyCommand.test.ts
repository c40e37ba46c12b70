// The file a stranger learns from: docs/examples/every-command.json shows each command, and each is accepted.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import { commandsJsonSchema } from './commandsSchema.ts';
import { readScenario } from './readScenario.ts';
import { runScenario } from './runScenario.ts';

const EXAMPLE = fileURLToPath(new URL('../../docs/examples/every-command.json', import.meta.url));
const GUIDE = readFileSync(new URL('../../docs/SCENARIOS.md', import.meta.url), 'utf8');

/** Not for a scenario: done by the replay itself, or said by the program alone of its own check and export. */
const NOT_SHOWN = ['SetUpDesk', 'RecordSelfCheck', 'RecordExport', 'RecordPin', 'RecordHandover', 'ClaimCall'];

type Line = { type?: string; ok?: boolean; error?: { message: string } };

test('scenarios: every example is accepted, and no command of the house is without one', () => {
  const { scenario, rawPlan, plan } = readScenario(EXAMPLE, '/');
  const lines = [...runScenario(scenario, rawPlan, plan)] as Line[];
  expect(lines.filter(({ ok, type }) => type !== undefined && ok !== true)).toEqual([]);
  const shown = new Set(lines.flatMap(({ type }) => type ?? []));
  const known = Object.keys(commandsJsonSchema()).filter((type) => !NOT_SHOWN.includes(type));
  expect([...shown].toSorted()).toEqual(known.toSorted());
});

test('scenarios: the guide names every id of the shipped plan that a file needs', () => {
  const parsed = parsePlanPackage(builtinPlans[0]);
  if (!parsed.ok) throw new Error('the shipped plan is not whole');
  const { plan } = parsed;
  const { units, posts, figures, grades, levels, conditions, durations, marks } = plan;
  const { switches, details, areas, reportKinds, reportingRules } = plan;
  const things = [units, posts, figures, grades, levels, conditions, durations, marks, switches].flat();
  const ids = [...things, ...details, ...areas, ...reportKinds, ...reportingRules].map(({ id }) => id);
  const missing = ids.filter((id) => !GUIDE.includes(`\`${id}\``));
  expect(missing).toEqual([]);
});
