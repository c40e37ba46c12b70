/** Test support: an incident told in local wall-clock times, as a scenario would tell it. */
import type { Assessment, Obligation } from '../assessment.ts';
import { assess } from '../engine/assess.ts';
import type { Fact, IncidentFacts, Instant, Precision, Quantity, SentReport, Timed, TriState } from '../facts.ts';
import { builtinPlans } from '../packages/builtin.ts';
import { parsePlanPackage } from '../parsePlan.ts';
import type { PlanPackage } from '../schema.ts';

export function jincheng(): PlanPackage {
  const parsed = parsePlanPackage(builtinPlans[0]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.plan;
}

/** `22 02:12`, `22 02:12:30` or `02:12` (the 22nd) of November 2013, Asia/Shanghai; months as `12-03 08:00`. */
export function at(text: string): Instant {
  const match = /^(?:(?:(\d{2})-)?(\d{2}) )?(\d{2}:\d{2})(:\d{2}(?:\.\d{3})?)?$/.exec(text);
  if (!match) throw new Error(`not a test time: ${text}`);
  return Date.parse(`2013-${match[1] ?? '11'}-${match[2] ?? '22'}T${match[3]}${match[4] ?? ':00'}+08:00`);
}

const timed = (text: string, precision: Precision = text.split(':').length > 2 ? 'second' : 'minute'): Timed => ({
  at: at(text),
  precision,
});

const quantityOf = (value: number | Quantity): Quantity =>
  typeof value === 'number' ? { kind: 'exact', n: value } : value;
type Values = Readonly<Record<string, number | Quantity>>;

export class TestIncident {
  readonly facts: Fact[] = [];
  readonly plan: PlanPackage;
  #count = 0;

  constructor(
    plan: PlanPackage,
    opening: { received?: string; occurred?: string | null; discovered?: string; recorded?: string } = {},
  ) {
    this.plan = plan;
    const received = opening.received ?? '03:10';
    const occurred = opening.occurred === undefined ? '02:12' : opening.occurred;
    this.facts.push({
      ...this.#entry(opening.recorded ?? received, 'open'),
      kind: 'times',
      occurred: occurred === null ? null : timed(occurred),
      discovered: opening.discovered === undefined ? null : timed(opening.discovered),
      received: timed(received),
    });
  }

  get incident(): IncidentFacts {
    return { incidentId: 'qd', openedAt: this.facts[0]?.recordedAt ?? 0, facts: this.facts };
  }

  #entry(recorded: string, id?: string): { entryId: string; recordedAt: Instant } {
    this.#count += 1;
    return { entryId: id ?? `e${this.#count}`, recordedAt: at(recorded) };
  }

  figures(recorded: string, values: Values, options: { observed?: string; id?: string } = {}): this {
    const quantities = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, quantityOf(value)]));
    this.facts.push({
      ...this.#entry(recorded, options.id),
      kind: 'figures',
      observed: timed(options.observed ?? recorded),
      values: quantities,
    });
    return this;
  }

  conditions(recorded: string, values: Readonly<Record<string, TriState>>): this {
    this.facts.push({ ...this.#entry(recorded), kind: 'conditions', values });
    return this;
  }

  outage(recorded: string, started: string, ended?: string, forecastHours?: number): this {
    this.facts.push({
      ...this.#entry(recorded),
      kind: 'duration',
      duration: 'outage',
      started: timed(started),
      ...(ended === undefined ? {} : { ended: timed(ended) }),
      ...(forecastHours === undefined ? {} : { forecastHours }),
    });
    return this;
  }

  determine(recorded: string, grade: string, id?: string): this {
    this.facts.push({ ...this.#entry(recorded, id), kind: 'grade', grade });
    return this;
  }

  report(recorded: string, report: Partial<SentReport> & { sent?: Timed; id?: string } = {}): this {
    const { id, ...rest } = report;
    this.facts.push({
      ...this.#entry(recorded),
      kind: 'report',
      report: {
        reportId: id ?? `r${this.#count}`,
        unit: 'office',
        kind: 'initial',
        form: 'phone',
        recipients: ['city'],
        sent: timed(recorded),
        ...rest,
      },
    });
    return this;
  }

  demand(recorded: string, demandId: string, demanded: string = recorded): this {
    this.facts.push({ ...this.#entry(recorded), kind: 'demand', demandId, from: 'city', at: timed(demanded) });
    return this;
  }

  mark(recorded: string, mark: string, value: TriState): this {
    this.facts.push({ ...this.#entry(recorded), kind: 'mark', mark, value });
    return this;
  }

  setSwitch(recorded: string, name: string, on: boolean): this {
    this.facts.push({ ...this.#entry(recorded), kind: 'switch', switch: name, on });
    return this;
  }

  waive(recorded: string, rule: string): this {
    this.facts.push({ ...this.#entry(recorded), kind: 'waiver', rule });
    return this;
  }

  /** `order`: its place in the log, where several stand at one instant. */
  level(recorded: string, level: string | null, order?: number): this {
    const fact = { kind: 'level', level, at: timed(recorded), ...(order !== undefined && { order }) } as const;
    this.facts.push({ ...this.#entry(recorded), ...fact });
    return this;
  }

  times(recorded: string, times: { occurred?: string | null; received?: string }): this {
    this.facts.push({
      ...this.#entry(recorded),
      kind: 'times',
      ...(times.occurred === undefined ? {} : { occurred: times.occurred === null ? null : timed(times.occurred) }),
      ...(times.received === undefined ? {} : { received: timed(times.received) }),
    });
    return this;
  }

  close(recorded: string, outcome: 'handled' | 'falseAlarm' | 'merged' = 'handled'): this {
    this.facts.push({ ...this.#entry(recorded), kind: 'closed', outcome, at: timed(recorded) });
    return this;
  }

  /** Strikes the entry with this id. */
  strike(recorded: string, entryId: string): this {
    const strike = this.#entry(recorded);
    for (const [index, fact] of this.facts.entries()) {
      if (fact.entryId === entryId)
        this.facts[index] = { ...fact, struck: { at: strike.recordedAt, by: strike.entryId } };
    }
    return this;
  }

  at(now: string): Assessment {
    return assess(this.plan, this.incident, at(now));
  }

  /** Rows of one rule, e.g. `['R6', 'city']`, at an instant. */
  rows(now: string, rule: string, to?: string): Obligation[] {
    return this.at(now).obligations.filter((row) => row.rule === rule && (to === undefined || row.to === to));
  }

  /** The only row of a rule. */
  row(now: string, rule: string, to?: string): Obligation {
    const rows = this.rows(now, rule, to);
    if (rows.length !== 1)
      throw new Error(`${rows.length} rows of ${rule} at ${now}: ${rows.map((r) => `${r.key} ${r.state}`).join(', ')}`);
    return rows[0] as Obligation;
  }

  states(now: string, rule: string, to?: string): string[] {
    return this.rows(now, rule, to).map((row) => row.state);
  }
}

export const phone = { form: 'phone' } as const;
export const written = { form: 'written' } as const;
