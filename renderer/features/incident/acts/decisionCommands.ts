/** From the forms of 启动, 调整, 终止 and 归档 to their commands: who decided, by which post, how it was given. */
import { type TimeValue, timedInput, timeKind } from '#renderer/ui/timeValue.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { hoursOf } from './actCommands.ts';

export const MEANS = ['inPerson', 'phone', 'written'] as const;
export type Means = (typeof MEANS)[number];

export type DecisionValues = { post: string | null; name: string; means: Means; at: TimeValue };
type DecisionInput = Extract<CommandInput, { type: 'StartResponse' }>['decision'];

export function decisionOf({ post, name, means, at }: DecisionValues): DecisionInput | null {
  if (post === null || name.trim() === '' || ['bad', 'unknown'].includes(timeKind(at))) return null;
  return { post, name: name.trim(), means, ...(at.timed !== null && { at: timedInput(at.timed) }) };
}

export type LevelValues = {
  level: string | null;
  decision: DecisionValues;
  reason: string;
  matter: string;
  expectedHours: string;
};

/** Starts, or adjusts what is in force. */
export function levelCommand(incidentId: string, inForce: string | null, form: LevelValues): CommandInput | null {
  const decision = decisionOf(form.decision);
  const hours = hoursOf(form.expectedHours);
  if (form.level === null || decision === null || hours === 'bad') return null;
  const reason = form.reason.trim();
  const common = { incidentId, level: form.level, decision, ...(reason !== '' && { reason }) };
  if (inForce !== null) return { type: 'AdjustResponse', ...common };
  const matter = form.matter.trim();
  return {
    type: 'StartResponse',
    ...common,
    ...(matter !== '' && { matter }),
    ...(typeof hours === 'number' && { expectedHours: hours }),
  };
}

export type TerminateValues = {
  conditions: Record<string, boolean>;
  approval: DecisionValues;
  decision: DecisionValues;
};

export function terminateCommand(plan: PlanPackage, incidentId: string, form: TerminateValues): CommandInput | null {
  const [approval, decision] = [decisionOf(form.approval), decisionOf(form.decision)];
  const conditions = Object.fromEntries(
    plan.termination.conditions.map(({ id }) => [id, form.conditions[id] === true]),
  );
  if (approval === null || decision === null) return null;
  return { type: 'TerminateResponse', incidentId, conditions, approval, decision };
}

export type CloseValues = { outcome: 'handled' | 'falseAlarm'; reason: string };

export function closeCommand(incidentId: string, { outcome, reason }: CloseValues): CommandInput {
  return { type: 'CloseIncident', incidentId, outcome, ...(reason.trim() !== '' && { reason: reason.trim() }) };
}

export type MergeValues = { into: string | null; reason: string };

export function mergeCommand(incidentId: string, { into, reason }: MergeValues): CommandInput | null {
  if (into === null || reason.trim() === '') return null;
  return { type: 'MergeIncidents', incidentId, into, reason: reason.trim() };
}
