/** Units asked to come: called, on the way, there; with the time that runs until they are. */
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfUnit } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { ResponseFile, UnitRow } from '#shared/contract/rows.ts';
import type { Ask } from '../asked.ts';
import styles from '../tasks/Tasks.module.css';

export function Units({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const isComing = ({ state }: UnitRow) => state === 'called' || state === 'enRoute';
  const rows = file.units.toSorted((a, b) => Number(isComing(b)) - Number(isComing(a)) || a.calledAt - b.calledAt);
  return (
    <>
      <div className={styles.bar}>
        {ask !== null && (
          <Button variant="primary" onPress={() => ask({ kind: 'call' })}>
            {t('groups.call')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <p className={styles.none}>{t('groups.noUnits')}</p>}
      <ul className={styles.list}>
        {rows.map((unit) => (
          <Unit key={unit.summonsId} unit={unit} file={file} ask={ask} isComing={isComing(unit)} />
        ))}
      </ul>
    </>
  );
}

type Props = { unit: UnitRow; file: ResponseFile; ask: Ask; isComing: boolean };

function Unit({ unit, file: { incidentId, at }, ask, isComing }: Props) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  const { plan } = useDesk();
  const { state, calledAt, enRouteAt, expectedAt, arrivedAt, stoodDownAt, people, answeredBy, phone, what } = unit;
  const name = acts.unit(unit.unit);
  const button = (words: string, kind: 'enRoute' | 'arrive' | 'standDown') => (
    <Button variant="quiet" aria-label={`${words}：${name}`} onPress={() => ask?.({ kind, unit })}>
      {words}
    </Button>
  );
  return (
    <li className={classes(styles.task, !isComing && styles.over)}>
      <span className={styles.clock}>
        <span>{t(`groups.unit.${state}`)}</span>
        {isComing ? (
          <Ticking text={(now) => format.span(calledAt, now)} />
        ) : (
          <span className={styles.quiet}>{format.span(calledAt, arrivedAt ?? stoodDownAt ?? at)}</span>
        )}
      </span>
      <span>
        <strong>{name}</strong> {what}{' '}
        <span className={styles.quiet}>
          {t('groups.calledAt', { time: format.near(calledAt, at) })}
          {answeredBy && ` ${t('groups.answeredBy', { name: answeredBy })}`} {phone}
          {enRouteAt !== null && ` · ${t('groups.enRouteAt', { time: format.near(enRouteAt, at) })}`}
          {expectedAt !== null && ` · ${t('groups.expectedAt', { time: format.near(expectedAt, at) })}`}
          {arrivedAt !== null && ` · ${t('groups.arrivedAt', { time: format.near(arrivedAt, at) })}`}
          {people !== null && ` ${t('groups.peopleCame', { n: people })}`}
        </span>
      </span>
      <span className={styles.acts}>
        <CallButton callee={calleeOfUnit(plan, unit.unit, phone)} incidentId={incidentId} />
        {ask !== null && isComing && (
          <>
            {state === 'called' && button(t('groups.enRoute'), 'enRoute')}
            {button(t('groups.arrive'), 'arrive')}
            {button(t('groups.standDown'), 'standDown')}
          </>
        )}
      </span>
    </li>
  );
}
