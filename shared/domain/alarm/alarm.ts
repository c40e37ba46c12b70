/** The alarms of one incident: each stage of each clock is raised once, whatever crashes or ticks twice. */
import type { Actor, RecordedEvent } from '../recorded.ts';
import type { AlarmKind } from './commands.ts';
import type { AlarmEventPayload, AlarmEventType } from './events.ts';

export type AlarmStage = { key: string; stage: string; stageAt: number; turn?: number | undefined };

export type Alarm = {
  alarmId: string;
  kind: AlarmKind;
  /** When it was first heard. */
  raisedAt: number;
  /** Everything it called, oldest first. */
  stages: readonly AlarmStage[];
  /** What nobody acknowledged and nobody silenced. */
  open: readonly AlarmStage[];
  /** The last time somebody did. */
  acknowledged: { at: number; actor: Actor } | null;
};

/** Oldest first. */
export type AlarmState = { kind: 'alarm'; alarms: readonly Alarm[] };

export const initialAlarms: AlarmState = { kind: 'alarm', alarms: [] };

export function evolveAlarms(state: AlarmState, event: RecordedEvent): AlarmState {
  switch (event.type as AlarmEventType) {
    case 'AlarmRaised': {
      const { alarmId, kind, calledAt, stages } = event.payload as AlarmEventPayload<'AlarmRaised'>;
      const raisedAt = calledAt ?? event.recordedAt;
      const raised: Alarm = { alarmId, kind, raisedAt, stages, open: stages, acknowledged: null };
      return { ...state, alarms: [...state.alarms, raised] };
    }
    case 'AlarmJoined': {
      const { alarmId, stages } = event.payload as AlarmEventPayload<'AlarmJoined'>;
      return changed(state, [alarmId], (alarm) => ({
        ...alarm,
        stages: [...alarm.stages, ...stages],
        open: [...alarm.open, ...stages],
      }));
    }
    case 'AlarmAcknowledged': {
      const { alarmIds } = event.payload as AlarmEventPayload<'AlarmAcknowledged'>;
      const acknowledged = { at: event.recordedAt, actor: event.actor };
      return changed(state, alarmIds, (alarm) => (isOpen(alarm) ? { ...alarm, open: [], acknowledged } : alarm));
    }
    case 'AlarmSilenced': {
      const { alarmId, stage } = event.payload as AlarmEventPayload<'AlarmSilenced'>;
      const silenced = stageKey(stage);
      return changed(state, [alarmId], (alarm) => ({
        ...alarm,
        open: alarm.open.filter((each) => stageKey(each) !== silenced),
      }));
    }
    default:
      return state;
  }
}

function changed(state: AlarmState, alarmIds: readonly string[], change: (alarm: Alarm) => Alarm): AlarmState {
  return { ...state, alarms: state.alarms.map((alarm) => (alarmIds.includes(alarm.alarmId) ? change(alarm) : alarm)) };
}

/** Somebody has to answer it. */
export const isOpen = ({ open }: Alarm): boolean => open.length > 0;

/** A later due instant of the same clock is another stage: the key, the stage and its instant together name it. */
export function stageKey({ key, stage, stageAt, turn }: AlarmStage): string {
  return turn === undefined ? `${key} ${stage} ${stageAt}` : `${key} ${stage} ${stageAt} ${turn}`;
}
