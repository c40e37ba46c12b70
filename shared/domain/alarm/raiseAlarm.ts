/**
 * Each stage of each clock is recorded once: stages already raised are dropped, so a second tick changes nothing. Stages
 * given under the id of an alarm that stands join it [ALARM-4].
 */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { stageKey } from './alarm.ts';

export function raiseAlarm(command: CommandOf<'RaiseAlarm'>, context: DecisionContext): Decision {
  const { incidentId, alarmId, kind, calledAt = context.now } = command;
  if (context.incident(incidentId) === null) {
    return rejected(deskError('unknownIncident', { field: 'incidentId', id: incidentId }));
  }
  const { alarms } = context.alarms(incidentId);
  const raised = new Set(alarms.flatMap((alarm) => alarm.stages.map(stageKey)));
  const stages = command.stages.filter((stage, index, all) => {
    const key = stageKey(stage);
    return !raised.has(key) && all.findIndex((other) => stageKey(other) === key) === index;
  });
  if (stages.length === 0) return accepted([]);
  const stream = `alarm/${incidentId}`;
  const standing = alarms.find((alarm) => alarm.alarmId === alarmId);
  if (standing === undefined) {
    return accepted([{ stream, type: 'AlarmRaised', payload: { incidentId, alarmId, kind, calledAt, stages } }]);
  }
  // What is no obligation never stands among clocks.
  if (standing.kind !== kind) return rejected(deskError('idTaken', { field: 'alarmId', id: alarmId }));
  return accepted([{ stream, type: 'AlarmJoined', payload: { incidentId, alarmId, calledAt, stages } }]);
}
