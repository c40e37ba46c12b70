/** A scenario through the same desk as ever, in memory, on the scenario's clock: one line of output per step. */

import { createDesk, type Desk } from '#db/desk/createDesk.ts';
import type { ExecuteRequest } from '#shared/contract/deskApi.ts';
import { confirmText, errorText } from '#shared/contract/errorText.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { createPlayer, type DoStep, type Outcome } from '#shared/scenario/play.ts';
import type { Scenario } from '#shared/scenario/scenarioFile.ts';
import { printedIncident, printedWarning } from './printedBoard.ts';

const isoAt = (at: number): string => new Date(at).toISOString();

export function* runScenario(scenario: Scenario, rawPlan: unknown, plan: PlanPackage): Generator<unknown> {
  let now = scenario.steps[0]?.at ?? 0;
  let ids = 0;
  const desk = createDesk({
    path: ':memory:',
    kind: 'practice',
    plans: [rawPlan],
    clock: { now: () => now, monotonic: () => now, bootId: 'replay' },
    // The same file prints the same lines, whenever and wherever it is played.
    newId: () => {
      ids += 1;
      return `auto-${String(ids).padStart(6, '0')}`;
    },
    title: scenario.title,
  });
  try {
    const setClock = (at: number) => {
      now = at;
    };
    const execute = (request: object) => desk.execute(request as ExecuteRequest);
    const play = createPlayer({ deskId: desk.deskId, execute, setClock }, plan.id);
    for (const step of scenario.steps) {
      setClock(step.at);
      yield step.kind === 'board' ? printedBoard(desk, plan, step.at) : printedOutcome(step, play(step), plan);
    }
  } finally {
    desk.close();
  }
}

function printedBoard(desk: Desk, plan: PlanPackage, at: number): unknown {
  const reply = desk.query({ type: 'listIncidents', status: 'all', limit: 500 });
  const rows = reply.ok ? reply.result.toSorted((a, b) => (a.incidentId < b.incidentId ? -1 : 1)) : [];
  const incidents = rows.map((row) => printedIncident(plan, row, responseOf(desk, row.incidentId)));
  const found = desk.query({ type: 'listWarnings', limit: 500 });
  const warnings = found.ok ? found.result.toSorted((a, b) => (a.warningId < b.warningId ? -1 : 1)) : [];
  return { at: isoAt(at), incidents, warnings: warnings.map(printedWarning) };
}

function responseOf(desk: Desk, incidentId: string): ResponseFile {
  const reply = desk.query({ type: 'getResponse', incidentId });
  if (!reply.ok) throw new Error(`a listed incident is not found: ${incidentId}`);
  return reply.result;
}

function printedOutcome({ at, command }: DoStep, outcome: Outcome, plan: PlanPackage): unknown {
  const head = { at: isoAt(at), type: command.type };
  switch (outcome.kind) {
    case 'done':
      return { ...head, ok: true, ids: { ...idsIn(command), entryIds: outcome.entryIds } };
    case 'refused': {
      const { code, clause } = outcome.error;
      return { ...head, ok: false, error: { code, clause: clause ?? null, message: errorText(outcome.error, plan) } };
    }
    case 'asked': {
      const { questions } = outcome;
      const clause = questions.find((question) => question.clause !== undefined)?.clause ?? null;
      const message = questions.map((question) => confirmText(question, plan)).join('');
      return { ...head, ok: false, error: { code: 'confirm', clause, message } };
    }
  }
}

/** The keys the scenario chose, e.g. incidentId, callId, reportId. */
function idsIn(command: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { disposition } = command;
  const inside = typeof disposition === 'object' && disposition !== null ? Object.entries(disposition) : [];
  return Object.fromEntries([...inside, ...Object.entries(command)].filter(([key]) => key.endsWith('Id')));
}
