/**
 * A desk in the page's memory: the real decisions, folds and views without a file beneath. For developing screens and
 * for their tests; what it shows is what the real desk would show of the same commands.
 */
import type { ExecuteReply, ExecuteRequest, Query, QueryReply } from '#shared/contract/deskApi.ts';
import type { AlarmRow, BoardRow, CallRow, DeskKind, DeskRow, DutyRow, LogRow } from '#shared/contract/rows.ts';
import { alarmStreamOf } from '#shared/domain/alarm/about.ts';
import { type AlarmState, isOpen } from '#shared/domain/alarm/alarm.ts';
import { rankIncidents } from '#shared/domain/board.ts';
import type { CallState } from '#shared/domain/call/call.ts';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import { type Calls, incidentCalls, warningCalls } from '#shared/domain/callTree/runs.ts';
import { viewCallTree, viewCallTreeRow } from '#shared/domain/callTree/view.ts';
import { commandIssues } from '#shared/domain/commandIssues.ts';
import { type CommandInput, commandSchema } from '#shared/domain/commands.ts';
import { decide } from '#shared/domain/decide.ts';
import { attentionAt, withAttention } from '#shared/domain/desk/attention.ts';
import type { DeskState } from '#shared/domain/desk/desk.ts';
import type { DirectoryState } from '#shared/domain/directory/directory.ts';
import type { DeskError } from '#shared/domain/errors.ts';
import { handoverSections } from '#shared/domain/handover/sections.ts';
import type { IncidentState } from '#shared/domain/incident/incident.ts';
import { documentsOf, logRow, viewIncidentAfter, viewIncidentRow } from '#shared/domain/incident/view.ts';
import { viewPeople } from '#shared/domain/people/view.ts';
import { type Actor, type RecordedEvent, SYSTEM_ACTOR } from '#shared/domain/recorded.ts';
import { nextReminderChange, rankReminders, remindersOf } from '#shared/domain/response/reminders.ts';
import { viewResponse } from '#shared/domain/response/view.ts';
import { viewDutyToday, viewRoster } from '#shared/domain/roster/view.ts';
import { buildStatistics, countedRows, type Source } from '#shared/domain/statistics/statistics.ts';
import type { WarningSource } from '#shared/domain/statistics/warnings.ts';
import { DIRECTORY_STREAM, evolve, initialState, type StreamState } from '#shared/domain/streams.ts';
import { rankWarnings, viewClue, viewWarning, viewWarningRow } from '#shared/domain/warning/view.ts';
import { isEnded } from '#shared/domain/warning/warning.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { queryDirectory } from './fakeDirectory.ts';
import { fakeSearch } from './fakeSearch.ts';

const PLAN_HASH = '0123456789abcdef';
const BACKUP_AGE_MS = 17 * 60_000;
const DAY_MS = 86_400_000;

export type FakeDeskOptions = {
  deskId: string;
  kind: DeskKind;
  title: string | null;
  plan: PlanPackage;
  now: () => number;
};

type Streams = Map<string, StreamState>;

export type FakeDesk = ReturnType<typeof createFakeDesk>;

