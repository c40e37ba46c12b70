/**
 * The level in force, read off an incident's entries. A start, a step, an end and a transfer cannot be struck, so every
 * one of them counts.
 */
import type { Timed } from '#shared/plan/facts.ts';
import { type IncidentState, isEntry } from '../incident/incident.ts';

export type LevelInForce = {
  responseId: string;
  level: string;
  /** The post that put it in force: whose authority it was, under a delegation. */
  post: string;
  /** The entry that put it in force. */
  entryId: string;
  /** When that was decided. */
  since: Timed;
  /** The command above, once it took over. */
  transferredTo: string | null;
};

export type Levels = {
  inForce: LevelInForce | null;
  /** The last entry that changed the level or who commands; what a decision is made against. */
  headEntryId: string | null;
  starts: { responseId: string; entryId: string }[];
};

/** Starts of the first version had no id of their own. */
export const responseName = (nth: number): string => `response-${nth}`;

export function levelsOf(state: IncidentState): Levels {
  const levels: Levels = { inForce: null, headEntryId: null, starts: [] };
  for (const entry of state.entries) {
    const { entryId } = entry;
    if (isEntry(entry, 'ResponseStarted')) {
      const { level, decision, responseId = responseName(levels.starts.length + 1) } = entry.payload;
      const post = decision.onBehalfOf ?? decision.post;
      levels.starts.push({ responseId, entryId });
      levels.inForce = { responseId, level, post, entryId, since: decision.at, transferredTo: null };
    } else if (isEntry(entry, 'ResponseAdjusted')) {
      if (levels.inForce === null) continue;
      const { level, decision } = entry.payload;
      const post = decision.onBehalfOf ?? decision.post;
      levels.inForce = { ...levels.inForce, level, post, entryId, since: decision.at };
    } else if (isEntry(entry, 'CommandTransferred')) {
      if (levels.inForce === null) continue;
      levels.inForce = { ...levels.inForce, transferredTo: entry.payload.to };
    } else if (isEntry(entry, 'ResponseTerminated')) levels.inForce = null;
    else continue;
    levels.headEntryId = entryId;
  }
  return levels;
}

export const levelInForce = (state: IncidentState): LevelInForce | null => levelsOf(state).inForce;
