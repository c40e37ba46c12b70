/** What becomes of the call: a new incident, part of an open one, a false alarm, or the same as an earlier call. */
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { CallRow } from '#shared/contract/rows.ts';
import type { IncidentRow } from '#shared/domain/rows.ts';
import styles from './Intake.module.css';
import { DISPOSITIONS, type DispositionKind, type IntakeForm } from './intakeForm.ts';
import { useIntake } from './useIntakeForm.ts';

export function DispositionFields({ open }: { open: readonly IncidentRow[] }) {
  const t = useT();
  const { form, update, errorOf } = useIntake();
  const { kind, incidentId, reason } = form.disposition;
  const put = (path: string, change: Partial<IntakeForm['disposition']>) =>
    update(path, (now) => ({ ...now, disposition: { ...now.disposition, ...change } }));
  return (
    <>
      <ChoiceGroup
        label={t('intake.disposition')}
        labelHidden
        choices={DISPOSITIONS.map((id) => ({ id, label: t(`intake.disposition.${id}`) }))}
        value={kind}
        onChange={(id) => put('disposition', { kind: id as DispositionKind })}
      />
      {kind === 'join' && (
        <div data-field="disposition.incidentId" className={styles.inline}>
          <Select
            label={t('intake.joinWhich')}
            choices={open.map((row) => ({ id: row.incidentId, label: row.title }))}
            value={incidentId}
            placeholder={t(open.length === 0 ? 'intake.joinNone' : 'intake.joinChoose')}
            onChange={(id) => put('disposition.incidentId', { incidentId: id })}
          />
          <InlineError text={errorOf('disposition.incidentId')} />
        </div>
      )}
      {kind === 'duplicate' && <DuplicateOf onChange={(ofCallId) => put('disposition.ofCallId', { ofCallId })} />}
      {(kind === 'falseAlarm' || kind === 'duplicate') && (
        <div data-field="disposition.reason" className={styles.inline}>
          <TextField
            label={t(`intake.reason.${kind}`)}
            value={reason}
            error={errorOf('disposition.reason')}
            onChange={(text) => put('disposition.reason', { reason: text })}
          />
        </div>
      )}
    </>
  );
}

function DuplicateOf({ onChange }: { onChange: (callId: string) => void }) {
  const t = useT();
  const format = useFormat();
  const { form, errorOf } = useIntake();
  const { data: calls = [] } = useDeskQuery({ type: 'listCalls', limit: 50 });
  const name = ({ received, source, details }: CallRow) => {
    const about = source ?? Object.values(details).find((text) => text !== null) ?? '';
    return `${format.near(received.at, readNow())} ${about}`.trim();
  };
  return (
    <div data-field="disposition.ofCallId" className={styles.inline}>
      <Select
        label={t('intake.duplicateOf')}
        choices={calls.map((call) => ({ id: call.callId, label: name(call) }))}
        value={form.disposition.ofCallId}
        placeholder={t(calls.length === 0 ? 'intake.duplicateNone' : 'intake.duplicateChoose')}
        onChange={onChange}
      />
      <InlineError text={errorOf('disposition.ofCallId')} />
    </div>
  );
}

function InlineError({ text }: { text: string | null }) {
  return text === null ? null : <p className={styles.error}>{text}</p>;
}
