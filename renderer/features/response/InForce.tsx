/** What is in force: level, since when, on whose decision, until when expected, who ends it, and the acts that change it. */
import type { ReactNode } from 'react';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { Ticking } from '#renderer/app/clock/Ticking.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeNamed, calleeOfPost } from '#renderer/app/directory/callee.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { ResponseFile, ResponseRow } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import styles from './Head.module.css';

export function InForce({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const format = useFormat();
  const { plan } = useDesk();
  const { response } = file;
  const rank = plan.levels.findIndex(({ id }) => id === response?.level);
  return (
    <Panel
      title={t('response.inForce')}
      aside={
        response && <Ticking text={(now) => t('response.running', { time: format.span(response.startedAt, now) })} />
      }
    >
      <div className={styles.block}>
        <LevelBadge
          {...(response === null ? {} : { className: styles.sign ?? '' })}
          sign={plan.levels[rank]?.sign ?? null}
          rank={rank}
          of={plan.levels.length}
        />
        {response === null ? <NoResponse file={file} /> : <Facts response={response} file={file} />}
      </div>
      {ask !== null && <Acts file={file} ask={ask} />}
    </Panel>
  );
}

function NoResponse({ file }: { file: ResponseFile }) {
  const t = useT();
  const format = useFormat();
  const last = file.history.findLast(({ kind }) => kind === 'terminated');
  return (
    <p className={styles.quiet}>
      {last === undefined
        ? t('response.never')
        : t('response.endedAt', { time: format.instant(last.decision.at.at, file.at) })}
    </p>
  );
}

type FactsProps = { response: ResponseRow; file: ResponseFile };

function Facts({ response, file: { incidentId, at } }: FactsProps) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const acts = useActWords();
  const { since, decidedBy, startedBy, basis, reason, expectedUntil, matter, measures, transferredTo } = response;
  const facts: [string, ReactNode][] = [
    [t('response.level'), words.level(response.level)],
    [
      t('response.decidedBy'),
      <>
        {acts.decision(decidedBy)} · {format.instant(since, at)}{' '}
        <CallButton callee={calleeOfPost(decidedBy.post, decidedBy.name)} incidentId={incidentId} />
      </>,
    ],
    [
      t('response.basis'),
      basis.length > 0
        ? words.joined(basis.map((match) => words.match({ ...match, provenance: 'plan' })))
        : (reason ?? t('response.judgement')),
    ],
  ];
  if (matter !== null) facts.push([t('response.matter'), matter]);
  if (measures !== null) facts.push([t('response.measures'), measures]);
  if (expectedUntil !== null) facts.push([t('response.expectedUntil'), format.instant(expectedUntil, at)]);
  if (response.proposer !== null)
    facts.push([t('response.proposer'), `${words.unit(response.proposer.unit)} ${response.proposer.name}`]);
  facts.push([t('response.endsBy'), words.post(startedBy)]);
  if (transferredTo !== null)
    facts.push([
      t('response.transferredTo'),
      <>
        {acts.organisation(transferredTo.unit)} {transferredTo.person} · {format.instant(transferredTo.at, at)}{' '}
        <CallButton
          callee={calleeNamed(transferredTo.person, acts.organisation(transferredTo.unit))}
          incidentId={incidentId}
        />
      </>,
    ]);
  if (response.citesEntryId !== null) facts.push([t('response.cites'), t('response.citesEarlier')]);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Acts({ file, ask }: { file: ResponseFile; ask: NonNullable<Ask> }) {
  const t = useT();
  const { plan } = useDesk();
  const running = file.response !== null;
  const isSettled = running && file.proposedLevel === file.response?.level;
  return (
    <Toolbar label={t('response.acts')} className={styles.acts ?? ''}>
      <Button
        variant={isSettled ? 'plain' : 'primary'}
        onPress={() => ask({ kind: 'decide', level: file.proposedLevel, proposal: null })}
      >
        {t(running ? 'response.adjust' : 'response.start')}
      </Button>
      {running && <Button onPress={() => ask({ kind: 'terminate', proposal: null })}>{t('response.terminate')}</Button>}
      <Button onPress={() => ask({ kind: 'propose' })}>{t('response.propose')}</Button>
      {plan.delegation && <Button onPress={() => ask({ kind: 'delegate' })}>{t('response.delegate')}</Button>}
      {running && plan.superior && file.response?.transferredTo === null && (
        <Button onPress={() => ask({ kind: 'transfer' })}>{t('response.transfer')}</Button>
      )}
      {running && plan.superior && (
        <Button onPress={() => ask({ kind: 'reinforce' })}>{t('response.reinforce')}</Button>
      )}
    </Toolbar>
  );
}
