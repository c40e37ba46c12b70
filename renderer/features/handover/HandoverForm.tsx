/**
 * The act of two people: who hands over which duty to whom, equipment and alarm checked, notes, and both PINs; where an
 * officer has none, the name and a word that they are here.
 */
import { useState } from 'react';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { usePostLabel } from '#renderer/app/desk/usePostLabel.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePinState } from '#renderer/app/identity/identity.ts';
import { useIdentityAct } from '#renderer/app/identity/useIdentityAct.ts';
import { armSound, tryOut } from '#renderer/app/sound/sound.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { PinState } from '#shared/contract/identity.ts';
import { permissions } from '#shared/domain/people/permissions.ts';
import { servingOfficers } from '#shared/domain/people/serving.ts';
import styles from './Handover.module.css';
import { Proof } from './Proof.tsx';

const EMPTY = { from: '', to: '', kept: [] as string[], equipment: '', fault: '', alarm: '', notes: '' };
const NO_PROOFS = { from: null as string | null, to: null as string | null };

/** What is asked of an officer, as the field says it. */
const proofOf = (pin: PinState) => (pin === 'set' ? 'handover.proof' : 'handover.here');

export function HandoverForm({ digest }: { digest: string }) {
  const t = useT();
  const postLabel = usePostLabel();
  const { desk } = useDesk();
  const draft = useDraft('handover', EMPTY);
  const [proofs, setProofs] = useState(NO_PROOFS);
  const [handoverId, setHandoverId] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const { act, busy, problem } = useIdentityAct();
  const form = draft.value;
  const change = (changed: Partial<typeof EMPTY>): void => draft.set((now) => ({ ...now, ...changed }));

  const nameOf = (id: string) => desk.officers.find(({ officerId }) => officerId === id)?.name ?? '';
  const choice = (id: string) => ({
    id,
    label: nameOf(id),
    hint: postLabel(desk.officers.find(({ officerId }) => officerId === id)?.post ?? ''),
  });
  const holders = [...new Set(desk.onDuty.map(({ officerId }) => officerId))];
  const from = holders.includes(form.from) ? form.from : (holders[0] ?? '');
  const held = desk.onDuty.filter(({ officerId }) => officerId === from).map(({ duty }) => duty);
  const duties = held.filter((duty) => !form.kept.includes(duty));
  const mayTake = (id: string) => (desk.people.roles[id] ?? []).some((role) => permissions.TakeDuty.includes(role));
  const takers = servingOfficers(desk)
    .map(({ officerId }) => officerId)
    .filter((id) => id !== from && mayTake(id));
  const to = takers.includes(form.to) ? form.to : '';

  const [fromState, toState] = [usePinState(from), usePinState(to)];
  const missing = [
    duties.length === 0 && t('handover.duties'),
    to === '' && t('handover.to'),
    form.equipment === '' && t('handover.equipment'),
    form.equipment === 'faulty' && form.fault.trim() === '' && t('handover.fault'),
    form.alarm === '' && t('handover.alarm'),
    proofs.from === null && t(proofOf(fromState), { name: nameOf(from) }),
    to !== '' && proofs.to === null && t(proofOf(toState), { name: nameOf(to) }),
  ].filter((name) => name !== false);

  async function handOver(): Promise<void> {
    setTried(true);
    if (missing.length > 0 || busy) return;
    const handover = {
      handoverId,
      duties,
      from,
      to,
      notes: form.notes.trim() || null,
      equipment: form.equipment === 'faulty' ? form.fault.trim() : null,
      alarm: form.alarm === 'heard' ? ('heard' as const) : ('notHeard' as const),
      digest,
    };
    const [fromPin, toPin] = [proofs.from || null, proofs.to || null];
    const done = await act({ act: 'handOver', commandId: `handover-${handoverId}`, handover, fromPin, toPin });
    setProofs(NO_PROOFS);
    if (!done) return;
    announce(t('handover.done', { from: nameOf(from), to: nameOf(to) }));
    draft.discard();
    setTried(false);
    setHandoverId(crypto.randomUUID());
  }

  if (from === '') return <Panel title={t('handover.act')}>{t('handover.nobody')}</Panel>;
  return (
    <Panel title={t('handover.act')}>
      <div className={styles.form}>
        <div className={styles.pair}>
          <Select
            label={t('handover.from')}
            choices={holders.map(choice)}
            value={from}
            onChange={(id) => change({ from: id, kept: [] })}
          />
          <Select
            label={t('handover.to')}
            choices={takers.map(choice)}
            value={to === '' ? null : to}
            onChange={(id) => change({ to: id })}
            isRequired
          />
        </div>
        {held.map((duty) => (
          <Checkbox
            key={duty}
            isOn={duties.includes(duty)}
            onChange={(on) => change({ kept: on ? form.kept.filter((kept) => kept !== duty) : [...form.kept, duty] })}
          >
            {t('handover.duty', { duty: t(`app.duty.${duty}`) })}
          </Checkbox>
        ))}
        <ChoiceGroup
          label={t('handover.equipment')}
          choices={['good', 'faulty'].map((id) => ({ id, label: t(`handover.equipment.${id as 'good' | 'faulty'}`) }))}
          value={form.equipment === '' ? null : form.equipment}
          onChange={(equipment) => change({ equipment })}
        />
        {form.equipment === 'faulty' && (
          <TextArea label={t('handover.fault')} value={form.fault} onChange={(fault) => change({ fault })} />
        )}
        <div className={styles.alarm}>
          <ChoiceGroup
            label={t('handover.alarm')}
            choices={['heard', 'notHeard'].map((id) => ({
              id,
              label: t(`handover.alarm.${id as 'heard' | 'notHeard'}`),
            }))}
            value={form.alarm === '' ? null : form.alarm}
            onChange={(alarm) => change({ alarm })}
          />
          <Button onPress={() => void armSound().then(() => tryOut('due'))}>{t('handover.sound')}</Button>
        </div>
        <TextArea label={t('handover.notes')} value={form.notes} onChange={(notes) => change({ notes })} />
        <div className={styles.pair}>
          <Proof
            key={from}
            officerId={from}
            name={nameOf(from)}
            value={proofs.from}
            onChange={(pin) => setProofs((now) => ({ ...now, from: pin }))}
          />
          {to !== '' && (
            <Proof
              key={to}
              officerId={to}
              name={nameOf(to)}
              value={proofs.to}
              onChange={(pin) => setProofs((now) => ({ ...now, to: pin }))}
            />
          )}
        </div>
        {tried && missing.length > 0 && (
          <p className={layout.problem}>{t('response.missing', { fields: missing.join(t('why.join')) })}</p>
        )}
        {problem !== null && (
          <p role="alert" className={layout.problem}>
            {problem}
          </p>
        )}
        <div className={styles.actions}>
          <Button variant="primary" size="l" isDisabled={busy} onPress={() => void handOver()}>
            {t('handover.do')}
          </Button>
          <DraftSaved draft={draft} />
        </div>
      </div>
    </Panel>
  );
}
