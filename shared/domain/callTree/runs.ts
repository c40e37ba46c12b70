/**
 * Which calls there are to make: read off the log, so that nobody has to remember to begin them. A level put in force from
 * below or from none begins those of its tree, and so does every issue of a warning [plan 附件6; CALLS-1].
 */
import type { CallTree } from '#shared/plan/callTreeSection.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { IncidentEventType } from '../incident/events.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';
import { detailsOf, standing, statusOf } from '../incident/status.ts';
import type { RecordedEvent } from '../recorded.ts';
import type { Timed } from '../values.ts';
import { isEnded, type RecipientState, type WarningState } from '../warning/warning.ts';
import type { CallSubject } from './commands.ts';
import { type CallTreeEventType, callTreeEventSchemas } from './events.ts';
import type { RunEnd } from './parts.ts';

export type CallRun = {
  /** The entry that began it. */
  runId: string;
  tree: CallTree;
  /** When the level was decided, or the warning issued. */
  since: Timed;
  recordedAt: number;
  /** null: these are the present ones. */
  end: RunEnd | null;
  /** Of a warning: who has acknowledged this version need not be called. */
  version: number | null;
};

export type Calls = {
  subject: CallSubject;
  title: string;
  plan: PlanPackage;
  /** Oldest first. */
  runs: readonly CallRun[];
  /** What was recorded of them and not struck. */
  entries: readonly RecordedEvent[];
  /** Of a warning. */
  recipients: readonly RecipientState[];
  /** Where it is, as the plan names it: whose numbers go first. */
  area: () => string | null;
};

type Trigger = CallTree['when'];

const treeFor = ({ callTrees }: PlanPackage, { kind, level }: Trigger): CallTree | null =>
  callTrees?.trees.find(({ when }) => when.kind === kind && when.level === level) ?? null;

/** Null: the plan names nobody to call then. */
type Begun = Pick<CallRun, 'runId' | 'since' | 'recordedAt' | 'version'> & { tree: CallTree | null };

/** What stood before is over when others begin. */
function begin(runs: CallRun[], { tree, ...run }: Begun): void {
  finish(runs, { how: 'replaced', at: run.recordedAt });
  if (tree !== null) runs.push({ ...run, tree, end: null });
}

function finish(runs: CallRun[], end: RunEnd): void {
  const last = runs.pop();
  if (last !== undefined) runs.push(last.end === null ? { ...last, end } : last);
}

const LEVELS = ['ResponseStarted', 'ResponseAdjusted', 'ResponseTerminated'] as const;
const CALLS = Object.keys(callTreeEventSchemas) as CallTreeEventType[];

/** In the log's order. */
const standingOf = (state: IncidentState, types: readonly IncidentEventType[]): RecordedEvent[] =>
  types.flatMap((type): RecordedEvent[] => standing(state, type)).sort((a, b) => a.position - b.position);

export function incidentCalls(plan: PlanPackage, state: IncidentState): Calls {
  const runs: CallRun[] = [];
  const rank = (level: string | null) => plan.levels.findIndex(({ id }) => id === level);
  let inForce: string | null = null;
  for (const entry of standingOf(state, LEVELS)) {
    const { entryId: runId, recordedAt } = entry;
    if (isEntry(entry, 'ResponseStarted') || isEntry(entry, 'ResponseAdjusted')) {
      const { level, decision } = entry.payload;
      const tree = treeFor(plan, { kind: 'level', level });
      if (rank(level) > rank(inForce)) begin(runs, { runId, tree, since: decision.at, recordedAt, version: null });
      else finish(runs, { how: 'lowered', at: recordedAt });
      inForce = level;
    } else if (isEntry(entry, 'ResponseTerminated')) {
      finish(runs, { how: 'ended', at: recordedAt });
      inForce = null;
    }
  }
  const status = statusOf(state);
  if (status.kind !== 'open') finish(runs, { how: 'ended', at: status.at });
  return {
    subject: { incidentId: state.incidentId },
    title: state.title,
    plan,
    runs,
    entries: runs.length === 0 ? [] : standingOf(state, CALLS),
    recipients: [],
    area: () => areaOf(plan, state),
  };
}

function areaOf(plan: PlanPackage, state: IncidentState): string | null {
  const detail = plan.details.find(({ input }) => input === 'area');
  const value = detail === undefined ? null : (detailsOf(state)[detail.id]?.value ?? null);
  return plan.areas.find(({ id }) => id === value)?.label ?? value;
}

export function warningCalls(plan: PlanPackage, state: WarningState): Calls {
  const runs: CallRun[] = [];
  for (const { isIssue, entryId: runId, recordedAt, level, issuer, version } of state.versions) {
    if (!isIssue) continue;
    const tree = treeFor(plan, { kind: 'warning', level });
    begin(runs, { runId, tree, since: issuer.at, recordedAt, version });
  }
  if (isEnded(state)) finish(runs, { how: 'ended', at: state.lastEntryAt });
  return {
    subject: { warningId: state.warningId },
    title: state.title,
    plan,
    runs,
    entries: state.callEntries,
    recipients: state.recipients,
    area: () => null,
  };
}

export const presentRun = ({ runs }: Pick<Calls, 'runs'>): CallRun | null =>
  runs.findLast(({ end }) => end === null) ?? null;
