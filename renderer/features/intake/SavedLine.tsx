/** One line about the call just taken: where it is, and F4 or F7 to report it. The form below is already the next one's. */
import { useEffect } from 'react';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { navigate, useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isUnmet } from '#shared/domain/questions.ts';
import styles from './Intake.module.css';
import type { SavedCall } from './useSaveCall.ts';

export function SavedLine({ saved: { kind, incidentId } }: { saved: SavedCall }) {
  const t = useT();
  const hrefOf = useHref();
  const { data: file } = useDeskQuery(incidentId === null ? null : { type: 'getIncident', incidentId });
  useReportKeys(incidentId);
  const clocks = file?.assessment.obligations.filter((row) => isUnmet(row) && !row.supervised).length ?? 0;
  return (
    <output className={styles.saved}>
      <span>{t(`intake.saved.${kind}`)}</span>
      {incidentId !== null && file !== undefined && (
        <>
          <a className={styles.savedLink} href={hrefOf({ screen: 'incident', incidentId })}>
            {file.title}
          </a>
          <span className={styles.quiet}>{t('intake.saved.clocks', { n: clocks })}</span>
        </>
      )}
      {incidentId !== null && (
        <Button kbd="F4" onPress={() => navigate({ screen: 'report', incidentId, form: 'phone' })}>
          {t('intake.saved.report')}
        </Button>
      )}
    </output>
  );
}

const FORMS: Readonly<Record<string, 'phone' | 'initial'>> = { F4: 'phone', F7: 'initial' };

/** As the line's button says: F4 reports about this one, F7 writes about it, however many others are open. */
function useReportKeys(incidentId: string | null): void {
  useEffect(() => {
    if (incidentId === null) return;
    const pressed = (event: KeyboardEvent) => {
      const form = FORMS[event.key];
      if (form === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      navigate({ screen: 'report', incidentId, form });
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, [incidentId]);
}
