/**
 * 发布与变更: never without every required field, an approval of the level and a post that may issue it. A change is a whole
 * new version; another level is a re-issue [plan 3.4.2; ERL 64, 70].
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { deskError, firstError, unknownItem } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { ConfirmQuestion, DeskError } from '../errors.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { storedDecision } from '../parts.ts';
import { futureTimes, outOfOrder } from '../questions.ts';
import type { PlanPin } from '../recorded.ts';
import { approvalError, higherLevel, issuerError, warningLevelOf } from './authority.ts';
import { changedParts, contentError, missingError, storedContent } from './content.ts';
import { goingNotice } from './notice.ts';
import { onWarning, versionError, warningEvent } from './onWarning.ts';
import { defaultRecipients, recipientErrors, storedRecipients } from './recipients.ts';
import { standingVersion } from './warning.ts';

export function issueWarning(command: CommandOf<'IssueWarning'>, context: DecisionContext): Decision {
  const { issuer } = command;
  return onWarning(command, context, ['approved'], ({ plan, warnings, state, pin }) => {
    const { approval, title } = state;
    const level = approval === null ? null : warningLevelOf(warnings, approval.level);
    if (approval === null || level === null) return rejected(deskError('unknownPlanItem', { field: 'level', id: '' }));
    const content = storedContent(plan, command.content);
    const error = firstError(
      issuerError(plan, level, issuer.post),
      contentError(plan, warnings, command.content),
      missingError(warnings, content),
      recipientErrors(warnings, 'recipients', command.recipients ?? []),
    );
    if (error !== null) return rejected(error);
    const at = issuer.at ?? nowTimed(context);
    const { warningId } = command;
    const going = goingNotice(plan, warnings, { warningId, inNameOf: level.inNameOf, document: 'v1' }, context);
    const event = warningEvent(command, 'WarningIssued', {
      version: 1,
      title,
      level: level.id,
      ruledBy: level.id,
      inNameOf: level.inNameOf,
      content,
      approval: approval.approval,
      ground: approval.ground,
      issuer: { ...issuer, at },
      recipients: storedRecipients(warnings, command.recipients ?? defaultRecipients(warnings, content.areas)),
      shown: shownFor(pin, context),
      notice: going.notice,
    });
    return decided([event, ...going.events], questionsOf(command, context, ['approvedAt', approval.approval.at]));
  });
}

export function changeWarning(command: CommandOf<'ChangeWarning'>, context: DecisionContext): Decision {
  const { version: seen, issuer, approval, ground, reason } = command;
  return onWarning(command, context, ['issued'], ({ plan, warnings, state, pin }) => {
    const before = standingVersion(state);
    const stale = versionError(state, seen);
    if (before === null || stale !== null) return rejected(stale ?? deskError('nothingChanged', { field: 'content' }));
    const level = command.level ?? before.level;
    const unknown = unknownItem('level', level, warnings.levels);
    if (unknown !== null) return rejected(unknown);
    const ruledBy = higherLevel(warnings, before.ruledBy, level);
    const content = storedContent(plan, command.content);
    const error = firstError(
      rulingError(plan, warnings, ruledBy, approval.post, issuer.post),
      unknownItem('ground', ground, warnings.grounds),
      contentError(plan, warnings, command.content),
      missingError(warnings, content),
    );
    if (error !== null) return rejected(error);
    const changed = changedParts(before, { level, content });
    if (changed.length === 0) return rejected(deskError('nothingChanged', { field: 'content' }));
    const given = storedDecision(approval, nowTimed(context));
    const inNameOf = warningLevelOf(warnings, ruledBy)?.inNameOf ?? before.inNameOf;
    const { warningId } = command;
    const going = goingNotice(plan, warnings, { warningId, inNameOf, document: `v${seen + 1}` }, context);
    const event = warningEvent(command, 'WarningChanged', {
      version: seen + 1,
      title: state.title,
      level,
      ruledBy,
      inNameOf,
      content,
      approval: given,
      ground,
      issuer: { ...issuer, at: issuer.at ?? nowTimed(context) },
      reason,
      changed,
      shown: shownFor(pin, context),
      notice: going.notice,
    });
    return decided(
      [event, ...going.events],
      [
        ...futureTimes({ 'approval.at': approval.at }, context.now),
        ...questionsOf(command, context, ['approval.at', given.at]),
        ...outOfOrder(['issuedAt', before.issuer.at], ['issuer.at', issuer.at]),
      ],
    );
  });
}

function rulingError(
  plan: PlanPackage,
  warnings: Warnings,
  ruledBy: string,
  approver: string,
  issuer: string,
): DeskError | null {
  const level = warningLevelOf(warnings, ruledBy);
  if (level === null) return deskError('unknownPlanItem', { field: 'level', id: ruledBy });
  return firstError(approvalError(plan, level, approver), issuerError(plan, level, issuer));
}

type Issuing = Pick<CommandOf<'IssueWarning'>, 'issuer'>;

const questionsOf = (
  { issuer }: Issuing,
  context: DecisionContext,
  approved: Parameters<typeof outOfOrder>[0],
): ConfirmQuestion[] => [
  ...futureTimes({ 'issuer.at': issuer.at }, context.now),
  ...outOfOrder(approved, ['issuer.at', issuer.at]),
];

/** What was in force of plan and engine when it went out. */
const shownFor = (pin: PlanPin, { engineVersion }: DecisionContext) => ({ planHash: pin.hash, engineVersion });
