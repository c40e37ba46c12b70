/**
 * Each stage of each clock is recorded once: stages already raised are dropped, so a second tick changes nothing. Stages
 * given under the id of an alarm that stands join it [ALARM-4].
 */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { aboutOf, alarmStreamOf, clueKey } from './about.ts';
import { stageKey } from './alarm.ts';
import type { AlarmKind } from './commands.ts';

export function raiseAlarm(command: CommandOf<'RaiseAlarm'>, context: DecisionContext): Decision {
  const { alarmId, calledAt = context.now } = command;
  const unknown = unknownAbout(command, context);
  if (unknown !== null) return rejected(unknown);
  // Neither a warning nor a clue has a clock of the plan: theirs is the quieter class, whoever asks.
  const kind: AlarmKind = command.incidentId === undefined ? 'reminder' : command.kind;
  const { alarms } = context.alarms(command);
  const raised = new Set(alarms.flatMap((alarm) => alarm.stages.map(stageKey)));
  const stages = command.stages.filter((stage, index, all) => {
    const key = stageKey(stage);
    return !raised.has(key) && all.findIndex((other) => stageKey(other) === key) === index;
  });
  if (stages.length === 0) return accepted([]);
  const stream = alarmStreamOf(command);
  const about = aboutOf(command);
  const standing = alarms.find((alarm) => alarm.alarmId === alarmId);
  if (standing === undefined) {
    return accepted([{ stream, type: 'AlarmRaised', payload: { ...about, alarmId, kind, calledAt, stages } }]);
  }
  // What is no obligation never stands among clocks.
  if (standing.kind !== kind) return rejected(deskError('idTaken', { field: 'alarmId', id: alarmId }));
  return accepted([{ stream, type: 'AlarmJoined', payload: { ...about, alarmId, calledAt, stages } }]);
}

/** What it is about must be there. */
function unknownAbout(
  { incidentId, warningId, stages }: CommandOf<'RaiseAlarm'>,
  context: DecisionContext,
): DeskError | null {
  if (incidentId !== undefined) {
    const isKnown = context.incident(incidentId) !== null;
    return isKnown ? null : deskError('unknownIncident', { field: 'incidentId', id: incidentId });
  }
  if (warningId !== undefined) {
    const isKnown = context.warning(warningId) !== null;
    return isKnown ? null : deskError('unknownWarning', { field: 'warningId', id: warningId });
  }
  const stranger = stages.find(({ key }) => !key.startsWith(clueKey('')) || context.clue(clueOf(key)) === null);
  return stranger === undefined ? null : deskError('unknownClue', { field: 'stages', id: clueOf(stranger.key) });
}

const clueOf = (key: string): string => key.slice(clueKey('').length);
