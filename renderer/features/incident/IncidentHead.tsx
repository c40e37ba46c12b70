/** What the file is about, at a glance, and what is done most: report, figures, grade, demand, entry. */

import { readNow } from '#renderer/app/clock/clock.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useClockWords } from '#renderer/app/clock/useClockWords.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { askShell, useDesktop } from '#renderer/app/desktop/desktop.ts';
import { openDialog } from '#renderer/app/dialogs.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { setIncidentView } from '#renderer/app/incidentView.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { navigate, useHref, usePlace } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import { StateBadge, stateClass } from '#renderer/ui/StateBadge.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { rankObligations } from '#shared/domain/board.ts';
import type { IncidentEventPayload } from '#shared/domain/incident/events.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { standingOf } from './acts/acts.ts';
import { useActs } from './acts/useActs.ts';
import { ExportButton } from './ExportButton.tsx';
import styles from './IncidentHead.module.css';

export function IncidentHead({ file }: { file: IncidentFile }) {
  const t = useT();
  const words = usePlanWords();
  const format = useFormat();
  const { plan } = useDesk();
  const hrefOf = useHref();
  const { times, grade, clockGrade, level } = file.assessment;
  const warningId = warningOf(file);
  const rank = plan.levels.findIndex(({ id }) => id === level);
  return (
    <header className={styles.head}>
      <div className={styles.about}>
        <h2 className={styles.title}>{file.title}</h2>
        <p className={styles.line}>
          <span>
            {t('incident.occurred')}{' '}
            <b>{times.occurred === null ? t('ui.unknown') : format.timed(times.occurred, readNow())}</b>
          </span>
          <span>
            {t('incident.grade')} <b>{words.grade(grade)}</b>
            {clockGrade !== grade && ` ${t('incident.timedAs', { grade: words.grade(clockGrade) })}`}
          </span>
          <LevelBadge sign={plan.levels[rank]?.sign ?? null} rank={rank} of={plan.levels.length} />
          {warningId !== undefined && (
            <a href={hrefOf({ screen: 'warning', warningId })}>{t('incident.fromWarning')}</a>
          )}
          <a href={hrefOf({ screen: 'timeline', incidentId: file.incidentId })}>{t('app.timeline')}</a>
        </p>
      </div>
      <MostUrgent file={file} />
      <ActBar file={file} />
    </header>
  );
}

/** The warning that came true with it. */
function warningOf({ entries }: IncidentFile): string | undefined {
  const opened = entries.find(({ type }) => type === 'IncidentOpened');
  return (opened?.payload as IncidentEventPayload<'IncidentOpened'> | undefined)?.warningId;
}

function MostUrgent({ file }: { file: IncidentFile }) {
  const t = useT();
  const words = usePlanWords();
  const clock = useClockWords();
  const unmet = rankObligations(file.assessment.obligations.filter(isUnmet));
  const [first] = unmet;
  if (first === undefined) return <p className={styles.urgent}>{t('incident.allMet')}</p>;
  return (
    <button
      type="button"
      className={styles.urgent}
      onClick={() => setIncidentView(file.incidentId, { tab: 'clocks' })}
      title={t('incident.toClocks')}
    >
      <span className={styles.urgentWhat}>
        {words.rule(first.rule)}
        {first.to !== null && ` → ${words.unit(first.to)}`}
      </span>
      <span>
        <StateBadge row={first} label={clock.word(first)} />{' '}
        <Ticking className={`${styles.digits} ${stateClass(first)}`} text={(now) => clock.time(first, now)} />
      </span>
    </button>
  );
}

function ActBar({ file }: { file: IncidentFile }) {
  const t = useT();
  const acts = useActs();
  const { readOnly } = useDesk();
  const { incidentId } = file;
  const place = usePlace(({ deskId }) => deskId);
  const isMainWindow = useDesktop(({ info }) => info?.window === 'main');
  const merged = standingOf(file) === 'merged';
  if (readOnly || merged) {
    return (
      <div className={styles.taken}>
        <ExportButton incidentId={incidentId} />
      </div>
    );
  }
  return (
    <Toolbar label={t('incident.acts')} className={styles.acts ?? ''}>
      <Button variant="primary" kbd="F4" onPress={() => navigate({ screen: 'report', incidentId, form: 'phone' })}>
        {t('incident.phoneReport')}
      </Button>
      <Button onPress={() => navigate({ screen: 'report', incidentId, form: 'initial' })}>
        {t('incident.initialReport')}
      </Button>
      <Button onPress={() => acts.open({ kind: 'figures' })}>{t('incident.act.figures')}</Button>
      <Button onPress={() => acts.open({ kind: 'grade' })}>{t('incident.act.grade')}</Button>
      <Button onPress={() => acts.open({ kind: 'demand' })}>{t('incident.act.demand')}</Button>
      {standingOf(file) === 'open' && (
        <Button kbd="F6" onPress={() => openDialog({ kind: 'note', incidentId })}>
          {t('incident.act.note')}
        </Button>
      )}
      {isMainWindow && (
        <Button onPress={() => void askShell('openIncidentWindow', { desk: place, incidentId })}>
          {t('incident.popOut')}
        </Button>
      )}
      {acts.may('merge') && <Button onPress={() => acts.open({ kind: 'merge' })}>{t('incident.act.merge')}</Button>}
      {acts.may('close') && <Button onPress={() => acts.open({ kind: 'close' })}>{t('incident.act.close')}</Button>}
      <ExportButton incidentId={incidentId} />
    </Toolbar>
  );
}
