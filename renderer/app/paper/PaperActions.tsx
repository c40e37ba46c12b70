/** What can be done with a paper: kept as a Word file, kept as PDF, printed. A long one shows how far it is. */
import { Button } from '#renderer/ui/Button.tsx';
import type { OfficialDocument } from '#shared/documents/document.ts';
import { useT } from '../i18n/locale.ts';
import { useCommandKey } from '../keyboard/useCommandKey.ts';
import styles from './PaperActions.module.css';
import { canSavePdf } from './savePaper.ts';
import { useKeepPaper } from './useKeepPaper.ts';

export function PaperActions({ document }: { document: OfficialDocument }) {
  const t = useT();
  const { keeping, isBusy, docx, pdf } = useKeepPaper(() => document);
  useCommandKey('s', () => void docx());
  return (
    <>
      <Button kbd="Ctrl S" isDisabled={isBusy} onPress={() => void docx()}>
        {t('reports.saveDocx')}
      </Button>
      {canSavePdf() && (
        <Button isDisabled={isBusy} onPress={() => void pdf()}>
          {t('reports.savePdf')}
        </Button>
      )}
      <Button onPress={() => window.print()}>{canSavePdf() ? t('reports.printOnly') : t('reports.print')}</Button>
      {keeping.kind === 'docx' && <Making fraction={keeping.fraction} onStop={keeping.stop} />}
      {keeping.kind === 'pdf' && <output>{t('reports.saving')}</output>}
      {keeping.kind === 'failed' && (
        <span role="alert" className={styles.failure}>
          {keeping.reason}
        </span>
      )}
    </>
  );
}

/** The bar is read when asked for; what is said by itself is said at the quarters. */
function Making({ fraction, onStop }: { fraction: number; onStop: () => void }) {
  const t = useT();
  const words = t('reports.making', { percent: Math.floor(fraction * 100) });
  return (
    <span className={styles.making}>
      <progress className={styles.bar} aria-label={t('reports.makingDocx')} value={fraction} />
      <span aria-hidden="true">{words}</span>
      <Button onPress={onStop}>{t('reports.stopMaking')}</Button>
    </span>
  );
}