export function createFakeDesk({ deskId, kind, title, plan: shipped, now }: FakeDeskOptions) {
  const log: RecordedEvent[] = [];
  const streams: Streams = new Map();
  const answered = new Map<string, ExecuteReply>();
  let readOnly = false;

  const stateIn = <S extends StreamState>(all: Streams, stream: string) =>
    (all.get(stream) ?? initialState(stream)) as S;
  const incidentIn = (all: Streams, incidentId: string): IncidentState | null => {
    const state = all.get(`incident/${incidentId}`);
    return state?.kind === 'incident' ? state : null;
  };
  const callIn = (all: Streams, callId: string): CallState | null => {
    const state = all.get(`call/${callId}`);
    return state?.kind === 'call' ? state : null;
  };
  const foundIn = <K extends 'clue' | 'warning'>(all: Streams, kind: K, id: string) => {
    const state = all.get(`${kind}/${id}`);
    return state?.kind === kind ? (state as Extract<StreamState, { kind: K }>) : null;
  };
  const fold = (all: Streams, event: RecordedEvent) => all.set(event.stream, evolve(stateIn(all, event.stream), event));
  const streamsAt = (at: number | undefined): Streams => {
    if (at === undefined) return streams;
    const past: Streams = new Map();
    for (const event of log) if (event.recordedAt <= at) fold(past, event);
    return past;
  };

  const planIn = (all: Streams, at: number): PlanPackage =>
    withAttention(shipped, attentionAt(stateIn<DeskState>(all, 'desk').attention, at)?.minutes ?? null);

  function actorOf(officerId: string, command: CommandInput): Actor {
    const { officers } = stateIn<DeskState>(streams, 'desk');
    const known = officers.find((officer) => officer.officerId === officerId);
    if (known) return known;
    return command.type === 'AddOfficer'
      ? { officerId: command.officerId, name: command.name, post: command.post }
      : SYSTEM_ACTOR;
  }

  function record(command: CommandInput, actor: Actor, commandId: string, confirmed: boolean): ExecuteReply {
    const parsed = commandSchema.safeParse(command);
    if (!parsed.success) {
      return refuse({ code: 'invalidCommand', params: { issues: commandIssues(parsed.error, command) } });
    }
    const plan = planIn(streams, now());
    const pinned = { plan, pin: { id: plan.id, version: plan.version, hash: PLAN_HASH } };
    const decision = decide(parsed.data, {
      now: now(),
      actor,
      engineVersion: ENGINE_VERSION,
      keptFile: () => 'whole',
      logHead: { chainId: 'fake', position: log.length, hash: '0'.repeat(64) },
      desk: stateIn<DeskState>(streams, 'desk'),
      plan: (planId) => (planId === plan.id ? pinned : null),
      incident: (incidentId) => incidentIn(streams, incidentId),
      call: (callId) => callIn(streams, callId),
      clue: (clueId) => foundIn(streams, 'clue', clueId),
      warning: (warningId) => foundIn(streams, 'warning', warningId),
      alarms: (about) => stateIn<AlarmState>(streams, alarmStreamOf(about)),
      directory: () => stateIn<DirectoryState>(streams, DIRECTORY_STREAM),
    });
    if (decision.kind === 'rejected') return refuse(decision.error);
    if (decision.kind === 'confirm' && !confirmed) {
      return { ok: false, confirm: { questions: decision.questions, token: `yes-${commandId}` } };
    }
    const events = decision.events.map(
      (event, index): RecordedEvent => ({
        ...event,
        entryId: event.entryId ?? `e-${log.length + index + 1}`,
        recordedAt: now(),
        actor,
        position: log.length + index + 1,
      }),
    );
    for (const event of events) {
      log.push(event);
      fold(streams, event);
    }
    return { ok: true, entryIds: events.map((event) => event.entryId), position: log.length };
  }

  function execute({ commandId, officerId, command, confirmToken }: ExecuteRequest): ExecuteReply {
    if (readOnly) return refuse({ code: 'readOnlyDesk', params: {} });
    const before = answered.get(commandId);
    if (before) return before;
    const reply = record(command, actorOf(officerId, command), commandId, confirmToken === `yes-${commandId}`);
    if (reply.ok) answered.set(commandId, reply);
    return reply;
  }

  const rowsOf = (all: Streams, at: number) =>
    [...all.values()]
      .filter((state) => state.kind === 'incident')
      .map((state) => viewIncidentRow(planIn(all, at), state, at));

  const sourcesOf = (all: Streams, at: number): Source[] =>
    rowsOf(all, at).map((row) => ({ plan: planIn(all, at), row }));

  const warnedIn = (all: Streams): WarningSource => ({
    warnings: [...all.values()].filter((state) => state.kind === 'warning'),
    clues: [...all.values()].filter((state) => state.kind === 'clue'),
    timeZone: shipped.timeZone,
  });

  function toLogRow(all: Streams, event: RecordedEvent): LogRow {
    const [of, id = ''] = event.stream.split('/');
    const incident = of === 'incident' || of === 'alarm' ? incidentIn(all, id) : null;
    if (incident && of === 'incident') return logRow(incident, event);
    return { ...event, incidentId: incident?.incidentId ?? null, struck: null };
  }

  function openAlarms(all: Streams): AlarmRow[] {
    return [...all].flatMap(([stream, state]) => {
      if (state.kind !== 'alarm') return [];
      const [of = '', id = ''] = stream.split('/');
      const about = of === 'alarm' ? { incidentId: id } : of === 'alarm-warning' ? { warningId: id } : {};
      const incidentTitle = incidentIn(all, about.incidentId ?? '')?.title ?? '';
      return state.alarms.filter(isOpen).map(({ alarmId, kind: alarmKind, raisedAt, stages, open }) => ({
        alarmId,
        kind: alarmKind,
        raisedAt,
        stages: [...open],
        stagesCalled: stages.length,
        acknowledged: null,
        ...about,
        incidentTitle,
      }));
    });
  }

  function onDutyIn(all: Streams): DutyRow[] {
    const { officers, onDuty } = stateIn<DeskState>(all, 'desk');
    return onDuty.map((held) => {
      const { name = '', post = '' } = officers.find((officer) => officer.officerId === held.officerId) ?? {};
      return { ...held, name, post };
    });
  }

  function deskRow(): DeskRow {
    const state = stateIn<DeskState>(streams, 'desk');
    const marks = [...new Set(log.map((event) => event.recordedAt))];
    return {
      deskId,
      kind,
      title,
      planId: state.plan?.id ?? null,
      planHash: state.plan?.hash ?? null,
      officers: [...state.officers],
      onDuty: onDutyIn(streams),
      logLength: log.length,
      headHash: (log.length * 2_654_435_761).toString(16).padStart(8, '0').slice(-8),
      chainId: 'fake',
      papers: state.papers,
      lastNumbers: state.lastNumbers,
      lastBackupAt: kind === 'live' ? now() - BACKUP_AGE_MS : null,
      attention: state.attention.at(-1) ?? null,
      selfCheck: state.selfCheck,
      handovers: state.handovers,
      people: viewPeople(state, state.plan === null ? null : shipped),
      span: kind === 'practice' ? { from: marks[0] ?? 0, to: (marks.at(-1) ?? 0) + 3_600_000, marks } : null,
    };
  }

  function callsIn(all: Streams, subject: CallSubject, at: number): Calls | null {
    const plan = planIn(all, at);
    if ('incidentId' in subject) {
      const state = incidentIn(all, subject.incidentId);
      return state && incidentCalls(plan, state);
    }
    const state = foundIn(all, 'warning', subject.warningId);
    return state && warningCalls(plan, state);
  }

  function board(all: Streams, at: number, latest: LogRow[]): BoardRow {
    const rows = rowsOf(all, at);
    const incidents = rankIncidents(rows.filter((row) => row.closedAt === null));
    const reminders = rankReminders(
      incidents.flatMap(({ incidentId }) => {
        const state = incidentIn(all, incidentId);
        return state === null ? [] : remindersOf(state, at);
      }),
    );
    const plan = planIn(all, at);
    const warnings = [...all.values()]
      .flatMap((state) => (state.kind === 'warning' ? [viewWarningRow(plan, state, at)] : []))
      .filter((row) => !isEnded(row) && row.stage !== 'dismissed');
    const clues = [...all.values()].flatMap((state) => (state.kind === 'clue' ? [viewClue(state)] : []));
    const subjects = [...incidents, ...warnings].map(
      (row): CallSubject => ('warningId' in row ? { warningId: row.warningId } : { incidentId: row.incidentId }),
    );
    const callTrees = subjects.flatMap((subject) => {
      const calls = callsIn(all, subject, at);
      return (calls && viewCallTreeRow(calls, at)) ?? [];
    });
    const changes = [
      ...callTrees.map((row) => row.nextChangeAt),
      ...warnings.map((row) => row.nextChangeAt),
      ...incidents.map((row) => row.assessment.nextChangeAt),
      nextReminderChange(reminders),
    ].filter((instant) => instant !== null);
    return {
      at,
      incidents,
      recentlyClosed: rows
        .filter((row) => row.closedAt !== null && row.closedAt > at - DAY_MS)
        .map(({ incidentId, title, closedAt }) => ({ incidentId, title, closedAt: closedAt ?? at })),
      clues: clues.filter(({ settled }) => settled === null),
      warnings: rankWarnings(plan.warnings, warnings),
      callTrees,
      reminders,
      latest,
      onDuty: onDutyIn(all),
      duty: viewDutyToday(stateIn<DeskState>(all, 'desk'), at, shipped.timeZone),
      alarms: openAlarms(all),
      clockJumps: [...stateIn<DeskState>(all, 'desk').clockJumps],
      nextChangeAt: changes.length > 0 ? Math.min(...changes) : null,
    };
  }

  function query(asked: Query): QueryReply {
    const past = 'at' in asked ? asked.at : undefined;
    const all = streamsAt(past);
    const at = past ?? now();
    const known = log.filter((event) => event.recordedAt <= at);
    const newest = (events: RecordedEvent[], limit: number) =>
      events
        .slice(-limit)
        .reverse()
        .map((event) => toLogRow(all, event));
    switch (asked.type) {
      case 'getDesk':
        return { ok: true, result: deskRow() };
      case 'getHealth': {
        const lastBackupAt = kind === 'live' ? now() - BACKUP_AGE_MS : null;
        const backups = kind === 'live' ? 12 : 0;
        return { ok: true, result: { lastBackupAt, backups, unsavedSince: null, clockTrusted: true } };
      }
      case 'getRoster':
        return {
          ok: true,
          result: viewRoster(stateIn<DeskState>(all, 'desk'), asked.from, asked.to, shipped.timeZone),
        };
      case 'getHandover': {
        const { incidents, reminders, duty, callTrees, warnings, clues } = board(all, at, []);
        const documents = Object.fromEntries(
          incidents.map(({ incidentId }) => {
            const state = incidentIn(all, incidentId);
            return [incidentId, state === null ? [] : documentsOf(state)];
          }),
        );
        const { unclaimed } = stateIn<DeskState>(all, 'desk').people;
        const facts = { incidents, reminders, documents, callTrees, duty, unclaimed, warnings, clues };
        const sections = handoverSections(facts);
        // Digests are the host's; here none is recorded.
        return { ok: true, result: { at, sections, digest: '0'.repeat(64) } };
      }
      case 'getPlan':
        return { ok: true, result: planIn(all, at) };
      case 'getBoard':
        return {
          ok: true,
          result: board(
            all,
            at,
            newest(
              known.filter((event) => event.stream !== 'desk'),
              12,
            ),
          ),
        };
      case 'listIncidents': {
        const fits = (closed: boolean) => asked.status === 'all' || closed === (asked.status === 'closed');
        return { ok: true, result: rankIncidents(rowsOf(all, at).filter((row) => fits(row.closedAt !== null))) };
      }
      case 'getIncident': {
        const state = incidentIn(all, asked.incidentId);
        if (!state) return refuse({ code: 'unknownIncident', params: { field: 'incidentId', id: asked.incidentId } });
        return { ok: true, result: viewIncidentAfter(planIn(all, at), state, at, undefined, asked.after) };
      }
      case 'getResponse': {
        const state = incidentIn(all, asked.incidentId);
        if (!state) return refuse({ code: 'unknownIncident', params: { field: 'incidentId', id: asked.incidentId } });
        return { ok: true, result: viewResponse(planIn(all, at), state, at) };
      }
      case 'listClues': {
        const clues = [...all.values()].filter((state) => state.kind === 'clue').map(viewClue);
        return {
          ok: true,
          result: asked.waiting ? clues.filter(({ settled }) => settled === null) : clues.toReversed(),
        };
      }
      case 'listWarnings': {
        const plan = planIn(all, at);
        const warnings = [...all.values()].filter((state) => state.kind === 'warning');
        return {
          ok: true,
          result: rankWarnings(
            plan.warnings,
            warnings.map((state) => viewWarningRow(plan, state, at)),
          ),
        };
      }
      case 'getWarning': {
        const state = foundIn(all, 'warning', asked.warningId);
        if (!state) return refuse({ code: 'unknownWarning', params: { field: 'warningId', id: asked.warningId } });
        return { ok: true, result: viewWarning(planIn(all, at), state, at) };
      }
      case 'getCallTree': {
        const { subject, runId = null, officerId = null } = asked;
        const calls = callsIn(all, subject, at);
        if (calls === null) return refuse({ code: 'unknownIncident', params: { field: 'subject' } });
        const directory = { plan: planIn(all, at), state: stateIn<DirectoryState>(all, DIRECTORY_STREAM) };
        return { ok: true, result: viewCallTree(calls, directory, { runId, officerId }, at) };
      }
      case 'listCalls': {
        const calls = [...all.values()].filter((state) => state.kind === 'call').map(callRow);
        return { ok: true, result: calls.reverse().slice(0, asked.limit ?? 50) };
      }
      case 'getStatistics':
        return { ok: true, result: buildStatistics(sourcesOf(all, at), warnedIn(all), asked, at) };
      case 'listObligations': {
        const limit = asked.limit ?? 200;
        return { ok: true, result: countedRows(sourcesOf(all, at), { ...asked, limit }, at) };
      }
      case 'listContacts':
      case 'getContact':
      case 'matchPeople':
      case 'listContactImports': {
        const state = stateIn<DirectoryState>(all, DIRECTORY_STREAM);
        const incidents = [...all.values()].filter((each) => each.kind === 'incident');
        return queryDirectory({ plan: planIn(all, at), state, incidents, at }, asked);
      }
      case 'search':
        return { ok: true, result: fakeSearch(newest(known, known.length), shipped, asked) };
      case 'listLog': {
        const fits = known.filter(
          (event) =>
            event.position < (asked.before ?? Number.POSITIVE_INFINITY) &&
            (asked.stream === undefined || event.stream === asked.stream) &&
            (asked.incidentId === undefined || event.stream.endsWith(`/${asked.incidentId}`)),
        );
        return { ok: true, result: newest(fits, asked.limit ?? 100) };
      }
    }
  }

  /** What the host's tick would have raised by now: each clock that is due, each that waits without a number. */
  function raiseAlarms(): void {
    for (const { incidentId, assessment } of rowsOf(streams, now())) {
      const stages = assessment.obligations.flatMap(({ key, state, dueAt, trigger, supervised }) => {
        if (supervised) return [];
        if (state === 'overdue' && dueAt !== null) return [{ key, stage: 'due', stageAt: dueAt }];
        return state === 'immediate' ? [{ key, stage: 'attention-1', stageAt: trigger }] : [];
      });
      if (stages.length === 0) continue;
      const alarmId = `alarm-${incidentId}`;
      const command = { type: 'RaiseAlarm' as const, incidentId, alarmId, kind: 'alarm' as const, stages };
      record(command, SYSTEM_ACTOR, command.alarmId, true);
    }
  }

  return {
    deskId,
    kind,
    title,
    raiseAlarms,
    execute,
    record,
    query,
    seal: () => (readOnly = true),
    position: () => log.length,
  };
}

const refuse = (error: DeskError) => ({ ok: false as const, error });

const callRow = (call: CallState): CallRow => ({
  callId: call.callId,
  entryId: call.entryId,
  received: call.received,
  recordedAt: call.recordedAt,
  actor: call.actor,
  source: call.reported.source,
  details: call.reported.details,
  disposition: call.disposition,
  attachments: [...call.attachments],
});
