/** What is typed during a call, and the command made of it. */
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { NO_TIME, type TimeValue } from '#renderer/ui/timeValue.ts';
import type { CallStepRow } from '#shared/contract/rows.ts';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import type { CallNumber } from '#shared/domain/callTree/parts.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { digitsOf, isPhoneNumber } from '#shared/domain/directory/contact.ts';
import type { PhoneResult } from '#shared/domain/directory/events.ts';

export type CallForm = {
  /** null: the first of those known. */
  number: string | null;
  answeredBy: string;
  note: string;
  at: TimeValue;
  /** A recipient's acknowledgement is recorded with the answer. */
  acknowledge: boolean;
};

export const newCall = (): CallForm => ({ number: null, answeredBy: '', note: '', at: NO_TIME, acknowledge: true });

/** Shown large: what was typed, or the first to be tried. */
export const dialled = ({ number }: CallForm, { numbers }: CallStepRow): string =>
  (number ?? numbers[0]?.number ?? '').trim();

/** Whose it is, where it is one of those known. */
export const whoseNumber = (form: CallForm, step: CallStepRow): CallNumber | null => {
  const digits = digitsOf(dialled(form, step));
  return step.numbers.find(({ number }) => digitsOf(number) === digits) ?? null;
};

/** The one after it, from the last to the first. */
export function nextNumber(form: CallForm, step: CallStepRow): string | null {
  const at = step.numbers.findIndex((each) => each === whoseNumber(form, step));
  return step.numbers[(at + 1) % step.numbers.length]?.number ?? null;
}

export type CallFault = 'acknowledgedByNeeded' | 'timeWrong' | 'numberWrong';

export function callFault(form: CallForm, step: CallStepRow, result: PhoneResult): CallFault | null {
  const number = dialled(form, step);
  if (number !== '' && !isPhoneNumber(number)) return 'numberWrong';
  if (!isTimeOrEmpty(form.at)) return 'timeWrong';
  return wantsAcknowledgement(form, step, result) && form.answeredBy.trim() === '' ? 'acknowledgedByNeeded' : null;
}

const wantsAcknowledgement = (form: CallForm, step: CallStepRow, result: PhoneResult): boolean =>
  result === 'answered' && step.owesAcknowledgement && form.acknowledge;

type Call = { subject: CallSubject; runId: string; step: CallStepRow; form: CallForm; result: PhoneResult };

export function callCommand({ subject, runId, step, form, result }: Call): CommandInput {
  const contactId = whoseNumber(form, step)?.contactId ?? null;
  return {
    type: 'RecordCallResult',
    subject,
    runId,
    stepId: step.stepId,
    result,
    ...optional('number', dialled(form, step)),
    ...(contactId !== null && { contactId }),
    ...(result === 'answered' && optional('answeredBy', form.answeredBy)),
    ...optional('note', form.note),
    ...optionalTime('at', form.at),
    ...(wantsAcknowledgement(form, step, result) && optional('acknowledgedBy', form.answeredBy)),
  };
}

/** After a call in vain: is there a number of this step that was never tried? */
export const hasUntried = (form: CallForm, { numbers }: CallStepRow): boolean =>
  numbers.some(
    ({ number, tries }) => tries === 0 && digitsOf(number) !== digitsOf(form.number ?? numbers[0]?.number ?? ''),
  );
