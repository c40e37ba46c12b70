import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, Obligation } from '../assessment.ts';
import type { Fact, IncidentFacts, Instant } from '../facts.ts';
import { jincheng } from '../testing/testIncident.ts';
import { assess, assessLedger, createLedger } from './assess.ts';

const plan = jincheng();
const START = Date.parse('2013-11-22T02:12:00+08:00');
const MINUTE = 60_000;

/** A random life of an incident; several entries often fall on the same instant. */
const incidents = fc
  .array(
    fc.record({
      minute: fc
        .oneof(
          { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
          { weight: 1, arbitrary: fc.integer({ min: 1, max: 225 }) },
        )
        .map((m) => m * 20),
      fact: fc.oneof(
        fc.record({
          kind: fc.constant('figures' as const),
          figure: fc.constantFrom('dead', 'injured', 'missing', 'seriouslyInjured'),
          n: fc.integer({ min: 0, max: 40 }),
        }),
        fc.record({
          kind: fc.constant('grade' as const),
          grade: fc.constantFrom('ordinary', 'serious', 'major', 'extraordinary'),
        }),
        fc.record({
          kind: fc.constant('report' as const),
          reportKind: fc.constantFrom('initial', 'followUp', 'verification', 'final', 'response'),
          form: fc.constantFrom('phone' as const, 'written' as const),
          unit: fc.constantFrom('office', 'office', 'office', 'county', 'operator'),
          recipients: fc.subarray(
            ['city', 'province', 'provincialEnergy', 'safetyCommittee', 'command', 'provincialCommand', 'county'],
            { minLength: 1 },
          ),
          sentBefore: fc.integer({ min: 0, max: 30 }),
          precision: fc.constantFrom('minute' as const, 'second' as const),
        }),
        fc.record({ kind: fc.constant('outage' as const), hoursAgo: fc.integer({ min: 0, max: 30 }) }),
        fc.record({ kind: fc.constant('switch' as const), on: fc.boolean() }),
        fc.record({
          kind: fc.constant('mark' as const),
          value: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
        }),
        fc.record({ kind: fc.constant('level' as const), level: fc.constantFrom('III', 'II', 'I', null) }),
        fc.record({ kind: fc.constant('times' as const), occurredBefore: fc.integer({ min: -20, max: 60 }) }),
        fc.record({ kind: fc.constant('demand' as const) }),
      ),
      struckAfter: fc.option(
        fc.integer({ min: 0, max: 600 }).map((m) => m - (m % 20)),
        { freq: 6, nil: undefined },
      ),
    }),
    { minLength: 6, maxLength: 30, size: 'max' },
  )
  .map((items): IncidentFacts => {
    const facts: Fact[] = [
      {
        entryId: 'open',
        recordedAt: START + 8 * MINUTE,
        kind: 'times',
        occurred: { at: START, precision: 'minute' },
        discovered: null,
        received: { at: START + 8 * MINUTE, precision: 'minute' },
      },
    ];
    for (const [index, { minute, fact, struckAfter }] of items.entries()) {
      const recordedAt = START + minute * MINUTE;
      const base = {
        entryId: `e${index}`,
        recordedAt,
        ...(struckAfter === undefined || fact.kind === 'level'
          ? {}
          : { struck: { at: recordedAt + struckAfter * MINUTE, by: `s${index}` } }),
      };
      const now = { at: recordedAt, precision: 'minute' as const };
      if (fact.kind === 'figures')
        facts.push({
          ...base,
          kind: 'figures',
          observed: now,
          values: { [fact.figure]: { kind: 'exact', n: fact.n } },
        });
      if (fact.kind === 'grade') facts.push({ ...base, kind: 'grade', grade: fact.grade });
      if (fact.kind === 'report') {
        const sent = { at: recordedAt - fact.sentBefore * MINUTE, precision: fact.precision };
        facts.push({
          ...base,
          kind: 'report',
          report: {
            reportId: `r${index}`,
            unit: fact.unit,
            kind: fact.reportKind,
            form: fact.form,
            recipients: fact.recipients,
            sent,
          },
        });
      }
      if (fact.kind === 'outage')
        facts.push({
          ...base,
          kind: 'duration',
          duration: 'outage',
          started: { at: recordedAt - fact.hoursAgo * 60 * MINUTE, precision: 'minute' },
        });
      if (fact.kind === 'switch') facts.push({ ...base, kind: 'switch', switch: 'specialCircumstances', on: fact.on });
      if (fact.kind === 'mark') facts.push({ ...base, kind: 'mark', mark: 'productionSafety', value: fact.value });
      if (fact.kind === 'level') facts.push({ ...base, kind: 'level', level: fact.level, at: now });
      if (fact.kind === 'times')
        facts.push({
          ...base,
          kind: 'times',
          occurred: { at: START - fact.occurredBefore * MINUTE, precision: 'minute' },
        });
      if (fact.kind === 'demand') facts.push({ ...base, kind: 'demand', demandId: `d${index}`, from: 'city', at: now });
    }
    return { incidentId: 'x', openedAt: START + 8 * MINUTE, facts };
  });

const instants = fc.integer({ min: 8, max: 6000 }).map((minute) => START + minute * MINUTE);

/** Seeds are printed by fast-check when a run fails. */
const runs = { numRuns: 400 };

describe('properties of the engine', () => {
  test('[ENGINE-1] entries of one instant may come in any order', () => {
    fc.assert(
      fc.property(
        incidents,
        instants,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (incident, now, random) => {
          const shuffled = incident.facts
            .map((fact) => ({ fact, key: random.next().value as number }))
            .sort((a, b) => a.fact.recordedAt - b.fact.recordedAt || a.key - b.key)
            .map(({ fact }) => fact);
          expect(assess(plan, { ...incident, facts: shuffled }, now)).toEqual(assess(plan, incident, now));
        },
      ),
      runs,
    );
  });

  test('[ENGINE-2] the state at t is the fold of the prefix: later entries do not exist yet', () => {
    fc.assert(
      fc.property(incidents, instants, (incident, now) => {
        const prefix = incident.facts
          .filter((fact) => fact.recordedAt <= now)
          .map((fact) => withoutStrikeAfter(fact, now));
        expect(assess(plan, { ...incident, facts: prefix }, now)).toEqual(assess(plan, incident, now));
      }),
      runs,
    );
  });

  test('[ENGINE-3] the cached ledger answers as the engine does, before and after its last entry', () => {
    fc.assert(
      fc.property(incidents, fc.array(instants, { minLength: 1, maxLength: 4 }), (incident, times) => {
        const ledger = createLedger(plan, incident);
        for (const now of times) expect(assessLedger(ledger, now)).toEqual(assess(plan, incident, now));
      }),
      runs,
    );
  });

  test('[ENGINE-3] a ledger that goes on from an earlier one is the one made anew', () => {
    let wentOn = 0;
    fc.assert(
      fc.property(incidents, fc.nat(), (incident, pick) => {
        const facts = incident.facts.toSorted((a, b) => a.recordedAt - b.recordedAt);
        const cut = facts[pick % facts.length]?.recordedAt ?? 0;
        const known = facts.filter((fact) => fact.recordedAt <= cut).map((fact) => withoutStrikeAfter(fact, cut));
        const earlier = createLedger(plan, { ...incident, facts: known });
        const whole = {
          ...incident,
          facts: facts.map((fact, index) => (fact.struck === known[index]?.struck ? (known[index] ?? fact) : fact)),
        };
        if (earlier.at < (facts.at(-1)?.recordedAt ?? 0)) wentOn += 1;
        const now = START + 6000 * MINUTE;
        expect(assessLedger(createLedger(plan, whole, earlier), now)).toEqual(assess(plan, whole, now));
      }),
      runs,
    );
    expect(wentOn).toBeGreaterThan(runs.numRuns / 2);
  });

  test('[ENGINE-4] keys are unique and stable: a row once seen never disappears, a fulfilled or waived one only with its report', () => {
    fc.assert(
      fc.property(incidents, instants, instants, (incident, a, b) => {
        const [early, later] = a < b ? [a, b] : [b, a];
        const first = assess(plan, incident, early).obligations;
        const second = assess(plan, incident, later).obligations;
        expect(new Set(second.map((row) => row.key)).size).toBe(second.length);
        for (const row of first) {
          const same = second.find((other) => other.key === row.key);
          expect(same, row.key).toBeDefined();
          if (row.state === 'superseded') expect(same?.state).toBe('superseded');
        }
      }),
      runs,
    );
  });

  test('[ENGINE-5] raising a confirmed figure never moves later the earliest instant by which something is owed to anyone', () => {
    const figure = fc.constantFrom('dead', 'seriouslyInjured', 'injured', 'missing', 'trapped');
    fc.assert(
      fc.property(incidents, figure, fc.integer({ min: 0, max: 60 }), (incident, raised, by) => {
        const now = Math.max(...incident.facts.flatMap((fact) => [fact.recordedAt, fact.struck?.at ?? 0])) + MINUTE;
        const before = assess(plan, incident, now);
        const old = before.figures.find((f) => f.figure === raised)?.confirmed ?? 0;
        const fact: Fact = {
          entryId: 'raise',
          recordedAt: now,
          kind: 'figures',
          observed: { at: now, precision: 'second' },
          values: { [raised]: { kind: 'exact', n: old + by } },
        };
        const after = assess(plan, { ...incident, facts: [...incident.facts, fact] }, now);
        for (const unit of plan.units) {
          expect(earliestOwed(after, unit.id)).toBeLessThanOrEqual(earliestOwed(before, unit.id));
        }
      }),
      runs,
    );
  });

  test('[ENGINE-6] between now and nextChangeAt nothing changes but running numbers', () => {
    fc.assert(
      fc.property(incidents, (incident) => {
        const last = Math.max(...incident.facts.flatMap((fact) => [fact.recordedAt, fact.struck?.at ?? 0]));
        const ledger = createLedger(plan, incident);
        let now: Instant = last;
        for (let hops = 0; hops < 30; hops += 1) {
          const result = assessLedger(ledger, now);
          const next = result.nextChangeAt;
          if (next === null) return;
          expect(next).toBeGreaterThan(now);
          expect(still(assessLedger(ledger, next - 1))).toEqual(still(result));
          now = next;
        }
      }),
      { numRuns: 150 },
    );
  });
});

function withoutStrikeAfter(fact: Fact, instant: Instant): Fact {
  if (fact.struck === undefined || fact.struck.at <= instant) return fact;
  const { struck: _later, ...unstruck } = fact;
  return unstruck;
}

function earliestOwed(assessment: Assessment, to: string): number {
  const unmet: Obligation[] = assessment.obligations.filter(
    (row) => row.to === to && ['pending', 'dueSoon', 'overdue', 'immediate'].includes(row.state),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...unmet.map((row) => row.dueAt ?? row.trigger));
}

/** All that may not change by time alone between two transitions. */
function still(assessment: Assessment): unknown {
  return [
    assessment.clockGrade,
    assessment.factsGrade,
    assessment.proposedLevel,
    assessment.obligations.map((row) => [row.key, row.state, row.flags, row.dueAt]),
  ];
}
