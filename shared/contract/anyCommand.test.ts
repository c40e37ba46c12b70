/** No command, however odd, breaks the desk: it is refused at the boundary, refused with a reason, asked back, or done. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { type CommandInput, commandSchema } from '#shared/domain/commands.ts';
import { minute, TestDesk } from '#shared/domain/testing/testDesk.ts';
import { confirmText, errorText } from './errorText.ts';

const decision = (post: string) => ({ post, name: '某人', means: 'phone' });
const ID = ['i1', 'i2', 'c1', 'c2', 'r1', 'd1', 'w1', 'a1', 'e3', 'e5', 'constructor', 'by-1'];
const TIME = [minute('02:12'), minute('03:09'), minute('03:30'), { at: minute('02:00'), precision: 'about' }];
const PEOPLE = [
  { personId: 'p1', name: '甲' },
  { personId: 'p2', name: '甲', phone: '1', unit: 'police' },
];
const TRI = ['yes', 'no', 'unknown'];

/** Values that fit a field of this name somewhere, good and bad. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  incidentId: ['i1', 'i1', 'i2', 'i9'],
  into: ['i1', 'i2'],
  disposition: [
    { kind: 'open', incidentId: 'i2' },
    { kind: 'join', incidentId: 'i1' },
    { kind: 'falseAlarm', reason: 'x' },
    { kind: 'duplicate', ofCallId: 'c1' },
  ],
  figures: [
    { dead: 3 },
    { dead: '12+', atRisk: 2 },
    { injured: 'unknown', seriouslyInjured: 70 },
    { missing: 1.5 },
    {},
    { ghosts: 1 },
  ],
  conditions: [
    { leak: 'yes', fire: 'yes' },
    { facilityDamaged: 'no' },
    { siteControlled: true },
    { siteControlled: true, environmentMeetsStandards: true, secondaryHazardsRemoved: true },
  ],
  durations: [{ outage: { startedAt: minute('02:25') } }, { outage: { startedAt: null, forecastHours: 80 } }],
  duration: ['outage', 'siege'],
  marks: [{ productionSafety: 'no' }],
  mark: ['productionSafety'],
  details: [{ place: '某地', object: 'cityGas' }, { object: '长输管道', trend: null }, { object: 'x' }],
  switch: ['specialCircumstances', 'countTrappedAsDead'],
  on: [true, false],
  value: TRI,
  grade: ['ordinary', 'serious', 'major', 'extraordinary', 'undetermined'],
  level: ['III', 'II', 'I'],
  decision: ['commander', 'deputyCommander', 'officeDirector', 'mayor'].map(decision),
  approval: ['commander', 'watchOfficer'].map(decision),
  unit: ['office', 'county', 'operator', 'command'],
  kind: ['initial', 'followUp', 'final', 'verification', 'response'],
  form: ['phone', 'written'],
  recipients: [
    ['city'],
    ['city', 'safetyCommittee', 'provincialEnergy'],
    ['province'],
    ['county'],
    ['command'],
    ['provincialCommand'],
    [],
  ],
  from: ['city', 'province'],
  rule: ['R2', 'R8', 'R99'],
  strikes: ['e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'constructor'],
  outcome: ['handled', 'falseAlarm'],
  duty: ['watch', 'lead'],
  occurredAt: [minute('02:12'), minute('04:00'), null],
  planId: ['jincheng-pipeline-2026', 'none'],
  readBack: [true],
  forecastHours: [0, 72, null],
  expectedHours: [24],
  to: ['provincialCommand', 'province', { group: 'rescue' }, { unit: 'police' }, { other: '某队' }],
  for: [{ act: 'start', level: 'I' }, { act: 'adjust', level: 'II' }, { act: 'terminate' }, { act: 'approve' }],
  means: ['phone', 'inPerson'],
  groups: [['rescue'], ['rescue', 'medical'], ['choir']],
  groupId: ['rescue', 'rescue', 'medical', 'air'],
  lead: ['police', { other: '某队' }, 'nobody'],
  deputies: [[], ['health']],
  members: [[], ['health', { other: '某队' }]],
  head: PEOPLE,
  leader: PEOPLE,
  person: [...PEOPLE, '某某'],
  personId: ['p1', 'p2'],
  people: [12],
  item: ['fo-level', 'm3-team', 'm2-groups', 'lk-valve', 'aw-site', 'tea'],
  state: [
    'inPlace',
    'withdrawn',
    { kind: 'done' },
    { kind: 'notApplicable', reason: 'x' },
    { kind: 'assigned', taskId: 't2', to: { group: 'rescue' } },
    { kind: 'reopened' },
  ],
  source: ['来电', { kind: 'measure', item: 'lk-valve' }, { kind: 'order', instructionId: 'n1' }, { kind: 'request' }],
  taskId: ['t1', 't2'],
  of: ['e3', 'e4', 'e5', 'e6', 'e7'],
  answer: ['granted', 'partly'],
  against: [null, 'e5', undefined, undefined],
  content: [{ title: '首报', elements: [], body: '' }],
  minutes: [[3, 8], [8, 3], [5], null],
  subject: [{ incidentId: 'i1' }, { incidentId: 'i1' }, { warningId: 'w1' }, { incidentId: 'i9' }],
  stepId: ['c3-commander', 'c2-county', 'c1-police', 'more'],
  runId: [undefined, 'e5'],
  called: [{ post: 'commander' }, { party: 'police' }, { other: '某村', phone: '110' }, { party: 'x' }],
  result: ['answered', 'noAnswer', 'busy', '已办'],
  number: ['110', '某号'],
  wave: [1, 3],
  stages: [[{ key: 'k', stage: 'due', stageAt: 5 }]],
};

function valuesFor(field: string): readonly unknown[] {
  if (VALUES[field] !== undefined) return VALUES[field];
  if (field.endsWith('At')) return TIME;
  return field.endsWith('Id') ? ID : ['某某', 'watchOfficer', '乙'];
}

const anyCommand = fc.constantFrom(...commandSchema.options).chain((option) => {
  const { type, ...shape } = option.shape;
  const fields = Object.entries(shape).map(([field, schema]) => {
    const value = fc.constantFrom(...valuesFor(field));
    const mayBeLeftOut = (schema as z.ZodType).safeParse(undefined).success;
    return [field, mayBeLeftOut ? fc.option(value, { nil: undefined }) : value];
  });
  return fc
    .record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>)
    .map((given) => ({ type: type.value, ...given }));
});

test('in any order, from any state, and every answer has words', () => {
  const seen = { done: 0, asked: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(anyCommand, { minLength: 5, maxLength: 40 }), (commands) => {
      const desk = new TestDesk();
      const first = {
        type: 'TakeCall',
        callId: 'c0',
        receivedAt: minute('03:10'),
        disposition: { kind: 'open', incidentId: 'i1' },
      };
      for (const [index, given] of [first, ...commands].entries()) {
        desk.at(
          `${String(3 + Math.floor((10 + index) / 60)).padStart(2, '0')}:${String((10 + index) % 60).padStart(2, '0')}`,
        );
        if (!commandSchema.safeParse(given).success) continue;
        const command = given as CommandInput;
        const answer = desk.ask(command);
        if (answer.kind === 'rejected') {
          seen.refused += 1;
          expect(errorText(answer.error, desk.plan)).not.toMatch(/undefined|NaN|\[object/);
          continue;
        }
        if (answer.kind === 'confirm') {
          seen.asked += 1;
          for (const question of answer.questions) {
            expect(confirmText(question, desk.plan)).not.toMatch(/undefined|NaN|\[object/);
          }
        } else seen.done += 1;
        // Each test desk has ids of its own, as the database has: an entry id once used is refused there.
        if ('entryId' in command && desk.log.some(({ entryId }) => entryId === command.entryId)) continue;
        desk.do(command, answer.kind === 'confirm' ? 'confirmed' : 'accepted');
      }
      const keys = desk.assessment().obligations.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(desk.file().entries.length).toBe(desk.state().entries.length);
    }),
    // So many that each kind of answer is met often, however the commands grow in number.
    { numRuns: 1000 },
  );
  // Otherwise this test would say nothing.
  expect(Math.min(seen.done, seen.asked, seen.refused)).toBeGreaterThan(50);
});
