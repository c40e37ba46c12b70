/** What can be done with a paper: kept as a Word file, kept as PDF, printed. */
import { useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { OfficialDocument } from '#shared/documents/document.ts';
import { useT } from '../i18n/locale.ts';
import styles from './PaperActions.module.css';
import { canSavePdf, saveDocx, savePdf } from './savePaper.ts';

export function PaperActions({ document }: { document: OfficialDocument }) {
  const t = useT();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function keep(save: (document: OfficialDocument) => Promise<'saved' | 'cancelled'>): Promise<void> {
    setState('busy');
    try {
      if ((await save(document)) === 'saved') announce(t('reports.saved'));
      setState('idle');
    } catch {
      setState('failed');
      announce(t('reports.saveFailed'), 'assertive');
    }
  }
  return (
    <>
      <Button isDisabled={state === 'busy'} onPress={() => void keep(saveDocx)}>
        {t('reports.saveDocx')}
      </Button>
      {canSavePdf() && (
        <Button isDisabled={state === 'busy'} onPress={() => void keep(savePdf)}>
          {t('reports.savePdf')}
        </Button>
      )}
      <Button onPress={() => window.print()}>{canSavePdf() ? t('reports.printOnly') : t('reports.print')}</Button>
      {state === 'busy' && <output>{t('reports.saving')}</output>}
      {state === 'failed' && (
        <span role="alert" className={styles.failure}>
          {t('reports.saveFailed')}
        </span>
      )}
    </>
  );
}
