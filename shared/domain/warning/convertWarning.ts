/** 转为突发事件: the call that opens the incident takes the warning with it, both linked [rules §6]. */
import { deskError } from '../checks.ts';
import type { DecisionContext, NewEvent } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { warningEvent } from './onWarning.ts';
import { isEnded } from './warning.ts';

/** What is recorded about the warning, or why it cannot become an incident. */
export function convertedWarning(
  { warningId, incidentId, callId }: { warningId: string; incidentId: string; callId: string },
  context: DecisionContext,
): NewEvent | DeskError {
  const warning = context.warning(warningId);
  const field = 'disposition.fromWarningId';
  if (warning === null) return deskError('unknownWarning', { field, id: warningId });
  const { title, stage } = warning;
  if (isEnded(warning)) return deskError('warningStage', { field, title, stage, needed: [] });
  return warningEvent({ warningId }, 'WarningConverted', { title, incidentId, callId });
}
