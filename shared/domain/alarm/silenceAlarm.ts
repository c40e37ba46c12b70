/**
 * One stage of one clock is silenced, with a reason [ux 7]. Only what has called can be: a stage still to come is never
 * put on a shelf, and the clock's next one calls again.
 */
import { deskError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { accepted, type Decision, type DecisionContext, rejected } from '../decision.ts';
import { aboutOf, alarmStreamOf } from './about.ts';
import { stageKey } from './alarm.ts';

export function silenceAlarm(command: CommandOf<'SilenceAlarm'>, context: DecisionContext): Decision {
  const { alarmId, stage, reason } = command;
  const wanted = stageKey(stage);
  const alarm = context.alarms(command).alarms.find((each) => each.alarmId === alarmId);
  if (alarm === undefined || !alarm.stages.some((each) => stageKey(each) === wanted)) {
    return rejected(deskError('staleAlarm', { field: 'alarmId', id: alarmId }));
  }
  // Acknowledged or silenced meanwhile: silent either way.
  if (!alarm.open.some((each) => stageKey(each) === wanted)) return accepted([]);
  const payload = { ...aboutOf(command), alarmId, stage, reason };
  return accepted([{ stream: alarmStreamOf(command), type: 'AlarmSilenced', payload }]);
}
