/** What was decided, proposed, signed, delegated and asked for, newest first: who, when, on what grounds. */

import type { ReactNode } from 'react';
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useSignatureWords } from '#renderer/app/act/useSignatureWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { DelegationRow, ReinforcementRow, ResponseEntryRow, ResponseFile } from '#shared/contract/rows.ts';
import styles from './Records.module.css';

type Line = { key: string; at: number; words: ReactNode };

export function Records({ file }: { file: ResponseFile }) {
  const t = useT();
  const format = useFormat();
  const lines = useLines(file);
  return (
    <Panel title={t('response.records')}>
      {lines.length === 0 && <p className={styles.none}>{t('response.noRecords')}</p>}
      <ul>
        {lines.map(({ key, at, words }) => (
          <li key={key} className={styles.row}>
            <span className={styles.time}>{format.near(at, file.at)}</span>
            <span className={styles.grow}>{words}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useLines(file: ResponseFile): Line[] {
  const t = useT();
  const words = usePlanWords();
  const acts = useActWords();
  const signatureOf = useSignatureWords();
  const lines: Line[] = [
    ...file.history.map((entry) => ({
      key: entry.entryId,
      at: entry.decision.at.at,
      words: <Decided entry={entry} />,
    })),
    ...file.proposals
      .filter(({ state }) => state !== 'open')
      .map(({ entryId, at, level, proposer, state }) => ({
        key: entryId,
        at,
        words: (
          <>
            {level === null ? t('response.proposedEnd') : t('response.proposed', { level: words.level(level) })}{' '}
            <span className={styles.quiet}>
              {proposer.name} · {t(`response.proposalState.${state}`)}
            </span>
          </>
        ),
      })),
    ...file.signatures.flatMap((signature) =>
      signature.signed === null
        ? []
        : [
            {
              key: `${signature.signed.entryId} ${signature.part}`,
              at: signature.signed.at,
              words: t('response.signedBy', { what: signatureOf(signature), name: signature.signed.by }),
            },
          ],
    ),
    ...file.delegations.map((row) => ({ key: row.entryId, at: row.at, words: <Delegated row={row} /> })),
    ...file.transfers.map(({ entryId, at, unit, person }) => ({
      key: entryId,
      at,
      words: t('response.transferLine', { unit: acts.organisation(unit), person }),
    })),
    ...file.reinforcements.map((row) => ({
      key: row.entryId,
      at: row.requestedAt,
      words: <Reinforcement row={row} />,
    })),
  ];
  return lines.toSorted((a, b) => b.at - a.at);
}

function Decided({ entry }: { entry: ResponseEntryRow }) {
  const t = useT();
  const words = usePlanWords();
  const acts = useActWords();
  const { kind, from, level, decision, approval, reason, basis } = entry;
  const name = words.level(level ?? from);
  return (
    <>
      <strong>
        {kind === 'adjusted'
          ? t('response.line.adjusted', { from: words.level(from), level: name })
          : t(`response.line.${kind}`, { level: name })}
      </strong>{' '}
      {acts.decision(decision)}
      {decision.onBehalfOf && ` ${t('response.onBehalfOf', { post: words.post(decision.onBehalfOf) })}`}
      {approval && ` · ${t('response.approvedBy', { who: acts.decision(approval) })}`}
      {basis.length > 0 && (
        <span className={styles.quiet}>
          {' '}
          {words.joined(basis.map((match) => `${words.match({ ...match, provenance: 'plan' })} ${match.clause}`))}
        </span>
      )}
      {reason && <span className={styles.quiet}> {reason}</span>}
    </>
  );
}

function Delegated({ row }: { row: DelegationRow }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { from, to, expiresAt, state } = row;
  return (
    <>
      {t('response.delegationOf', {
        from: `${words.post(from.post)} ${from.name}`,
        to: `${words.post(to.post)} ${to.name ?? ''}`.trim(),
      })}{' '}
      {row.for.act === 'terminate' || row.for.act === 'approve'
        ? t(`response.act.${row.for.act}`)
        : `${t(`response.act.${row.for.act}`)} ${words.level(row.for.level)}`}{' '}
      <span className={styles.quiet}>
        {t('response.until', { time: format.instant(expiresAt, row.at) })} · {t(`response.delegationState.${state}`)}
      </span>
    </>
  );
}

function Reinforcement({ row: { to, what, person, answer } }: { row: ReinforcementRow }) {
  const t = useT();
  const format = useFormat();
  const acts = useActWords();
  return (
    <>
      <strong>{t('response.askedFor', { unit: acts.organisation(to) })}</strong> {what}{' '}
      <span className={styles.quiet}>{person}</span>{' '}
      {answer === null ? (
        <span className={styles.quiet}>{t('response.unanswered')}</span>
      ) : (
        <span className={styles.quiet}>
          {t(`response.answers.${answer.answer}`)} {answer.text} {answer.person} {format.time(answer.at)}
        </span>
      )}
    </>
  );
}
