/** A level about to be put in force: its form, what is missing, and the command [plan 4.3, 4.5; ERL 72]. */
import { type DecisionForm, decisionCommand, newDecision, optional } from '#renderer/app/act/decisionForm.ts';
import type { ProposalRow, ResponseFile } from '#shared/contract/rows.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

export type LevelForm = {
  responseId: string;
  /** The entry the officer saw last: a decision against a state that moved on is refused, never taken twice. */
  against: string | null;
  level: string | null;
  decision: DecisionForm;
  matter: string;
  reason: string;
  hours: string;
  measures: string;
  proposer: string;
};

export const newLevelForm = (
  file: ResponseFile,
  level: string | null,
  proposal: ProposalRow | null,
  responseId: string,
): LevelForm => ({
  responseId,
  against: file.headEntryId,
  level,
  decision: newDecision(null),
  matter: file.response?.matter ?? '',
  reason: proposal?.reason ?? '',
  hours: '',
  measures: '',
  proposer: proposal?.proposer.name ?? '',
});

/** Where no criterion of the level is met by confirmed figures, it is judgement and wants its reason. */
export const needsReason = (file: ResponseFile, level: string | null): boolean =>
  level !== null && !file.levels.some((row) => row.level === level && row.rows.some(({ met }) => met === 'confirmed'));

export const hoursOf = (text: string): number | null => {
  const hours = Number(text.trim());
  return text.trim() !== '' && Number.isFinite(hours) && hours >= 1 && hours <= 10_000 ? hours : null;
};
export const areHoursBad = (text: string): boolean => text.trim() !== '' && hoursOf(text) === null;

/** A start says for how long [ERL 72]; an adjustment may leave what was said. */
export const areHoursMissing = (file: ResponseFile, text: string): boolean =>
  file.response === null ? hoursOf(text) === null : areHoursBad(text);

export function levelCommand(file: ResponseFile, form: LevelForm, proposal: ProposalRow | null): CommandInput {
  const hours = hoursOf(form.hours);
  const common = {
    incidentId: file.incidentId,
    level: form.level ?? '',
    decision: decisionCommand(form.decision),
    ...optional('matter', form.matter),
    ...optional('reason', form.reason),
    ...optional('measures', form.measures),
    ...optional('proposer', form.proposer),
    ...(proposal !== null && { proposalId: proposal.proposalId }),
    against: form.against,
  };
  // The form asks for the hours before it sends; without them the desk refuses.
  return file.response === null
    ? { type: 'StartResponse', responseId: form.responseId, ...common, expectedHours: hours ?? 0 }
    : { type: 'AdjustResponse', ...common, ...(hours !== null && { expectedHours: hours }) };
}

/** Posts that may decide it now, as the desk knows them: up, down, and after a transfer [plan 4.3, 4.5]. */
export const mayDecide = (file: ResponseFile, level: string | null): string[] =>
  file.levels.find((row) => row.level === level)?.may ?? [];
