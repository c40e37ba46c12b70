/**
 * 200 made-up warnings as CAP 1.2 against OASIS's own schema. The schema is not ours to ship: it is looked for beside the
 * project, or where CAP_SCHEMA says; without it this says NOT RUN, and cap.test.ts holds the structure.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { capMessages } from '#shared/domain/warning/cap.ts';
import type { WarningState } from '#shared/domain/warning/warning.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';

const BESIDE = fileURLToPath(new URL('../../shared/schemas/CAP-v1.2.xsd', import.meta.url));
const SCHEMA = process.env['CAP_SCHEMA'] ?? BESIDE;
const HOW_MANY = 200;

const parsed = parsePlanPackage(builtinPlans[0]);
if (!parsed.ok || parsed.plan.warnings === undefined) throw new Error('the shipped plan has no warnings');
const { plan } = parsed;
const { warnings } = parsed.plan;

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom('沿线两村', '<两村> & "学校"', ']]>', '水位\n上涨', '\u0000\uFFFE\uD800'),
);
const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') });
const timed = instant.map((at) => ({ at, precision: 'minute' as const }));
const decision = timed.map((at) => ({ post: 'commander', name: '某人', means: 'phone' as const, at }));
const actor = { officerId: 'o', name: '某人', post: 'watchOfficer' };

const version = fc.record({
  title: text,
  level: fc.constantFrom(...warnings.levels.map(({ id }) => id)),
  ruledBy: fc.constant('red'),
  inNameOf: fc.constantFrom(...warnings.authorities.map(({ id }) => id)),
  content: fc.record({
    areas: fc.array(
      text.map((name) => ({ id: null, name })),
      { maxLength: 3 },
    ),
    place: fc.option(text),
    kind: fc.option(fc.constantFrom(...warnings.kinds.map(({ id }) => id))),
    starts: fc.option(timed),
    ends: fc.option(timed),
    impact: fc.option(text),
    cautions: fc.option(text),
    measures: fc.option(text),
    message: fc.option(text),
  }),
  approval: decision,
  ground: fc.constant('rules'),
  issuer: timed.map((at) => ({ post: 'officeDirector', name: '某人', at })),
  reason: fc.option(text),
});

type Made = Pick<WarningState, 'warningId' | 'title' | 'versions' | 'released'>;
const warning: fc.Arbitrary<Made> = fc.record({
  warningId: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,20}$/),
  title: text,
  versions: fc.array(version, { minLength: 1, maxLength: 4 }).map((versions) =>
    versions.map((each, index) => ({
      ...each,
      version: index + 1,
      shown: { planHash: 'h', engineVersion: '1' },
      changed: [],
      isIssue: index === 0,
      entryId: `e${index}`,
      recordedAt: 0,
      actor,
    })),
  ),
  released: fc.option(fc.record({ decision, reason: text, recordedAt: fc.constant(0), entryId: fc.constant('end') })),
});

test(`CAP: ${HOW_MANY} warnings, every message, against the schema`, async () => {
  if (!existsSync(SCHEMA)) {
    console.log('NOT RUN: no CAP-v1.2.xsd beside the project or at CAP_SCHEMA');
    return;
  }
  const made = fc.sample(warning, { numRuns: HOW_MANY, seed: 12 });
  const xml = made
    .flatMap((each, index) => capMessages({ plan, warnings, isDrill: index % 2 === 0 }, each))
    .map(({ xml: contents }, index) => ({ fileName: `m${index}.xml`, contents }));
  const schema = readFileSync(SCHEMA, 'utf8');
  const result = await validateXML({ xml, schema });
  expect(result.errors.map(({ message }) => message)).toEqual([]);
  expect(result.valid).toBe(true);
  // The check itself is one: a message without its sender does not pass.
  const broken = xml[0]?.contents.replace(/<sender>.*<\/sender>\n/, '') ?? '';
  expect((await validateXML({ xml: broken, schema })).valid).toBe(false);
});
