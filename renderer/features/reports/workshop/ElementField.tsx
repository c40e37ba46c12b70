/**
 * One element of the report: its words, their state and the entries they were taken from. `?` is 正在核实, as everywhere;
 * typed over, it is marked, and new facts are offered for it alone.
 */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { EntryLink } from '#renderer/app/why/EntryLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { IncidentFile } from '#shared/contract/rows.ts';
import { plannedElements, type ReportRole } from '#shared/domain/report/composeReport.ts';
import { BEING_VERIFIED } from '#shared/domain/report/quantityText.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { DraftElement } from './reportDraft.ts';
import styles from './Workshop.module.css';

type Props = {
  report: ReportRole;
  file: IncidentFile;
  element: DraftElement;
  text: string;
  onChange: (text: string) => void;
  onRestore: () => void;
};

export function ElementField({ report: role, file, element, text, onChange, onRestore }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const [showsOrigin, setShowsOrigin] = useState(false);
  const name = label(
    plannedElements(plan, role).find(({ id }) => id === element.id),
    element.label,
  );
  const field = {
    label: name,
    value: text,
    onChange: (typed: string) => onChange(/^[?？]$/.test(typed) ? BEING_VERIFIED : typed),
    unknown: element.state === 'beingVerified',
    hint: (
      <span data-state={element.state}>
        {element.byHand && <b className={styles.byHand}>{t('reports.byHand')} </b>}
        {t(`reports.element.${element.state}`)}
      </span>
    ),
  };
  const from = element.from ?? [];
  return (
    <li className={styles.element} data-state={element.state}>
      {isLong(plan, role, element.id) ? (
        <TextArea {...field} rows={Math.min(6, Math.max(2, text.split('\n').length))} />
      ) : (
        <TextField {...field} />
      )}
      <div className={styles.elementActs}>
        {from.length > 0 && (
          <Button
            variant="quiet"
            aria-expanded={showsOrigin}
            aria-label={t('reports.originOf', { label: name })}
            onPress={() => setShowsOrigin(!showsOrigin)}
          >
            {t('reports.origin')}
          </Button>
        )}
        {element.byHand && (
          <Button
            variant="quiet"
            className={styles.restore ?? ''}
            aria-label={t('reports.restoreOf', { label: name })}
            onPress={onRestore}
          >
            {t('reports.restore')}
          </Button>
        )}
      </div>
      {element.isStale && (
        <p className={styles.stale}>
          {t('reports.stale', { text: element.fact === '' ? t('reports.element.missing') : element.fact })}{' '}
          <Button variant="quiet" aria-label={t('reports.takeOverOf', { label: name })} onPress={onRestore}>
            {t('reports.takeOver')}
          </Button>
        </p>
      )}
      {showsOrigin && (
        <div className={styles.origin}>
          {from.map((entryId) => (
            <EntryLink key={entryId} file={file} entryId={entryId} onFollow={() => {}} />
          ))}
        </div>
      )}
    </li>
  );
}

function isLong(plan: PlanPackage, role: ReportRole, id: string): boolean {
  if (role !== 'initial') return true;
  const source = plan.initialReportElements.find((element) => element.id === id)?.source;
  if (source?.kind !== 'detail') return false;
  return plan.details.find((detail) => detail.id === source.detail)?.input === 'longText';
}
