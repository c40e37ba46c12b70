/** A named officer has heard: every alarm of the incident up to this one falls silent. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';

export function acknowledgeAlarm(command: CommandOf<'AcknowledgeAlarm'>, context: DecisionContext): Decision {
  const { incidentId, alarmId } = command;
  const { alarms } = context.alarms(incidentId);
  const index = alarms.findIndex((alarm) => alarm.alarmId === alarmId);
  if (index === -1) return rejected(deskError('staleAlarm', { field: 'alarmId', id: alarmId }));
  const alarmIds = alarms
    .slice(0, index + 1)
    .filter((alarm) => alarm.acknowledged === null)
    .map((alarm) => alarm.alarmId);
  if (alarmIds.length === 0) return accepted([]);
  const payload = { incidentId, alarmIds };
  return accepted([{ stream: `alarm/${incidentId}`, type: 'AlarmAcknowledged', payload }]);
}
