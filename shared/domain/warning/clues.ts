/** 线索: recorded in seconds; later assessed with a warning, or put aside with the reason [plan 3.4.1]. */
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, type NewEvent, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { notInPlan } from '../parties.ts';
import { futureTimes } from '../questions.ts';
import { type ClueState, clueStream } from './clue.ts';
import type { ClueEventPayload, ClueEventType } from './events.ts';
import { isEnded } from './warning.ts';

type Target = { clueId: string; entryId?: string | undefined };

export function recordClue(command: CommandOf<'RecordClue'>, context: DecisionContext): Decision {
  const { clueId, source, who, contact, area, place, kind, said, receivedAt } = command;
  const plan = context.desk.plan === null ? null : (context.plan(context.desk.plan.id)?.plan ?? null);
  if (plan === null) return rejected(deskError('unknownPlan', { planId: context.desk.plan?.id }));
  const { warnings } = plan;
  if (warnings === undefined) return rejected(notInPlan('warnings'));
  const error = firstError(
    context.clue(clueId) === null ? null : deskError('idTaken', { field: 'clueId', id: clueId }),
    unknownItem('source', source, warnings.sources),
    kind === undefined ? null : unknownItem('kind', kind, warnings.kinds),
    area === undefined ? null : unknownItem('area', area, plan.areas),
  );
  if (error !== null) return rejected(error);
  const event = clueEvent(command, 'ClueRecorded', {
    source,
    who: who ?? null,
    contact: contact ?? null,
    area: area ?? null,
    place: place ?? null,
    kind: kind ?? null,
    said,
    received: receivedAt ?? nowTimed(context),
  });
  return decided([event], futureTimes({ receivedAt }, context.now));
}

export function linkClue(command: CommandOf<'LinkClue'>, context: DecisionContext): Decision {
  const { clueId, warningId } = command;
  const clue = waitingClue(clueId, 'clueId', context);
  if ('code' in clue) return rejected(clue);
  const warning = context.warning(warningId);
  if (warning === null) return rejected(deskError('unknownWarning', { field: 'warningId', id: warningId }));
  const { title, stage } = warning;
  if (isEnded(warning)) return rejected(deskError('warningStage', { title, stage, needed: [] }));
  return accepted([clueEvent(command, 'ClueLinked', { warningId, title })]);
}

export function dismissClue(command: CommandOf<'DismissClue'>, context: DecisionContext): Decision {
  const clue = waitingClue(command.clueId, 'clueId', context);
  if ('code' in clue) return rejected(clue);
  return accepted([clueEvent(command, 'ClueDismissed', { reason: command.reason })]);
}

/** Nobody has dealt with it yet, or why not. */
export function waitingClue(clueId: string, field: string, context: DecisionContext): ClueState | DeskError {
  const clue = context.clue(clueId);
  if (clue === null) return deskError('unknownClue', { field, id: clueId });
  const { settled } = clue;
  return settled === null ? clue : deskError('clueSettled', { field, id: clueId, how: settled.how, at: settled.at });
}

export function clueEvent<T extends ClueEventType>(
  target: Target,
  type: T,
  payload: Omit<ClueEventPayload<T>, 'clueId'>,
): NewEvent {
  const { clueId, entryId } = target;
  const event = { stream: clueStream(clueId), type, payload: { clueId, ...payload } };
  return entryId === undefined ? event : { ...event, entryId };
}
