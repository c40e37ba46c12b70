/** Each stage of each clock is heard once: stages already raised are dropped, so a second tick changes nothing. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { stageKey } from './alarm.ts';

export function raiseAlarm(command: CommandOf<'RaiseAlarm'>, context: DecisionContext): Decision {
  const { incidentId, alarmId } = command;
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
  if (alarms.some((alarm) => alarm.alarmId === alarmId))
    return rejected(deskError('idTaken', { field: 'alarmId', id: alarmId }));
  const payload = { incidentId, alarmId, stages };
  return accepted([{ stream: `alarm/${incidentId}`, type: 'AlarmRaised', payload }]);
}
