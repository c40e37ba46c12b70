/** What a decision sees of this desk: states from the log, plans from the file. */
import type { LogHead } from '#shared/documents/document.ts';
import { alarmStreamOf } from '#shared/domain/alarm/about.ts';
import type { DecisionContext } from '#shared/domain/decision.ts';
import type { Actor } from '#shared/domain/recorded.ts';
import {
  callStream,
  clueStream,
  DESK_STREAM,
  DIRECTORY_STREAM,
  incidentStream,
  type StreamState,
  warningStream,
} from '#shared/domain/streams.ts';
import { ENGINE_VERSION } from '#shared/plan/engine/version.ts';
import type { Plans } from './plans.ts';
import type { Streams } from './streams.ts';

type Kind = Exclude<StreamState['kind'], 'empty'>;
type StateOf<K extends Kind> = Extract<StreamState, { kind: K }>;

/** The state of a stream of that kind; null while nothing is recorded in it. */
export function stateOf<K extends Kind>(kind: K, state: StreamState): StateOf<K> | null {
  return state.kind === kind ? (state as StateOf<K>) : null;
}

export function deskState(streams: Streams): StateOf<'desk'> {
  return streams.get(DESK_STREAM).state as StateOf<'desk'>;
}

export type ContextParts = {
  streams: Streams;
  plans: Plans;
  logHead: LogHead;
  keptFile: DecisionContext['keptFile'];
};

export function createContext(parts: ContextParts, now: number, actor: Actor): DecisionContext {
  const { streams, plans, logHead, keptFile } = parts;
  const desk = deskState(streams);
  /** Plan ids are ambiguous once a newer version ships: what an incident in question is pinned to goes first. */
  const pinned = new Map<string, string>();
  if (desk.plan !== null) pinned.set(desk.plan.id, desk.plan.hash);

  return {
    now,
    actor,
    desk,
    engineVersion: ENGINE_VERSION,
    logHead,
    keptFile,
    plan(planId) {
      const hash = pinned.get(planId);
      return hash === undefined ? plans.byId(planId) : plans.byHash(hash);
    },
    incident(incidentId) {
      const incident = stateOf('incident', streams.get(incidentStream(incidentId)).state);
      if (incident !== null) pinned.set(incident.planPin.id, incident.planPin.hash);
      return incident;
    },
    call: (callId) => stateOf('call', streams.get(callStream(callId)).state),
    clue: (clueId) => stateOf('clue', streams.get(clueStream(clueId)).state),
    warning(warningId) {
      const warning = stateOf('warning', streams.get(warningStream(warningId)).state);
      if (warning !== null) pinned.set(warning.planPin.id, warning.planPin.hash);
      return warning;
    },
    alarms: (about) => streams.get(alarmStreamOf(about)).state as StateOf<'alarm'>,
    directory: () => streams.get(DIRECTORY_STREAM).state as StateOf<'directory'>,
  };
}
