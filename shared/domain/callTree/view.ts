/** The calls of a level or a warning as rows at an instant: who is left, who is calling, whom to call next by which number. */
import { type Directory, numbersOf, ownContactId } from './numbers.ts';
import { callOrder, nextCallChange, nextTryAt } from './order.ts';
import type { StepState } from './parts.ts';
import type { CallStepRow, CallTreeFile, CallTreeRow } from './rows.ts';
import { type CallRun, type Calls, presentRun } from './runs.ts';
import { type CallStep, claimAt, claimMs, isLeft, stepState, stepsOf } from './steps.ts';

/** Null: nobody is to be called now. */
export function viewCallTreeRow(calls: Calls, at: number): CallTreeRow | null {
  const run = presentRun(calls);
  return run === null ? null : rowOf(calls, run, stepsOf(calls, run), at);
}

function rowOf({ subject, title, plan }: Calls, run: CallRun, steps: readonly CallStep[], at: number): CallTreeRow {
  const count = (state: StepState) => steps.filter((step) => stepState(step) === state).length;
  const left = steps.filter(isLeft);
  const calling = left.flatMap((step) => {
    const claim = claimAt(plan, step, at);
    return claim === null ? [] : [{ officer: claim.actor.name, who: step.who }];
  });
  return {
    subject,
    title,
    planId: plan.id,
    runId: run.runId,
    kind: run.tree.when.kind,
    level: run.tree.when.level,
    tree: { label: run.tree.label, labelEn: run.tree.labelEn },
    since: run.since,
    total: steps.length,
    answered: count('answered'),
    skipped: count('skipped'),
    acknowledged: count('acknowledged'),
    left: left.length,
    unreached: left.filter(({ tries }) => tries.length > 0).length,
    calling,
    next: callOrder(plan, steps, null, at)[0]?.who ?? null,
    nextChangeAt: run.end === null ? nextCallChange(plan, steps, at) : null,
  };
}

/** `runId`: the present run when left out, or the last one. `officerId`: whose own calls go first. */
export function viewCallTree(
  calls: Calls,
  directory: Directory,
  asked: { runId: string | null; officerId: string | null },
  at: number,
): CallTreeFile {
  const { subject, title, plan, runs } = calls;
  const run =
    asked.runId === null ? (presentRun(calls) ?? runs.at(-1)) : runs.find(({ runId }) => runId === asked.runId);
  return {
    subject,
    title,
    planId: plan.id,
    at,
    run: run === undefined ? null : viewRun(calls, run, directory, asked.officerId, at),
    nextChangeAt: run?.end === null ? nextCallChange(plan, stepsOf(calls, run), at) : null,
    runs: runs.map((each) => {
      const steps = stepsOf(calls, each);
      const answered = steps.filter((step) => stepState(step) === 'answered').length;
      const { runId, tree, since, end } = each;
      return { runId, tree: { label: tree.label, labelEn: tree.labelEn }, since, end, answered, total: steps.length };
    }),
  };
}

function viewRun(
  calls: Calls,
  run: CallRun,
  directory: Directory,
  officerId: string | null,
  at: number,
): CallTreeFile['run'] {
  const { plan } = calls;
  const steps = stepsOf(calls, run);
  const { subject: _, title: __, planId: ___, tree: ____, nextChangeAt: _____, ...row } = rowOf(calls, run, steps, at);
  const before = calls.runs
    .slice(0, calls.runs.indexOf(run))
    .map((each) => ({ run: each, steps: stepsOf(calls, each) }));
  const { label, labelEn, clause, provenance, note } = run.tree;
  return {
    ...row,
    tree: { label, labelEn, clause, provenance, note: note ?? plan.callTrees?.note ?? null },
    claimMinutes: plan.callTrees?.claimMinutes ?? 0,
    retryMinutes: plan.callTrees?.retryMinutes ?? 0,
    end: run.end,
    steps: steps.map((step) => ({ ...stepRow(calls, run, step, directory, at), earlier: earlierOf(before, step) })),
    order: run.end === null ? callOrder(plan, steps, officerId, at).map(({ stepId }) => stepId) : [],
  };
}

function stepRow(
  calls: Calls,
  run: CallRun,
  step: CallStep,
  directory: Directory,
  at: number,
): Omit<CallStepRow, 'earlier'> {
  const { plan } = calls;
  const { stepId, wave, who, what, called, clause, provenance, added, tries, skipped, acknowledged } = step;
  const claim = isLeft(step) && run.end === null ? claimAt(plan, step, at) : null;
  const numbers = numbersOf(calls, step, directory);
  return {
    stepId,
    wave,
    who,
    what,
    called: called.kind,
    clause,
    provenance,
    addedBy: added?.actor ?? null,
    state: stepState(step),
    claim: claim && {
      officerId: claim.actor.officerId,
      name: claim.actor.name,
      since: claim.recordedAt,
      until: claim.recordedAt + claimMs(plan),
    },
    tries,
    againAt: isLeft(step) ? nextTryAt(plan, step) : null,
    skipped,
    acknowledged,
    owesAcknowledgement: called.kind === 'recipient' && acknowledged === null,
    numbers,
    ownNumbers: numbers.filter(({ alternate }) => alternate === null).length,
    contactId: ownContactId(directory, called),
  };
}

/** Reached before for another level or issue: told then, and to be told again of this one. */
function earlierOf(
  before: readonly { run: CallRun; steps: readonly CallStep[] }[],
  step: CallStep,
): CallStepRow['earlier'] {
  for (const { run, steps } of before.toReversed()) {
    const answered = steps.find((other) => isSame(other, step))?.answered ?? null;
    if (answered === null) continue;
    const { label, labelEn } = run.tree;
    return { tree: { label, labelEn }, at: answered.at, answeredBy: answered.answeredBy ?? answered.name };
  }
  return null;
}

const isSame = (a: CallStep, b: CallStep): boolean => a.called.kind === b.called.kind && a.who.label === b.who.label;
