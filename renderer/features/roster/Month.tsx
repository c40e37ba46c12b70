/** One month: who watches and who leads in each shift. What is typed is a draft until it is saved. */
import { useId, useState } from 'react';
import { useNow } from '#renderer/app/clock/clock.ts';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDraft } from '#renderer/app/desk/useDraft.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useMay, useRolesOf } from '#renderer/app/identity/useMay.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { RosterRow } from '#shared/contract/rows.ts';
import { servingOfficers } from '#shared/domain/people/serving.ts';
import { shiftKey } from '#shared/domain/roster/roster.ts';
import { plusMonths } from '#shared/domain/roster/shifts.ts';
import { nameOf, personOf, type Typed, typedShifts } from './names.ts';
import styles from './Roster.module.css';
import { ShiftRow } from './ShiftRow.tsx';
import { TableButtons } from './TableButtons.tsx';

type MonthProps = { month: string; row: RosterRow; today: string; onMonth: (month: string) => void };
const NOTHING: Typed = {};

export function Month({ month, row, today, onMonth }: MonthProps) {
  const t = useT();
  const names = useId();
  const now = useNow();
  const { desk, readOnly } = useDesk();
  const may = useMay('SetRoster') && !readOnly;
  const roles = useRolesOf('SetRoster');
  const execute = useExecute();
  const say = useFailureText();
  const draft = useDraft<Typed>(`roster/${month}`, NOTHING);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const serving = servingOfficers(desk);
  const changed = typedShifts(row.shifts, draft.value, serving);
  // What is over cannot be filled any more.
  const over = new Set(row.shifts.filter(({ endsAt }) => endsAt <= now).map(shiftKey));
  const faults = row.faults.filter((fault) => fault.kind === 'double' || !over.has(shiftKey(fault)));
  const gaps = faults.filter(({ kind }) => kind === 'gap').length;

  async function save(): Promise<void> {
    setBusy(true);
    const outcome = await execute({ type: 'SetRoster', shifts: changed });
    setBusy(false);
    setProblem(say(outcome));
    if (!outcome.ok) return;
    draft.discard();
    announce(t('roster.saved', { n: changed.length }));
  }

  return (
    <Panel
      title={t('roster.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}
      aside={t('roster.summary', { gaps, doubles: faults.length - gaps })}
    >
      <div className={styles.bar}>
        <Button onPress={() => onMonth(plusMonths(month, -1))}>{t('roster.before')}</Button>
        <Button onPress={() => onMonth(plusMonths(month, 1))}>{t('roster.after')}</Button>
        {may ? (
          <Button variant="primary" isDisabled={changed.length === 0 || busy} onPress={() => void save()}>
            {t('roster.save', { n: changed.length })}
          </Button>
        ) : (
          !readOnly && <span className={styles.quiet}>{t('roster.needed', { roles })}</span>
        )}
        <TableButtons
          month={month}
          shifts={row.shifts}
          nameOf={(duty, shift) => draft.value[shiftKey(shift)]?.[duty] ?? nameOf(shift[duty], desk.officers)}
          isOpen={may}
          onRows={(rows) =>
            draft.set((now) => ({
              ...now,
              ...Object.fromEntries(rows.map(({ watch, lead, ...shift }) => [shiftKey(shift), { watch, lead }])),
            }))
          }
        />
        <DraftSaved draft={draft} />
        {problem !== null && (
          <span role="alert" className={layout.problem}>
            {problem}
          </span>
        )}
      </div>
      <datalist id={names}>
        {serving.map(({ officerId, name }) => (
          <option key={officerId} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('roster.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('roster.day')}</th>
            <th scope="col">{t('roster.shift')}</th>
            <th scope="col">{t('people.role.watch')}</th>
            <th scope="col">{t('people.role.lead')}</th>
            <th scope="col">{t('roster.faults')}</th>
          </tr>
        </thead>
        <tbody>
          {row.shifts.map((shift) => {
            const key = shiftKey(shift);
            const typed = draft.value[key] ?? {};
            return (
              <ShiftRow
                key={key}
                shift={shift}
                watch={typed.watch ?? nameOf(shift.watch, desk.officers)}
                lead={typed.lead ?? nameOf(shift.lead, desk.officers)}
                faults={faults.filter(({ date, start }) => date === shift.date && start === shift.start)}
                isToday={shift.date === today}
                isOpen={may}
                names={names}
                onType={(duty, text) => draft.set((now) => ({ ...now, [key]: { ...now[key], [duty]: text } }))}
                isKnown={(text) => 'officerId' in (personOf(text, serving) ?? {})}
              />
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
