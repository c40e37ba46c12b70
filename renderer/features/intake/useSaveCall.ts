/**
 * Saving: what cannot be read is said at its field and nothing is sent; what the desk refuses is said at its field too;
 * what is saved leaves an empty form for the next call.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk, useHost } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { KeyCount } from '#renderer/app/keyboard/useKeyCount.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { DispositionKind } from './intakeForm.ts';
import { readIntake } from './readIntake.ts';
import { refusalErrors } from './refusal.ts';
import type { SaidError, useIntakeForm } from './useIntakeForm.ts';

/** What the last call became; the incident it belongs to, if any. */
export type SavedCall = { kind: DispositionKind; incidentId: string | null };

export function useSaveCall(
  intake: ReturnType<typeof useIntakeForm>,
  keys: KeyCount,
  root: RefObject<HTMLElement | null>,
) {
  const t = useT();
  const { plan } = useDesk();
  const { drafts } = useHost();
  const execute = useExecute();
  const say = useFailureText();
  const { draft, form, setErrors } = intake;
  const { discard } = draft;
  const [saved, setSaved] = useState<SavedCall | null>(null);
  /** Counts the calls taken on this page: the form begins anew with each. */
  const [serial, setSerial] = useState(0);
  const saving = useRef(false);

  const begin = useCallback(() => {
    discard();
    keys.reset();
    drafts.flush();
    setErrors([]);
    setSerial((before) => before + 1);
  }, [discard, keys, drafts, setErrors]);

  // The program died between recording a call and forgetting its draft, or the answer never came: it is in the log.
  const { data: calls } = useDeskQuery({ type: 'listCalls', limit: 50 });
  const recorded = form.callId === '' ? undefined : calls?.find(({ callId }) => callId === form.callId);
  useEffect(() => {
    if (recorded === undefined || saving.current) return;
    const { disposition } = recorded;
    setSaved({ kind: disposition.kind, incidentId: 'incidentId' in disposition ? disposition.incidentId : null });
    begin();
  }, [recorded, begin]);

  const refuse = (errors: readonly SaidError[]) => {
    setErrors(errors);
    // After the summary is there.
    setTimeout(() => root.current?.querySelector<HTMLElement>('[data-error-summary]')?.focus());
  };

  const save = async (): Promise<void> => {
    if (saving.current) return;
    const { input, errors } = readIntake(form, plan, readNow());
    if (errors.length > 0) {
      return refuse(errors.map(({ path, code }) => ({ path, text: t(`intake.error.${code}`), namesField: false })));
    }
    saving.current = true;
    const outcome = await execute({ ...input, ...keys.recorded() });
    saving.current = false;
    if (outcome.ok) {
      const { disposition } = input;
      setSaved({ kind: disposition.kind, incidentId: 'incidentId' in disposition ? disposition.incidentId : null });
      announce(t(`intake.saved.${disposition.kind}`));
      return begin();
    }
    if (outcome.kind === 'refused') return refuse(refusalErrors(outcome.error, plan));
    const text = say(outcome);
    if (text !== null) refuse([{ path: '', text, namesField: true }]);
  };

  return { save, saved, serial };
}
