/** The alarms of one incident: each stage of each clock is raised once, whatever crashes or ticks twice. */
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { AlarmEventPayload, AlarmEventType } from './events.ts';

export type AlarmStage = { key: string; stage: string; stageAt: number };

export type Alarm = {
  alarmId: string;
  raisedAt: number;
  stages: readonly AlarmStage[];
  acknowledged: { at: number; actor: Actor } | null;
};

/** Oldest first. */
export type AlarmState = { kind: 'alarm'; alarms: readonly Alarm[] };

export const initialAlarms: AlarmState = { kind: 'alarm', alarms: [] };

export function evolveAlarms(state: AlarmState, event: RecordedEvent): AlarmState {
  switch (event.type as AlarmEventType) {
    case 'AlarmRaised': {
      const { alarmId, stages } = event.payload as AlarmEventPayload<'AlarmRaised'>;
      const raised: Alarm = { alarmId, raisedAt: event.recordedAt, stages, acknowledged: null };
      return { ...state, alarms: [...state.alarms, raised] };
    }
    case 'AlarmAcknowledged': {
      const { alarmIds } = event.payload as AlarmEventPayload<'AlarmAcknowledged'>;
      const acknowledged = { at: event.recordedAt, actor: event.actor };
      const alarms = state.alarms.map((alarm) =>
        alarm.acknowledged === null && alarmIds.includes(alarm.alarmId) ? { ...alarm, acknowledged } : alarm,
      );
      return { ...state, alarms };
    }
    default:
      return state;
  }
}

/** A later due instant of the same clock is another stage: the key, the stage and its instant together name it. */
export const stageKey = (stage: AlarmStage): string => `${stage.key} ${stage.stage} ${stage.stageAt}`;
