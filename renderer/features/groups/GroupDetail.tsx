/** One group: what it is for, who is in it, who is there, and what can be done with it. */

import { useAct } from '#renderer/app/act/useAct.ts';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfPerson, calleeOfUnit } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { GroupRow, PersonRow, ResponseFile } from '#shared/contract/rows.ts';
import type { StoredUnit } from '#shared/domain/parts.ts';
import { alsoIn } from './alsoIn.ts';
import type { Ask } from './asked.ts';
import styles from './GroupDetail.module.css';

const STATES = ['forming', 'inPlace', 'working', 'withdrawn'] as const;
type Props = { group: GroupRow; file: ResponseFile; ask: Ask };

export function GroupDetail({ group, file, ask }: Props) {
  const t = useT();
  const format = useFormat();
  const { plan } = useDesk();
  const { send, failure } = useAct();
  const { lead, deputies, members, duties, leader } = group;
  const setState = (state: (typeof STATES)[number] | undefined) => {
    if (state === undefined || state === group.state) return;
    void send(
      { type: 'SetGroupState', incidentId: file.incidentId, groupId: group.groupId, state, against: group.headEntryId },
      t('response.recorded', { act: `${group.name} ${t(`groups.state.${state}`)}` }),
    );
  };
  return (
    <Panel title={group.name} aside={t('groups.stateSince', { time: format.near(group.stateSince, file.at) })}>
      <ChoiceGroup
        label={t('groups.state')}
        choices={STATES.map((id) => ({ id, label: t(`groups.state.${id}`) }))}
        value={group.state}
        onChange={(id) => setState(STATES.find((state) => state === id))}
        isDisabled={ask === null}
      />
      {failure && <p role="alert">{failure}</p>}
      {ask !== null && (
        <Toolbar label={t('groups.acts', { name: group.name })} className={styles.acts ?? ''}>
          <Button variant="primary" onPress={() => ask({ kind: 'task', group, instruction: null })}>
            {t('groups.assignTask')}
          </Button>
          <Button onPress={() => ask({ kind: 'checkIn', group })}>{t('groups.checkIn')}</Button>
          <Button onPress={() => ask({ kind: 'leader', group })}>{t('groups.setLeader')}</Button>
          {plan.onScene && <Button onPress={() => ask({ kind: 'group', group })}>{t('groups.change')}</Button>}
          {plan.onScene && <Button onPress={() => ask({ kind: 'dissolve', group })}>{t('groups.dissolve')}</Button>}
        </Toolbar>
      )}
      <dl className={styles.facts}>
        <dt>{t('groups.leader')}</dt>
        <dd>
          {leader === null ? t('groups.noLeader') : `${leader.name} ${leader.title ?? ''} ${leader.phone ?? ''}`.trim()}
          {leader !== null && <CallButton callee={calleeOfPerson(leader)} incidentId={file.incidentId} />}
        </dd>
        <dt>{t('groups.lead')}</dt>
        <dd>
          <Units units={[lead]} incidentId={file.incidentId} />
        </dd>
        {deputies.length > 0 && (
          <>
            <dt>{t('groups.deputies')}</dt>
            <dd>
              <Units units={deputies} incidentId={file.incidentId} />
            </dd>
          </>
        )}
        <dt>{t('groups.members')}</dt>
        <dd>
          <Units units={members} incidentId={file.incidentId} />
        </dd>
        <dt>{t('groups.duties')}</dt>
        <dd>{duties}</dd>
      </dl>
      <h3 className={styles.heading}>{t('groups.people', { n: group.present })}</h3>
      <ul>
        {group.people.map((row) => (
          <Person key={row.entryId} row={row} file={file} canAct={ask !== null} />
        ))}
      </ul>
    </Panel>
  );
}

function Units({ units, incidentId }: { units: readonly StoredUnit[]; incidentId: string }) {
  const acts = useActWords();
  const { plan } = useDesk();
  return (
    <ul className={styles.units}>
      {units.map((unit) => (
        <li key={unit.id ?? unit.name}>
          {acts.unit(unit)} <CallButton callee={calleeOfUnit(plan, unit)} incidentId={incidentId} />
        </li>
      ))}
    </ul>
  );
}

function Person({ row, file, canAct }: { row: PersonRow; file: ResponseFile; canAct: boolean }) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const { send, busy, failure } = useAct();
  const words = usePlanWords();
  const { person, groupId, inAt, outAt } = row;
  const elsewhere = outAt === null ? alsoIn(file.groups, row) : [];
  const checkOut = () =>
    void send(
      { type: 'CheckOutPerson', incidentId: file.incidentId, groupId, personId: person.personId },
      t('groups.checkedOut', { name: person.name }),
    );
  return (
    <li className={styles.person} data-gone={outAt !== null || undefined}>
      <span className={styles.who}>
        <strong>{person.name}</strong> {person.title} {person.unit && acts.unit(person.unit)} {person.phone}{' '}
        <span className={styles.quiet}>
          {outAt === null
            ? t('groups.inAt', { time: format.near(inAt, file.at) })
            : t('groups.inOut', { from: format.near(inAt, file.at), to: format.near(outAt, file.at) })}
        </span>
        {elsewhere.length > 0 && (
          <strong className={styles.twice}> {t('groups.alsoIn', { groups: words.joined(elsewhere) })}</strong>
        )}
        {failure && <span role="alert"> {failure}</span>}
      </span>
      <CallButton callee={calleeOfPerson(person)} incidentId={file.incidentId} />
      {canAct && outAt === null && (
        <Button
          variant="quiet"
          isDisabled={busy}
          aria-label={`${t('groups.checkOut')}：${person.name}`}
          onPress={checkOut}
        >
          {t('groups.checkOut')}
        </Button>
      )}
    </li>
  );
}
