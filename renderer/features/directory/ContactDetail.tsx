/** One entry: its numbers in the order in which they are tried, what it is in the plan, when it was last confirmed, calls. */
import { useState } from 'react';
import { useAct } from '#renderer/app/act/useAct.ts';
import { readNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { CallDialog } from '#renderer/app/directory/CallDialog.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { AlertDialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ContactFile } from '#shared/contract/rows.ts';
import { ContactDialog } from './ContactDialog.tsx';
import styles from './Directory.module.css';
import { isDoubtful } from './isDoubtful.ts';

type DetailProps = { contactId: string | null; isReadOnly: boolean; onRemoved: () => void };

export function ContactDetail({ contactId, isReadOnly, onRemoved }: DetailProps) {
  const t = useT();
  const { data } = useDeskQuery(contactId === null ? null : { type: 'getContact', contactId });
  if (contactId === null || data === undefined) {
    return (
      <Panel title={t('directory.entry')}>
        <EmptyState title={t('directory.chooseOne')} />
      </Panel>
    );
  }
  return <Shown file={data} isReadOnly={isReadOnly} onRemoved={onRemoved} />;
}

type ShownProps = { file: ContactFile; isReadOnly: boolean; onRemoved: () => void };

function Shown({ file, isReadOnly, onRemoved }: ShownProps) {
  const t = useT();
  const [doing, setDoing] = useState<'edit' | 'remove' | { call: ContactFile['numbers'] } | null>(null);
  const { send, busy, failure } = useAct();
  const { contactId, name, head, numbers, ofPlan } = file;
  const done = () => setDoing(null);
  const confirm = () =>
    void send({ type: 'ConfirmContact', contactId, against: head }, t('directory.confirmed', { name }));
  async function remove(): Promise<void> {
    done();
    const isDone = await send({ type: 'RemoveContact', contactId, against: head }, t('directory.removed', { name }));
    if (isDone && !ofPlan) onRemoved();
  }
  return (
    <Panel title={name}>
      <Facts file={file} />
      {numbers.length === 0 && <p className={styles.quiet}>{t('directory.noNumber')}</p>}
      <ol className={styles.numbers}>
        {numbers.map((each, index) => (
          <li key={`${each.kind} ${each.number}`}>
            <span className={styles.numberKind}>{t(`directory.numberKind.${each.kind}`)}</span>
            <span className={styles.big}>{each.number}</span>
            {!isReadOnly && each.kind !== 'fax' && (
              <Button
                variant={index === 0 ? 'primary' : 'plain'}
                aria-label={t('directory.callNumber', { name, number: each.number })}
                onPress={() => setDoing({ call: [each, ...numbers.filter((other) => other !== each)] })}
              >
                {t('directory.call')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Confirmed file={file} />
      {failure !== null && <p role="alert">{failure}</p>}
      {!isReadOnly && (
        <div className={styles.acts}>
          <Button onPress={confirm} isDisabled={busy}>
            {t('directory.confirm')}
          </Button>
          <Button onPress={() => setDoing('edit')}>{t('directory.edit')}</Button>
          {head !== null && <Button onPress={() => setDoing('remove')}>{t('directory.remove')}</Button>}
        </div>
      )}
      <Calls calls={file.calls} />
      {doing === 'edit' && <ContactDialog known={file} onClose={done} onSaved={() => undefined} />}
      {doing !== null && typeof doing === 'object' && (
        <CallDialog
          callee={{
            contactId,
            name,
            unit: file.unit ?? null,
            numbers: doing.call.filter(({ kind }) => kind !== 'fax').map(({ number }) => number),
            listed: null,
          }}
          incidentId={null}
          onClose={done}
        />
      )}
      <AlertDialog
        title={t('directory.remove')}
        isOpen={doing === 'remove'}
        confirmLabel={t('directory.remove')}
        cancelLabel={t('ui.cancel')}
        onConfirm={() => void remove()}
        onCancel={done}
      >
        {t(ofPlan ? 'directory.removeOfPlan' : 'directory.removeAsk', { name })}
      </AlertDialog>
    </Panel>
  );
}

function Facts({ file }: { file: ContactFile }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const lists = { post: plan.posts, group: plan.groups, party: [...plan.organisations, ...plan.units] } as const;
  const roles = file.roles
    .filter((role) => role.in !== 'party')
    .map((role) =>
      label(
        lists[role.in].find(({ id }) => id === role.id),
        role.id,
      ),
    );
  const facts: [string, string | undefined][] = [
    [t('directory.kind'), t(`directory.kind.${file.kind}`)],
    [t('directory.unit'), file.unit],
    [t('directory.post'), file.post],
    [t('directory.role'), roles.length === 0 ? undefined : roles.join('、')],
    [t('directory.holds'), file.holds],
    [t('directory.place'), file.place],
    [t('directory.note'), file.note],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Confirmed({ file }: { file: ContactFile }) {
  const t = useT();
  const format = useFormat();
  if (file.confirmedAt === null) return <p className={styles.quiet}>{t('directory.neverConfirmed')}</p>;
  const time = format.instant(file.confirmedAt);
  return (
    <p className={isDoubtful(file, readNow()) ? styles.doubt : styles.quiet}>
      {t(isDoubtful(file, readNow()) ? 'directory.confirmedLongAgo' : 'directory.confirmedAt', { time })}
    </p>
  );
}

function Calls({ calls }: Pick<ContactFile, 'calls'>) {
  const t = useT();
  const format = useFormat();
  if (calls.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{t('directory.calls')}</h3>
      <ul className={styles.calls}>
        {calls.map((call) => (
          <li key={call.entryId}>
            <span className={styles.number}>{format.instant(call.at.at)}</span> {t(`entries.phoned.${call.result}`)}
            {` · ${call.number} · ${call.actor.name}`}
            {call.note !== null && ` · ${call.note}`}
          </li>
        ))}
      </ul>
    </>
  );
}
