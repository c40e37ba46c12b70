/** One act at a time: a second press while the first is on its way does nothing, so a double click is one decision. */
import { useRef, useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import type { CommandIssue } from '#shared/domain/commandIssues.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { ConfirmCode } from '#shared/domain/errors.ts';
import type { ExecuteOutcome } from '../desk/execute.ts';
import { useExecute, useFailureText } from '../desk/useExecute.ts';

export type Act = {
  /** True once it is recorded; `done` is then announced. */
  send: (command: CommandInput, done: string, said?: readonly ConfirmCode[]) => Promise<boolean>;
  busy: boolean;
  /** The desk's words where it refused. */
  failure: string | null;
  /** The field that it is about, by the command's path. */
  failedField: string | null;
};

export function useAct(): Act {
  const execute = useExecute();
  const say = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [failedField, setFailedField] = useState<string | null>(null);
  const onItsWay = useRef(false);

  async function send(command: CommandInput, done: string, said?: readonly ConfirmCode[]): Promise<boolean> {
    if (onItsWay.current) return false;
    onItsWay.current = true;
    setBusy(true);
    const outcome = await execute(command, said);
    onItsWay.current = false;
    setBusy(false);
    setFailure(say(outcome));
    setFailedField(fieldOf(outcome));
    if (outcome.ok) announce(done);
    return outcome.ok;
  }
  return { send, busy, failure, failedField };
}

function fieldOf(outcome: ExecuteOutcome): string | null {
  if (outcome.ok || outcome.kind !== 'refused') return null;
  const { field, issues } = outcome.error.params;
  const [first] = Array.isArray(issues) ? (issues as CommandIssue[]) : [];
  return typeof field === 'string' ? field : (first?.path ?? null);
}
