/**
 * 预警行动: the plan's five blocks as a checklist. What is due every so many hours is open again when its time has passed, until
 * the warning ends [plan 3.4.3].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { WarningAction, Warnings } from '#shared/plan/warningSection.ts';
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { storedUnit, unitErrors } from '../parties.ts';
import { futureTimes, isBefore } from '../questions.ts';
import { warningRank } from './authority.ts';
import { onWarning, warningEvent } from './onWarning.ts';
import { type ActionMark, marksOf, type WarningState } from './warning.ts';

const HOUR_MS = 3_600_000;

export type ActionNow = {
  id: string;
  state: 'open' | 'assigned' | 'done' | 'notApplicable';
  /** What was last said of it; null while untouched, and once its time has passed again. */
  mark: ActionMark | null;
  /** Of a recurring one: the window it is due in, and how many before it passed without being done. */
  window: { from: number; until: number; missed: number } | null;
};

export function setWarningAction(command: CommandOf<'SetWarningAction'>, context: DecisionContext): Decision {
  const { state: to, at } = command;
  return onWarning(command, context, ['issued'], ({ plan, warnings, state }) => {
    const item = itemsOf(warnings).find(({ id }) => id === command.item);
    if (item === undefined) return rejected(deskError('unknownPlanItem', { field: 'item', id: command.item }));
    const now = at ?? nowTimed(context);
    const due = to.kind === 'assigned' ? (to.dueAt ?? null) : null;
    const error = firstError(
      applies(warnings, state, item)
        ? null
        : deskError('itemNotOnList', { field: 'item', label: item.label }, item.clause),
      to.kind === 'assigned' ? unitErrors(plan, 'state.to', [to.to]) : null,
      due !== null && isBefore(due, now)
        ? deskError('endBeforeStart', { field: 'state.dueAt', startedAt: now.at, endedAt: due.at })
        : null,
      nothingNew(command, actionNow(state, item, context.now)),
    );
    if (error !== null) return rejected(error);
    const event = warningEvent(command, 'WarningActionSet', {
      title: state.title,
      item: item.id,
      label: item.label,
      ...markOf(plan, to),
      due,
      at: now,
    });
    return decided([event], futureTimes({ at }, context.now));
  });
}

type Given = CommandOf<'SetWarningAction'>['state'];

function markOf(plan: PlanPackage, to: Given) {
  switch (to.kind) {
    case 'done':
      return { state: 'done' as const, note: to.note ?? null, to: null };
    case 'notApplicable':
      return { state: 'notApplicable' as const, note: to.reason, to: null };
    case 'assigned':
      return { state: 'assigned' as const, note: null, to: storedUnit(plan, to.to) };
    case 'reopened':
      return { state: 'open' as const, note: to.reason ?? null, to: null };
  }
}

/** Given anew to somebody is said; done twice is not. */
function nothingNew({ state: to }: CommandOf<'SetWarningAction'>, now: ActionNow): DeskError | null {
  const target = to.kind === 'reopened' ? 'open' : to.kind;
  return target !== 'assigned' && target === now.state ? deskError('nothingChanged', { field: 'item' }) : null;
}

export const itemsOf = ({ actions }: Warnings): WarningAction[] => actions.flatMap(({ items }) => items);

/** Items from a level up come with it and stay when it is lowered. */
export function applies(warnings: Warnings, { versions }: WarningState, { fromLevel }: WarningAction): boolean {
  if (fromLevel === undefined) return true;
  const from = warningRank(warnings, fromLevel);
  return versions.some(({ level }) => warningRank(warnings, level) >= from);
}

/** As it stands at `at`. */
export function actionNow(state: WarningState, item: WarningAction, at: number): ActionNow {
  const marks = marksOf(state, item.id);
  const last = marks.at(-1) ?? null;
  const window = windowOf(state, item, marks, at);
  const isOver = window !== null && last !== null && last.state === 'done' && last.at < window.from;
  return { id: item.id, state: isOver || last === null ? 'open' : last.state, mark: isOver ? null : last, window };
}

function windowOf(
  state: WarningState,
  { everyHours }: WarningAction,
  marks: readonly ActionMark[],
  at: number,
): ActionNow['window'] {
  const issuedAt = state.versions[0]?.issuer.at.at;
  if (everyHours === undefined || issuedAt === undefined) return null;
  const length = everyHours * HOUR_MS;
  const index = Math.max(0, Math.floor((at - issuedAt) / length));
  const windows = new Set(
    marks.flatMap((mark) => (mark.state === 'done' ? Math.max(0, Math.floor((mark.at - issuedAt) / length)) : [])),
  );
  const done = [...windows].filter((each) => each < index).length;
  const excused = marks.some((mark) => mark.state === 'notApplicable') ? index - done : 0;
  const from = issuedAt + index * length;
  return { from, until: from + length, missed: index - done - excused };
}
