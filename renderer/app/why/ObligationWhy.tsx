/**
 * 为什么: the rule, its clause and provenance, what started the clock, what made it owed, and the entries behind it. Every
 * number on the board can be asked where it came from [ux 5].
 */
import type { ReactNode } from 'react';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { StateBadge } from '#renderer/ui/StateBadge.tsx';
import type { IncidentFile, IncidentRow } from '#shared/contract/rows.ts';
import { isUnmet } from '#shared/domain/questions.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { Ticking } from '../clock/Ticking.tsx';
import { useClockWords } from '../clock/useClockWords.ts';
import { withinText } from '../clock/withinText.ts';
import { useDesk } from '../desk/deskContext.ts';
import { Loaded } from '../desk/Loaded.tsx';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import { EntryLink } from './EntryLink.tsx';
import styles from './ObligationWhy.module.css';
import { triggerWord } from './triggerWord.ts';
import { whyFacts } from './whyFacts.ts';

type DialogProps = {
  asked: { incident: Pick<IncidentRow, 'incidentId'>; row: Obligation } | null;
  onClose: () => void;
  actions?: ReactNode;
};

export function ObligationWhyDialog({ asked, onClose, actions }: DialogProps) {
  const t = useT();
  const words = usePlanWords();
  if (asked === null) return null;
  const { rule, to } = asked.row;
  const name = to === null ? words.rule(rule) : `${words.rule(rule)} → ${words.unit(to)}`;
  return (
    <Dialog title={t('board.whyTitle', { name })} isOpen onClose={onClose} size="l" actions={actions}>
      <ObligationWhy incident={asked.incident} row={asked.row} onFollow={onClose} />
    </Dialog>
  );
}

type WhyProps = { row: Obligation; onFollow: () => void };

export function ObligationWhy({ incident, ...rest }: WhyProps & { incident: Pick<IncidentRow, 'incidentId'> }) {
  const query = useDeskQuery({ type: 'getIncident', incidentId: incident.incidentId });
  return <Loaded query={query}>{(file) => <Why file={file} {...rest} />}</Loaded>;
}

