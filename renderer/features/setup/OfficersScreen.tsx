/** The officers of this desk: who there is, who acts now, and a line to add one. */
import { useRef, useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { usePostLabel } from '#renderer/app/desk/usePostLabel.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useIdentity } from '#renderer/app/identity/identity.ts';
import { useMay, useRolesOf } from '#renderer/app/identity/useMay.ts';
import { useSwitchOfficer } from '#renderer/app/identity/useSwitchOfficer.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { type Column, Table } from '#renderer/ui/Table.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { OfficerRow } from '#shared/contract/rows.ts';
import { servingOfficers } from '#shared/domain/people/serving.ts';
import { ChangeRoles } from './ChangeRoles.tsx';
import { OfficerFields } from './OfficerFields.tsx';
import { NO_OFFICER, officerOf } from './officerForm.ts';
import { PinPanel } from './PinPanel.tsx';
import { ResetPin } from './ResetPin.tsx';
import { ReinstateOfficer, RetireOfficer } from './RetireOfficer.tsx';
import styles from './Setup.module.css';

export function OfficersScreen() {
  const t = useT();
  const format = useFormat();
  const postLabel = usePostLabel();
  const { desk, officer: acting, readOnly } = useDesk();
  const switchTo = useSwitchOfficer();
  const mayAdd = useMay('AddOfficer');
  const adders = useRolesOf('AddOfficer');
  const pins = useIdentity(({ identity }) => identity?.pins);
  const dutiesOf = ({ officerId }: OfficerRow) =>
    desk.onDuty.filter((row) => row.officerId === officerId).map((row) => t(`app.duty.${row.duty}`));
  const { retired } = desk.people;
  const serving = servingOfficers(desk);
  const left = desk.officers.filter((row) => !serving.includes(row));

  const columns: Column<OfficerRow>[] = [
    { id: 'name', header: t('setup.officers.name'), cell: (row) => <b>{row.name}</b> },
    { id: 'post', header: t('setup.officers.post'), cell: (row) => postLabel(row.post) },
    {
      id: 'now',
      header: t('setup.officers.now'),
      grow: true,
      cell: (row) => {
        const since = retired[row.officerId];
        if (since !== undefined) return t('people.retired.since', { time: format.instant(since) });
        const acts = row.officerId === acting.officerId ? [t('setup.officers.acting')] : [];
        return [...dutiesOf(row), ...acts].join(' · ');
      },
    },
    {
      id: 'roles',
      header: t('people.roles'),
      cell: (row) =>
        desk.people.roles[row.officerId]?.map((role) => t(`people.role.${role}`)).join(t('entries.and')) ?? '',
    },
    {
      id: 'pin',
      header: t('people.pin.column'),
      cell: (row) =>
        !readOnly && retired[row.officerId] === undefined && t(`people.pin.state.${pins?.[row.officerId] ?? 'none'}`),
    },
    {
      id: 'use',
      header: <HiddenText>{t('setup.officers.use')}</HiddenText>,
      align: 'end',
      cell: (row) =>
        !readOnly &&
        (retired[row.officerId] !== undefined ? (
          <ReinstateOfficer officer={row} />
        ) : (
          <>
            <ChangeRoles officer={row} />
            {row.officerId !== acting.officerId && <ResetPin officer={row} />}
            <RetireOfficer officer={row} />
            {row.officerId !== acting.officerId && (
              <Button variant="quiet" onPress={() => void switchTo(row.officerId)}>
                {t('setup.officers.use')}
              </Button>
            )}
          </>
        )),
    },
  ];
  return (
    <div className={styles.officers}>
      <Panel title={t('setup.officers')}>
        <Table
          caption={t('setup.officers.caption')}
          columns={columns}
          rows={[...serving, ...left]}
          rowKey={(row) => row.officerId}
        />
      </Panel>
      {!readOnly && <PinPanel key={acting.officerId} officer={acting} />}
      {!readOnly &&
        (mayAdd ? <AddOfficer /> : <p className={styles.quiet}>{t('people.roles.needed', { roles: adders })}</p>)}
    </div>
  );
}

function AddOfficer() {
  const t = useT();
  const { plan } = useDesk();
  const execute = useExecute();
  const failure = useFailureText();
  const [form, setForm] = useState(NO_OFFICER);
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const officerId = useRef(`o-${crypto.randomUUID()}`);

  async function add(): Promise<void> {
    const officer = officerOf(form, plan);
    setChecked(true);
    if (officer.name === '' || officer.post === '') return;
    const outcome = await execute({ type: 'AddOfficer', officerId: officerId.current, ...officer });
    setProblem(failure(outcome));
    if (!outcome.ok) return;
    officerId.current = `o-${crypto.randomUUID()}`;
    announce(t('setup.officers.added', { name: officer.name }));
    setForm(NO_OFFICER);
    setChecked(false);
  }

  return (
    <Panel title={t('setup.officers.add')}>
      <div className={styles.add}>
        <OfficerFields plan={plan} value={form} onChange={setForm} checked={checked} />
        <Button variant="primary" onPress={() => void add()}>
          {t('setup.officers.add')}
        </Button>
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </Panel>
  );
}
