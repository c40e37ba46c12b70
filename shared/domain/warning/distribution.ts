/** 分发与签收: who was sent which version, how and when, and who said that it is there [plan 3.4.2]. */
import { deskError, firstError } from '../checks.ts';
import type { CommandOf } from '../commands.ts';
import { type Decision, type DecisionContext, rejected } from '../decision.ts';
import type { DeskError } from '../errors.ts';
import { decided, nowTimed } from '../incident/onIncident.ts';
import { futureTimes } from '../questions.ts';
import { MOST_MESSAGE_CHARACTERS } from './commands.ts';
import { messageSize } from './content.ts';
import { onWarning, type WarningSubject, warningEvent } from './onWarning.ts';
import { recipientErrors, storedRecipient, storedRecipients } from './recipients.ts';
import { messageText } from './texts.ts';
import { isSameRecipient, issuedVersion, standingVersion } from './warning.ts';

export function sendWarning(command: CommandOf<'SendWarning'>, context: DecisionContext): Decision {
  const { means, sentAt } = command;
  return onWarning(command, context, ['issued'], (subject) => {
    const { warnings, state } = subject;
    const version = command.version ?? state.versions.length;
    const error = firstError(
      versionKnown(subject, version),
      recipientErrors(warnings, 'to', command.to),
      means === 'message' ? tooLong(subject) : null,
    );
    if (error !== null) return rejected(error);
    const at = sentAt ?? nowTimed(context);
    const to = storedRecipients(warnings, command.to);
    const event = warningEvent(command, 'WarningSent', { title: state.title, version, to, means, at });
    return decided([event], futureTimes({ sentAt }, context.now));
  });
}

export function acknowledgeWarning(command: CommandOf<'AcknowledgeWarning'>, context: DecisionContext): Decision {
  const { person, acknowledgedAt } = command;
  return onWarning(command, context, ['issued'], (subject) => {
    const { warnings, state } = subject;
    const version = command.version ?? state.versions.length;
    const error = firstError(
      versionKnown(subject, version),
      recipientErrors(warnings, 'recipient', [command.recipient]),
    );
    if (error !== null) return rejected(error);
    const recipient = storedRecipient(warnings, command.recipient);
    const known = state.recipients.find((each) => isSameRecipient(each, recipient));
    if (known === undefined) return rejected(deskError('notARecipient', { field: 'recipient', name: recipient.name }));
    const wanted = issuedVersion(state)?.version ?? 1;
    const earlier = known.acknowledged.find((each) => each.version >= Math.max(wanted, version));
    if (earlier !== undefined) {
      const { person: by, at } = earlier;
      return rejected(deskError('warningAcknowledged', { field: 'recipient', name: known.name, by, at: at.at }));
    }
    const { id, name, phone } = known;
    const at = acknowledgedAt ?? nowTimed(context);
    const stored = { id, name, phone };
    const event = warningEvent(command, 'WarningAcknowledged', {
      title: state.title,
      version,
      recipient: stored,
      person,
      at,
    });
    return decided([event], futureTimes({ acknowledgedAt }, context.now));
  });
}

const versionKnown = ({ state }: WarningSubject, version: number): DeskError | null =>
  version <= state.versions.length
    ? null
    : deskError('warningChanged', { title: state.title, version: state.versions.length, seen: version });

function tooLong({ plan, warnings, state }: WarningSubject): DeskError | null {
  const version = standingVersion(state);
  const size = version === null ? 0 : messageSize(messageText(plan, warnings, version));
  const most = MOST_MESSAGE_CHARACTERS;
  return size <= most ? null : deskError('messageTooLong', { field: 'content.message', size, most });
}
