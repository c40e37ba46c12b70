/** From the forms of 归档 and 合并 to their commands. Levels are decided on the 响应 screen. */
import type { CommandInput } from '#shared/domain/commands.ts';

export type CloseValues = { outcome: 'handled' | 'falseAlarm'; reason: string };

export function closeCommand(incidentId: string, { outcome, reason }: CloseValues): CommandInput {
  return { type: 'CloseIncident', incidentId, outcome, ...(reason.trim() !== '' && { reason: reason.trim() }) };
}

export type MergeValues = { into: string | null; reason: string };

export function mergeCommand(incidentId: string, { into, reason }: MergeValues): CommandInput | null {
  if (into === null || reason.trim() === '') return null;
  return { type: 'MergeIncidents', incidentId, into, reason: reason.trim() };
}
