/**
 * One act on an incident, typed into a form: its draft, what the desk said against it, and recording it. Several commands
 * go one after the other, as when a wrong figure is struck and the right one recorded; what was recorded stays recorded.
 */
import { useRef, useState } from 'react';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

export type Act<T> = {
  form: T;
  change: (change: Partial<T>) => void;
  /** True once recording was tried: what is missing is said from then on. */
  tried: boolean;
  failure: string | null;
  busy: boolean;
  draft: { exists: boolean; savedAt: number | null; unsaved: boolean };
  /** Null where something is still missing. */
  record: (commands: readonly CommandInput[] | null) => Promise<void>;
};

const LONGEST_KEY = 120;

export function useAct<T extends object>(key: string, initial: T, onDone: () => void): Act<T> {
  const t = useT();
  const execute = useExecute();
  const say = useFailureText();
  const draft = useDraft<T>(`act/${key}`.slice(0, LONGEST_KEY), initial);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** How many of the commands are recorded: trying again goes on from there. */
  const recorded = useRef(0);
  const recording = useRef(false);

  async function record(commands: readonly CommandInput[] | null): Promise<void> {
    setTried(true);
    if (commands === null) return announce(t('incident.act.incomplete'), 'assertive');
    if (recording.current) return;
    recording.current = true;
    setBusy(true);
    for (const command of commands.slice(recorded.current)) {
      const outcome = await execute(command);
      setFailure(say(outcome));
      if (!outcome.ok) break;
      recorded.current += 1;
    }
    recording.current = false;
    setBusy(false);
    if (recorded.current < commands.length) return;
    recorded.current = 0;
    setTried(false);
    draft.discard();
    announce(t('incident.act.done'));
    onDone();
  }

  const change = (next: Partial<T>) => draft.set((now) => ({ ...now, ...next }));
  return { form: draft.value, change, tried, failure, busy, draft, record };
}
