/**
 * The 接报 page's state: the draft, what is wrong with it, and one way to change a field. Fields are named by the
 * command's paths (`details.place`), so that the desk's own errors find them.
 */
import { createContext, useCallback, useContext, useState } from 'react';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { begun, EMPTY_INTAKE, type IntakeForm } from './intakeForm.ts';

/** An error in words, beside its field; path '' is about the whole form. */
export type SaidError = { path: string; text: string /** The words say which field. */; namesField: boolean };

export type IntakeState = {
  form: IntakeForm;
  /** Changes a field and takes back what was said against it. */
  update: (path: string, change: (form: IntakeForm) => IntakeForm) => void;
  errors: readonly SaidError[];
  errorOf: (path: string) => string | null;
};

export const IntakeContext = createContext<IntakeState | null>(null);

export function useIntake(): IntakeState {
  const state = useContext(IntakeContext);
  if (state === null) throw new Error('IntakeContext is missing');
  return state;
}

const DRAFT_KEY = 'intake';

export function useIntakeForm() {
  const draft = useDraft<IntakeForm>(DRAFT_KEY, EMPTY_INTAKE);
  const format = useFormat();
  const [errors, setErrors] = useState<readonly SaidError[]>([]);
  const { set } = draft;
  const update = useCallback<IntakeState['update']>(
    (path, change) => {
      const now = readNow();
      set((form) => change(begun(form, now, format.time(now), () => crypto.randomUUID())));
      setErrors((before) => before.filter((error) => error.path !== '' && !isAt(error.path, path)));
    },
    [set, format],
  );
  const errorOf = (path: string): string | null => errors.find((error) => error.path === path)?.text ?? null;
  return { draft, form: draft.value, update, errors, errorOf, setErrors };
}

/** An error at `durations.outage` is also about `durations.outage.startedAt`. */
const isAt = (errorPath: string, fieldPath: string): boolean =>
  errorPath === fieldPath || fieldPath.startsWith(`${errorPath}.`) || errorPath.startsWith(`${fieldPath}.`);