function Why({ file, row, onFollow }: WhyProps & { file: IncidentFile }) {
  const t = useT();
  const { plan } = useDesk();
  const { entries, windows } = whyFacts(plan, file, row);
  return (
    <div className={styles.why}>
      <Clock row={row} />
      <dl className={styles.facts}>
        <RuleFacts row={row} />
        <TimeFacts file={file} row={row} />
        <CauseFacts row={row} />
        <MetFacts file={file} row={row} />
        <WouldMeet row={row} />
      </dl>
      {windows.length > 0 && <Windows windows={windows} />}
      <section>
        <h3 className={styles.heading}>{t('board.whyEntries')}</h3>
        {entries.length === 0 && <p className={styles.quiet}>{t('board.whyNoEntries')}</p>}
        <ol>
          {entries.map((entry) => (
            <li key={entry.entryId} className={styles.line}>
              <EntryLink file={file} entryId={entry.entryId} onFollow={onFollow} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Clock({ row }: { row: Obligation }) {
  const t = useT();
  const clock = useClockWords();
  return (
    <p className={styles.clock}>
      <StateBadge row={row} label={clock.word(row)} className={styles.state ?? ''} />
      <Ticking className={styles.digits} text={(now) => clock.time(row, now)} />
      {row.flags.map((flag) => (
        <strong key={flag} className={styles.flag}>
          {t(`ui.flag.${flag}`)}
        </strong>
      ))}
      {row.optional && <span className={styles.quiet}>{t('board.optional')}</span>}
    </p>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function RuleFacts({ row }: { row: Obligation }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const rule = plan.reportingRules.find(({ id }) => id === row.rule);
  const to = row.to === null ? '' : ` → ${words.unit(row.to)}`;
  return (
    <>
      <Fact term={t('board.whyRule')}>
        {row.rule} {words.rule(row.rule)}
        <span className={styles.chip}>{words.clause(row.clause, row.provenance)}</span>
        {rule?.note && <span className={styles.note}>{rule.note}</span>}
      </Fact>
      <Fact term={t('board.whyWho')}>
        {words.unit(row.owedBy)}
        {to}
        {row.form !== null && <span className={styles.quiet}> {t(`ui.form.${row.form}`)}</span>}
        {row.supervised && <span className={styles.note}>{t('board.whySupervised')}</span>}
      </Fact>
    </>
  );
}

function TimeFacts({ file, row }: { file: IncidentFile; row: Obligation }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { at, times } = file.assessment;
  const rule = plan.reportingRules.find(({ id }) => id === row.rule);
  const exact = (instant: number) => `${format.day(instant)} ${format.timeExact(instant)}`;
  const demand = file.demands.find(({ demandId }) => demandId === row.demandId);
  return (
    <>
      <Fact term={t('board.whyFrom')}>
        {t(`board.since.${triggerWord(rule, times.clockStartAssumedFrom !== 'occurred')}`)} {exact(row.trigger)}
        {rule?.trigger.kind === 'occurrence' && <span className={styles.note}>{t('board.whyFromOccurrence')}</span>}
        {demand && (
          <span className={styles.note}>
            {words.unit(demand.from)} {demand.person}：{demand.what}
          </span>
        )}
      </Fact>
      <Fact term={t('board.whyUntil')}>
        {row.dueAt === null
          ? t(row.state === 'open' ? 'board.noLimit' : 'board.immediateNoLimit', {
              n: plan.attentionMinutes.join(t('why.join')),
            })
          : exact(row.dueAt)}
        {rule?.due.kind === 'within' && <span className={styles.quiet}> {withinText(rule.due.minutes, t)}</span>}
        {row.dueSoonAt !== null && (
          <span className={styles.note}>{t('board.whyDueSoon', { time: exact(row.dueSoonAt) })}</span>
        )}
      </Fact>
      <Fact term={t('board.whyArisen')}>{format.instant(row.arisenAt, at)}</Fact>
    </>
  );
}

function CauseFacts({ row }: { row: Obligation }) {
  const t = useT();
  const words = usePlanWords();
  const { clockGrade, clockGradeBasis: basis } = row.cause;
  return (
    <Fact term={t('board.whyGrade')}>
      {words.grade(clockGrade)}
      <span className={styles.note}>
        {basis.kind === 'undetermined' && t('board.basis.undetermined', { clause: basis.clause })}
        {basis.kind === 'determined' && t('board.basis.determined')}
        {basis.kind === 'facts' && t('board.basis.facts', { facts: words.matches(basis.matches) })}
      </span>
      {basis.kind === 'facts' &&
        basis.matches.map((match) => (
          <span key={match.criterion} className={styles.chip}>
            {words.match(match)} · {words.clause(match.clause, match.provenance)}
          </span>
        ))}
    </Fact>
  );
}

function MetFacts({ file, row }: { file: IncidentFile; row: Obligation }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { report } = whyFacts(plan, file, row);
  if (row.fulfilledAt === null) {
    return row.supersededAt === null ? null : (
      <Fact term={t('board.whySuperseded')}>{format.instant(row.supersededAt, file.assessment.at)}</Fact>
    );
  }
  return (
    <Fact term={t('board.whyMet')}>
      {format.instant(row.fulfilledAt, file.assessment.at)}
      {report && (
        <span className={styles.note}>
          {words.kind(report.kind)} {t(`ui.form.${report.form}`)} → {words.units(report.recipients)}
          {report.receiver && ` · ${t('entries.receiver', { name: report.receiver })}`}
        </span>
      )}
    </Fact>
  );
}

/** What would meet it, while it is unmet: which reports in which form to whom, or the act that does. */
function WouldMeet({ row }: { row: Obligation }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const rule = plan.reportingRules.find(({ id }) => id === row.rule);
  if (rule === undefined || !isUnmet(row)) return null;
  if (rule.fulfilledBy.kind === 'determination') {
    return <Fact term={t('why.wouldMeet')}>{t('why.wouldMeet.determination')}</Fact>;
  }
  const { kinds, earlierReportsCount, namingDemand } = rule.fulfilledBy;
  const sender = plan.units.find(({ standingBodyOf }) => standingBodyOf === row.owedBy)?.id;
  return (
    <Fact term={t('why.wouldMeet')}>
      {t('why.wouldMeet.report', {
        units: words.units(sender === undefined ? [row.owedBy] : [row.owedBy, sender]),
        kinds: words.joined(kinds.map(words.kind)),
        to: words.unit(row.to),
        form: t(`ui.form.${row.form ?? 'any'}`),
      })}
      <span className={styles.note}>
        {t(earlierReportsCount ? 'why.wouldMeet.earlier' : 'why.wouldMeet.later')}
        {namingDemand && t('why.wouldMeet.naming')}
      </span>
    </Fact>
  );
}

function Windows({ windows }: { windows: readonly Obligation[] }) {
  const t = useT();
  const format = useFormat();
  const clock = useClockWords();
  return (
    <section>
      <h3 className={styles.heading}>{t('board.whyWindows')}</h3>
      <ul>
        {windows.map((row) => (
          <li key={row.key} className={styles.entry}>
            <span className={styles.time}>
              {row.rule} {format.near(row.trigger, row.trigger)}
              {row.dueAt !== null && ` → ${format.near(row.dueAt, row.trigger)}`}
            </span>
            <span>
              <StateBadge row={row} label={clock.text(row, row.fulfilledAt ?? row.trigger)} />
              {row.fulfilledAt !== null && (
                <span className={styles.quiet}>
                  {' '}
                  {t('board.metAt', { time: format.near(row.fulfilledAt, row.trigger) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
