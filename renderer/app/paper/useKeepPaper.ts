/** Keeping a paper, one at a time: how far it is, how to stop it, and why it was not kept. */
import { useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import type { OfficialDocument } from '#shared/documents/document.ts';
import type { Tell } from '#shared/documents/docx/progress.ts';
import { useT } from '../i18n/locale.ts';
import { DocxFailure } from './makeDocx.ts';
import { saveDocx, savePdf } from './savePaper.ts';

export type Keeping =
  | { kind: 'idle' }
  | { kind: 'docx'; fraction: number; stop: () => void }
  | { kind: 'pdf' }
  | { kind: 'failed'; reason: string };

/** What is made sooner needs no word on the way. */
const LONG_MS = 1000;

/** `make`: a list of papers composes none before it is asked for. */
export function useKeepPaper(make: () => OfficialDocument) {
  const t = useT();
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'idle' });
  const isBusy = keeping.kind === 'docx' || keeping.kind === 'pdf';

  /** Said at every quarter; the bar moves at every hundredth. */
  function teller(stop: () => void): Tell {
    const began = performance.now();
    let quarters = 0;
    return (fraction) => {
      setKeeping({ kind: 'docx', fraction, stop });
      const passed = Math.floor(fraction * 4);
      if (passed === quarters || fraction === 1 || performance.now() - began < LONG_MS) return;
      quarters = passed;
      announce(t('reports.making', { percent: Math.floor(fraction * 100) }));
    };
  }

  async function keep(save: () => Promise<'saved' | 'cancelled'>): Promise<void> {
    try {
      announce(t((await save()) === 'saved' ? 'reports.saved' : 'reports.stopped'));
      setKeeping({ kind: 'idle' });
    } catch (error) {
      const reason = t(error instanceof DocxFailure ? 'reports.makeFailed' : 'reports.saveFailed');
      setKeeping({ kind: 'failed', reason });
      announce(reason, 'assertive');
    }
  }

  return {
    keeping,
    isBusy,
    docx: async (): Promise<void> => {
      if (isBusy) return;
      const control = new AbortController();
      const stop = () => control.abort();
      setKeeping({ kind: 'docx', fraction: 0, stop });
      await keep(() => saveDocx(make(), teller(stop), control.signal));
    },
    pdf: async (): Promise<void> => {
      if (isBusy) return;
      setKeeping({ kind: 'pdf' });
      await keep(() => savePdf(make()));
    },
  };
}
