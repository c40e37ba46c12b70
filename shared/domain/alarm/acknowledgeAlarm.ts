/** A named officer has heard: every alarm about the same up to this one, of its kind, falls silent. */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { aboutOf, alarmStreamOf } from './about.ts';
import { isOpen } from './alarm.ts';

export function acknowledgeAlarm(command: CommandOf<'AcknowledgeAlarm'>, context: DecisionContext): Decision {
  const { alarmId, stagesSeen } = command;
  const { alarms } = context.alarms(command);
  const index = alarms.findIndex((alarm) => alarm.alarmId === alarmId);
  const last = alarms[index];
  if (last === undefined) return rejected(deskError('staleAlarm', { field: 'alarmId', id: alarmId }));
  const alarmIds = alarms
    .slice(0, index + 1)
    .filter((alarm) => alarm.kind === last.kind && isOpen(alarm))
    .map((alarm) => alarm.alarmId);
  if (alarmIds.length === 0) return accepted([]);
  if (stagesSeen !== undefined && last.stages.length > stagesSeen) return rejected(deskError('alarmGrew'));
  const payload = { ...aboutOf(command), alarmIds };
  return accepted([{ stream: alarmStreamOf(command), type: 'AlarmAcknowledged', payload }]);
}
