/** 登记发出 of a signed notice or record: to which units, how, when; and for each whether receipt was confirmed by phone. */
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useUnitChoices } from '#renderer/app/act/PartyFields.tsx';
import { readUnits } from '#renderer/app/act/parties.ts';
import { UnitsField } from '#renderer/app/act/UnitsField.tsx';
import { useAct } from '#renderer/app/act/useAct.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { ViaChoice } from '#renderer/app/report/ReportFields.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { DocumentRow, PaperDispatch } from '#shared/contract/rows.ts';
import { isSameUnit } from '#shared/domain/parties.ts';
import type { StoredUnit } from '#shared/domain/parts.ts';
import styles from './Sign.module.css';

type Props = { incidentId: string; document: DocumentRow; at: number };

export function PaperDispatches({ incidentId, document, at }: Props) {
  const t = useT();
  const { readOnly } = useDesk();
  return (
    <>
      {document.dispatches.map((dispatch) => (
        <Sent key={dispatch.dispatchId} incidentId={incidentId} dispatch={dispatch} at={at} />
      ))}
      {document.dispatches.length === 0 && <p className={styles.note}>{t('reports.notSent')}</p>}
      {!readOnly && <SendPaper incidentId={incidentId} documentId={document.documentId} />}
    </>
  );
}

function Sent({ incidentId, dispatch, at }: { incidentId: string; dispatch: PaperDispatch; at: number }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useUnitName();
  const to = dispatch.recipients.map(nameOf).join(t('why.join'));
  return (
    <div className={styles.sent}>
      <p>
        {t('reports.sentTo', { time: format.timed(dispatch.at, at), to })}
        {dispatch.via !== null && ` · ${dispatch.via}`}
      </p>
      <ul className={styles.receipts} aria-label={t('reports.receipts')}>
        {dispatch.recipients.map((recipient) => (
          <Receipt key={recipient.id ?? recipient.name} {...{ incidentId, dispatch, recipient, at }} />
        ))}
      </ul>
    </div>
  );
}

type ReceiptProps = { incidentId: string; dispatch: PaperDispatch; recipient: StoredUnit; at: number };

function Receipt({ incidentId, dispatch, recipient, at }: ReceiptProps) {
  const t = useT();
  const format = useFormat();
  const unit = useUnitName()(recipient);
  const { readOnly } = useDesk();
  const { send, busy, failure } = useAct();
  const { dispatchId } = dispatch;
  const key = `paper/receipt/${dispatchId}/${recipient.id ?? recipient.name}`;
  const { form, change, draft } = useForm(key, () => ({ person: '' }));
  const receipt = dispatch.receipts.find((each) => isSameUnit(each.recipient, recipient));
  if (receipt !== undefined) {
    const time = format.timed(receipt.at, at);
    return <li>{t('reports.receiptOf', { unit, person: receipt.person, time })}</li>;
  }
  if (readOnly) return <li>{t('reports.receiptOpen', { unit })}</li>;
  const person = form.person.trim();
  async function confirm(): Promise<void> {
    if (person === '') return;
    const named = recipient.id ?? { other: recipient.name };
    const command = { type: 'ConfirmPaperReceipt', incidentId, dispatchId, recipient: named, person } as const;
    if (await send(command, t('reports.receiptRecorded'))) draft.discard();
  }
  return (
    <li className={styles.receipt}>
      <TextField
        label={t('reports.receiptPerson', { unit })}
        value={form.person}
        onChange={(typed) => change({ person: typed })}
        onEnter={() => void confirm()}
      />
      <Button
        isDisabled={busy || person === ''}
        aria-label={t('reports.confirmReceiptOf', { unit })}
        onPress={() => void confirm()}
      >
        {t('reports.confirmReceipt')}
      </Button>
      {failure && (
        <span role="alert" className={styles.failure}>
          {failure}
        </span>
      )}
    </li>
  );
}

function SendPaper({ incidentId, documentId }: { incidentId: string; documentId: string }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const choices = useUnitChoices();
  const { send, busy, failure } = useAct();
  const { form, change, draft } = useForm(`paper/send/${documentId}`, () => ({
    dispatchId: newId(),
    units: [] as string[],
    via: '',
    at: NO_TIME,
  }));
  const members = plan.organisations.map((organisation) => label(organisation));
  const isReady = form.units.length > 0 && isTimeOrEmpty(form.at);

  async function record(): Promise<void> {
    if (!isReady) return;
    const sent = {
      type: 'RecordPaperSent',
      incidentId,
      documentId,
      dispatchId: form.dispatchId,
      recipients: readUnits(choices, form.units),
      ...optional('via', form.via),
      ...optionalTime('sentAt', form.at),
    } as const;
    if (!(await send(sent, t('reports.sentRecorded')))) return;
    draft.discard();
    // The next one is another.
    change({ dispatchId: newId(), units: [], via: '', at: NO_TIME });
  }

  return (
    <form className={styles.sign} aria-label={t('reports.send')} onSubmit={(event) => event.preventDefault()}>
      <UnitsField label={t('reports.sendTo')} value={form.units} onChange={(units) => change({ units })} />
      {members.length > 0 && (
        <Button onPress={() => change({ units: [...new Set([...form.units, ...members])] })}>
          {t('reports.allMembers', { n: members.length })}
        </Button>
      )}
      <ViaChoice value={form.via} onChange={(via) => change({ via })} />
      <AtField label={t('reports.sentAt')} value={form.at} onChange={(at) => change({ at })} />
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      <div className={styles.row}>
        <Button variant="primary" isDisabled={busy || !isReady} onPress={() => void record()}>
          {t('reports.recordSent')}
        </Button>
      </div>
    </form>
  );
}

function useUnitName(): (unit: StoredUnit) => string {
  const label = useLabel();
  const { plan } = useDesk();
  const units = [...plan.organisations, ...plan.units];
  return ({ id, name }) =>
    label(
      units.find((unit) => unit.id === id),
      name,
    );
}
