/** A form's fields as one draft that survives a crash, ids of new things included, so that trying again is never a second one. */
import { useState } from 'react';
import { type DraftState, useDraft } from '../desk/useDraft.ts';

const MAX_KEY = 120;

export type FormState<T> = { form: T; change: (change: Partial<T>) => void; draft: DraftState<T> };

export function useForm<T extends object>(key: string, make: () => T): FormState<T> {
  const [initial] = useState(make);
  const draft = useDraft<T>(key.slice(0, MAX_KEY), initial);
  return { form: draft.value, change: (change) => draft.set((now) => ({ ...now, ...change })), draft };
}

export const newId = (): string => crypto.randomUUID();
