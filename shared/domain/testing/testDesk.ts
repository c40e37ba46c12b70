/** Test support: a desk without a database. Commands go through the boundary, the decision and the fold, as they will. */
import { assess } from '#shared/plan/engine/assess.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { alarmStreamOf } from '../alarm/about.ts';
import type { AlarmState } from '../alarm/alarm.ts';
import type { CallState } from '../call/call.ts';
import { type CommandInput, commandSchema } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import type { DeskState } from '../desk/desk.ts';
import type { DirectoryState } from '../directory/directory.ts';
import type { IncidentState } from '../incident/incident.ts';
import { viewIncidentFile } from '../incident/view.ts';
import type { Actor, RecordedEvent } from '../recorded.ts';
import { viewResponse } from '../response/view.ts';
import { eventSchemas, evolve, initialState, type StreamState } from '../streams.ts';
import type { ClueState } from '../warning/clue.ts';
import { viewWarning } from '../warning/view.ts';
import type { WarningState } from '../warning/warning.ts';

export function jincheng(): PlanPackage {
  const parsed = parsePlanPackage(builtinPlans[0]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.plan;
}

export const PIN = { id: 'jincheng-pipeline-2026', version: '1', hash: 'sha256:test' };
export const ACTOR = { officerId: 'o1', name: '值班员', post: 'watchOfficer' };

/** `02:12` or `23 02:12:30` (the 22nd otherwise) of November 2013, Asia/Shanghai. */
export function at(text: string): number {
  const match = /^(?:(\d{2}) )?(\d{2}:\d{2})(:\d{2})?$/.exec(text);
  if (match === null) throw new Error(`not a test time: ${text}`);
  return Date.parse(`2013-11-${match[1] ?? '22'}T${match[2]}${match[3] ?? ':00'}+08:00`);
}

export const iso = (text: string): string => new Date(at(text)).toISOString();
/** Known to the minute. */
export const minute = (text: string): string => iso(text).replace(':00.000Z', 'Z');

export class TestDesk {
  readonly plan: PlanPackage;
  readonly log: RecordedEvent[] = [];
  /** Who gives the commands. */
  actor: Actor = ACTOR;
  #now = at('03:10');
  #states = new Map<string, StreamState>();

  constructor(plan: PlanPackage = jincheng()) {
    this.plan = plan;
    this.do({ type: 'AddOfficer', ...ACTOR });
    this.do({ type: 'SetUpDesk', planId: PIN.id });
  }

  at(time: string): this {
    this.#now = at(time);
    return this;
  }

  set now(instant: number) {
    this.#now = instant;
  }

  /** What would be decided; nothing is recorded. */
  ask(input: CommandInput): Decision {
    return decide(commandSchema.parse(input), this.context);
  }

  /** Records it; fails the test unless it is accepted, or asked back and confirmed. */
  do(input: CommandInput, answer: 'accepted' | 'confirmed' = 'accepted'): this {
    const decision = this.ask(input);
    const wanted = answer === 'confirmed' ? 'confirm' : 'accepted';
    if (decision.kind !== wanted) throw new Error(`${input.type}: ${JSON.stringify(decision)}`);
    for (const event of decision.events) {
      const schema = eventSchemas[event.type];
      if (schema === undefined) throw new Error(`no schema for ${event.type}`);
      const payload: unknown = JSON.parse(JSON.stringify(schema.schema.parse(event.payload)));
      const position = this.log.length + 1;
      const entryId = event.entryId ?? `e${position}`;
      const recorded = { ...event, payload, entryId, recordedAt: this.#now, actor: this.actor, position };
      this.log.push(recorded);
      this.#states.set(event.stream, evolve(this.#state(event.stream), recorded));
    }
    return this;
  }

  get context(): DecisionContext {
    return {
      now: this.#now,
      actor: this.actor,
      engineVersion: 'test',
      keptFile: () => 'whole',
      logHead: { chainId: 'test', position: this.log.length, hash: 'feed'.repeat(16) },
      desk: this.#state('desk') as DeskState,
      plan: (planId) => (planId === PIN.id ? { plan: this.plan, pin: PIN } : null),
      incident: (incidentId) => this.#found<IncidentState>(`incident/${incidentId}`),
      call: (callId) => this.#found<CallState>(`call/${callId}`),
      clue: (clueId) => this.#found<ClueState>(`clue/${clueId}`),
      warning: (warningId) => this.#found<WarningState>(`warning/${warningId}`),
      alarms: (about) => this.#state(alarmStreamOf(about)) as AlarmState,
      directory: () => this.#state('directory') as DirectoryState,
    };
  }

  state(incidentId = 'i1'): IncidentState {
    return this.#state(`incident/${incidentId}`) as IncidentState;
  }

  warning(warningId = 'w1', time?: string) {
    const state = this.context.warning(warningId);
    if (state === null) throw new Error(`no warning ${warningId}`);
    return viewWarning(this.plan, state, time === undefined ? this.#now : at(time));
  }

  file(incidentId = 'i1', time?: string) {
    return viewIncidentFile(this.plan, this.state(incidentId), time === undefined ? this.#now : at(time));
  }

  /** As known at an instant. */
  view(instant: number, incidentId = 'i1') {
    return viewIncidentFile(this.plan, this.state(incidentId), instant);
  }

  response(incidentId = 'i1', time?: string) {
    return viewResponse(this.plan, this.state(incidentId), time === undefined ? this.#now : at(time));
  }

  assessment(incidentId = 'i1') {
    return assess(this.plan, this.state(incidentId), this.#now);
  }

  obligation(rule: string, to: string | null = 'city', incidentId = 'i1') {
    const found = this.assessment(incidentId).obligations.filter((row) => row.rule === rule && row.to === to);
    const last = found.at(-1);
    if (last === undefined) throw new Error(`no ${rule} to ${to}`);
    return last;
  }

  lastPayload(): unknown {
    const entry = this.log.at(-1);
    if (entry === undefined) throw new Error('nothing recorded');
    return entry.payload;
  }

  lastEntryId(type: string): string {
    const entry = this.log.findLast((event) => event.type === type);
    if (entry === undefined) throw new Error(`no ${type}`);
    return entry.entryId;
  }

  #state(stream: string): StreamState {
    return this.#states.get(stream) ?? initialState(stream);
  }

  #found<T>(stream: string): T | null {
    const state = this.#state(stream);
    return state.kind === 'empty' ? null : (state as T);
  }
}

type TakeCall = Extract<CommandInput, { type: 'TakeCall' }>;

/** A leak at 02:12, reported at 03:10. */
export function call(overrides: Partial<TakeCall> = {}): TakeCall {
  return {
    type: 'TakeCall',
    callId: 'c1',
    receivedAt: minute('03:10'),
    occurredAt: minute('02:12'),
    conditions: { leak: 'yes' },
    disposition: { kind: 'open', incidentId: 'i1' },
    ...overrides,
  };
}

export const openedDesk = (overrides: Partial<TakeCall> = {}): TestDesk => new TestDesk().do(call(overrides));

/** The refusal's code with its parameters. */
export function refusal(decision: Decision) {
  if (decision.kind !== 'rejected') throw new Error(`not refused: ${JSON.stringify(decision)}`);
  return decision.error;
}

export function questions(decision: Decision): string[] {
  if (decision.kind === 'rejected') throw new Error(`refused: ${JSON.stringify(decision.error)}`);
  return decision.kind === 'accepted' ? [] : decision.questions.map(({ code }) => code);
}
