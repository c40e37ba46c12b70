/**
 * `const execute = useExecute(); const outcome = await execute({ type: 'AddNote', … })`. Asks the officer where the desk
 * asks back, announces what went wrong, and hands the outcome to the caller to show beside the field.
 */
import { useCallback, useContext } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { errorText } from '#shared/contract/errorText.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { ConfirmCode } from '#shared/domain/errors.ts';
import { UNNAMED_ACTOR } from '#shared/domain/recorded.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { useT } from '../i18n/locale.ts';
import type { Translate } from '../i18n/translator.ts';
import { isLocked } from '../identity/identity.ts';
import { DeskContext, useDesk, useHost } from './deskContext.ts';
import type { ExecuteOutcome, Executor } from './execute.ts';

export type Execute = (command: CommandInput, said?: readonly ConfirmCode[]) => Promise<ExecuteOutcome>;

/** In the officer's words; null when there is nothing to say. */
export function failureText(outcome: ExecuteOutcome, t: Translate, plan?: PlanPackage): string | null {
  if (outcome.ok || outcome.kind === 'declined') return null;
  return outcome.kind === 'unreachable' ? t('app.unreachable') : errorText(outcome.error, plan);
}

/** On any desk and in any officer's name: setting up, adding officers, acknowledging the live desk's alarms. */
export function useExecuteOn(): Executor {
  const { execute } = useHost();
  const plan = useContext(DeskContext)?.plan;
  const t = useT();
  return useCallback(
    async (deskId, officerId, command, said) => {
      const outcome = await execute(deskId, officerId, command, said);
      const problem = failureText(outcome, t, plan);
      if (problem !== null) announce(problem, 'assertive');
      return outcome;
    },
    [execute, plan, t],
  );
}

export function useExecute(): Execute {
  const executeOn = useExecuteOn();
  const { desk, officer } = useDesk();
  return useCallback(
    (command, said) => {
      // A call at a locked screen is taken without a name [PEOPLE-6].
      const by = command.type === 'TakeCall' && isLocked() ? UNNAMED_ACTOR.officerId : officer.officerId;
      return executeOn(desk.deskId, by, command, said);
    },
    [executeOn, desk.deskId, officer.officerId],
  );
}

/** `const say = useFailureText(); say(outcome)` → the words to show beside the form, or null. */
export function useFailureText(): (outcome: ExecuteOutcome) => string | null {
  const plan = useContext(DeskContext)?.plan;
  const t = useT();
  return useCallback((outcome) => failureText(outcome, t, plan), [plan, t]);
}
