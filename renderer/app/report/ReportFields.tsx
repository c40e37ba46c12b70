/** The fields every report has: of which kind, answering what, when, received by whom. */
import type { Ref } from 'react';
import { ComboBox } from '#renderer/ui/ComboBox.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import type { DemandRow } from '#shared/contract/rows.ts';
import { readNow } from '../clock/clock.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import styles from './ReportFields.module.css';
import { ReportRecipients } from './ReportRecipients.tsx';
import type { ReportDraft } from './useReportForm.ts';

type Props = { report: ReportDraft };

export function KindField({ report: { form, change } }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  return (
    <Select
      label={t('reports.kind')}
      choices={plan.reportKinds.map((kind) => ({ id: kind.id, label: label(kind) }))}
      value={form.kind}
      onChange={(kind) => change({ kind })}
    />
  );
}

/** Only where a demand stands; naming none is a choice of its own. */
export function DemandField({ report: { form, change }, demands }: Props & { demands: readonly DemandRow[] }) {
  const t = useT();
  const words = usePlanWords();
  const format = useFormat();
  const standing = demands.filter(({ struck }) => !struck);
  if (standing.length === 0) return null;
  const choices = standing.map(({ demandId, from, at, what }) => ({
    id: demandId,
    label: `${format.time(at.at)} ${words.unit(from)}：${what}`,
  }));
  return (
    <Select
      label={t('reports.answers')}
      choices={[{ id: NONE, label: t('reports.answersNone') }, ...choices]}
      value={form.demandId ?? NONE}
      onChange={(id) => change({ demandId: id === NONE ? null : id })}
    />
  );
}
/** No id of the desk's: those start with a letter or digit. */
const NONE = '-';

export function SentField({ report: { form, change, problems }, label }: Props & { label: string }) {
  const t = useT();
  const { timeZone, day, dayHint } = useFormat();
  return (
    <TimeField
      label={label}
      value={form.sent}
      onChange={(sent) => change({ sent })}
      now={readNow}
      timeZone={timeZone}
      placeholder={t('reports.now')}
      hint={t('ui.time.hint')}
      meaning={({ at }) => `${dayHint(at, readNow())} ${day(at)}`}
      error={problems.includes('sent') ? t('ui.time.bad') : null}
    />
  );
}

type ReceiverProps = Props & { autoFocus?: boolean; inputRef?: Ref<HTMLInputElement> };

export function ReceiverField({ report: { form, change }, autoFocus = false, inputRef }: ReceiverProps) {
  const t = useT();
  return (
    <TextField
      label={t('reports.receiver')}
      value={form.receiver}
      onChange={(receiver) => change({ receiver })}
      autoFocus={autoFocus}
      {...(inputRef ? { inputRef } : {})}
    />
  );
}

/** Whom it goes to, with what it meets there. */
export function RecipientsField({ report: { recipients, tick, problems } }: Props) {
  const t = useT();
  return (
    <ReportRecipients
      legend={t('reports.recipients')}
      recipients={recipients}
      onTick={tick}
      error={problems.includes('recipients') ? t('reports.recipientsNeeded') : null}
    />
  );
}

/** The desk's words where it refused. */
export function ReportFailure({ report: { failure } }: Props) {
  if (failure === null) return null;
  return (
    <p role="alert" className={styles.failure}>
      {failure}
    </p>
  );
}

/** How a paper goes; the usual ways are one key away, any other is typed. */
export const ViaField = ({ report: { form, change } }: Props) => (
  <ViaChoice value={form.via} onChange={(via) => change({ via })} />
);

export function ViaChoice({ value, onChange }: { value: string; onChange: (via: string) => void }) {
  const t = useT();
  return (
    <ComboBox
      label={t('reports.via')}
      choices={VIA.map((id) => ({ id, label: t(`reports.via.${id}`) }))}
      value={value}
      onChange={onChange}
    />
  );
}
const VIA = ['fax', 'network', 'courier', 'mail'] as const;

export function SignedOffField({ report: { form, change, problems } }: Props) {
  const t = useT();
  return (
    <TextField
      label={t('reports.signedOffBy')}
      value={form.signedOffBy}
      onChange={(signedOffBy) => change({ signedOffBy })}
      isRequired
      error={problems.includes('signedOffBy') ? t('reports.signedOffNeeded') : null}
    />
  );
}
