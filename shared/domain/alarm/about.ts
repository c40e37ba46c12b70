/**
 * Whose alarms: an incident's, a warning's, or those of the clues that wait, all together. Incidents came first, so an
 * entry that names nothing else names one; what names neither is of the clues.
 */
import { idSchema } from '../values.ts';

export const aboutShape = {
  /** Not where it is about a warning or about clues; those came later than the first version. */
  incidentId: idSchema.optional(),
  warningId: idSchema.optional(),
};

export type AlarmAbout = { incidentId?: string | undefined; warningId?: string | undefined };

/** One name for each; ids hold no slash. */
export function aboutKey({ incidentId, warningId }: AlarmAbout): string {
  if (incidentId !== undefined) return incidentId;
  return warningId === undefined ? 'clues/' : `warning/${warningId}`;
}

export function alarmStreamOf({ incidentId, warningId }: AlarmAbout): string {
  if (incidentId !== undefined) return `alarm/${incidentId}`;
  return warningId === undefined ? 'alarm-clues/all' : `alarm-warning/${warningId}`;
}

/** As it is written: nothing that is not there. */
export function aboutOf({ incidentId, warningId }: AlarmAbout): AlarmAbout {
  if (incidentId !== undefined) return { incidentId };
  return warningId === undefined ? {} : { warningId };
}

export const clueKey = (clueId: string): string => `clue/${clueId}`;
export const isAlarmStream = (stream: string): boolean => /^alarm(-warning|-clues)?\//.test(stream);
