/** 登记已报 · 登记到报: when, in which form, received by whom. What it meets is shown before it is recorded. */
import type { KeyboardEvent } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { isEnter } from '#renderer/ui/composition.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { DraftSaved } from '../desk/DraftSaved.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useT } from '../i18n/locale.ts';
import { useKeyCount } from '../keyboard/useKeyCount.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import styles from './QuickReportDialog.module.css';
import {
  DemandField,
  KindField,
  ReceiverField,
  RecipientsField,
  ReportFailure,
  SentField,
  SignedOffField,
} from './ReportFields.tsx';
import { needsSignature } from './reportForm.ts';
import { useReportForm } from './useReportForm.ts';

const DRAFT_KEY_LENGTH = 120;

type Asked = { incident: IncidentRow; row: Obligation };
type Props = { asked: Asked | null; onClose: () => void };

export function QuickReportDialog({ asked, onClose }: Props) {
  const t = useT();
  if (asked === null) return null;
  const title = t(asked.row.supervised ? 'board.noteArrival' : 'board.recordDone');
  return (
    <Dialog title={`${title} · ${asked.incident.title}`} isOpen onClose={onClose}>
      <QuickReport key={asked.row.key} asked={asked} onClose={onClose} />
    </Dialog>
  );
}

function QuickReport({ asked: { incident, row }, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  // Keys are long; one draft per incident and rule is what an officer can have in mind.
  const draftKey = `report/quick/${incident.incidentId}/${row.rule}`.slice(0, DRAFT_KEY_LENGTH);
  const report = useReportForm({
    incident,
    form: row.form === 'written' ? 'written' : 'phone',
    asked: row,
    draftKey,
  });
  const { data: file } = useDeskQuery({ type: 'getIncident', incidentId: incident.incidentId });
  const { form, change } = report;
  const keys = useKeyCount({
    key: `keys/${draftKey}`.slice(0, DRAFT_KEY_LENGTH),
    form: report.draft.exists ? 'begun' : 'empty',
  });

  async function save(): Promise<void> {
    if ((await report.record(keys.recorded())) === null) return;
    keys.reset();
    onClose();
  }
  const pressed = (event: KeyboardEvent) => {
    if (!isEnter(event) || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} onKeyDownCapture={keys.onKeyDownCapture}>
      <div className={styles.form} role="presentation" onKeyDown={pressed}>
        {row.supervised && <p className={styles.who}>{t('board.reportOf', { unit: words.unit(form.unit) })}</p>}
        <div className={styles.fields}>
          <SentField report={report} label={t(row.supervised ? 'reports.arrivedAt' : 'reports.sentAt')} />
          <ReceiverField report={report} autoFocus />
          <ChoiceGroup
            label={t('reports.form')}
            choices={(['phone', 'written'] as const).map((id) => ({ id, label: t(`ui.form.${id}`) }))}
            value={form.form}
            onChange={(id) => change({ form: id === 'written' ? 'written' : 'phone' })}
          />
          <KindField report={report} />
          {needsSignature(plan, form) && <SignedOffField report={report} />}
          <DemandField report={report} demands={file?.demands ?? []} />
        </div>
        <RecipientsField report={report} />
        <ReportFailure report={report} />
        <div className={styles.actions}>
          <Button variant="primary" size="l" kbd="Ctrl ⏎" isDisabled={report.busy} onPress={() => void save()}>
            {t('reports.record')}
          </Button>
          <Button size="l" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <DraftSaved draft={report.draft} />
        </div>
      </div>
    </form>
  );
}
