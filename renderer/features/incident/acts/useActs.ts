/** Opening an act's form from anywhere in the file, and whether the incident still takes it. */
import { createContext, useContext } from 'react';
import type { OpenAct } from './acts.ts';

export type Acts = { open: (act: OpenAct) => void; may: (kind: OpenAct['kind']) => boolean };

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('ActsContext is missing');
  return acts;
}
