/** What the facts propose: confirmed figures alone propose; careful readings and forecasts are told apart from them. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { CallButton } from '#renderer/app/directory/CallButton.tsx';
import { calleeOfPost } from '#renderer/app/directory/callee.ts';
import { Words } from '#renderer/app/entries/EntryWords.tsx';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { LevelBadge } from '#renderer/ui/LevelBadge.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ProposalRow, ResponseFile } from '#shared/contract/rows.ts';
import type { Ask } from './asked.ts';
import { missingOf, nextLevel } from './conditionMatrix.ts';
import styles from './Head.module.css';
import { useAmount } from './useAmount.ts';

export function Proposal({ file, ask }: { file: ResponseFile; ask: Ask }) {
  const t = useT();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { proposedLevel, proposedBasis, prompts, proposals } = file;
  const rank = plan.levels.findIndex(({ id }) => id === proposedLevel);
  const may = file.levels.find(({ level }) => level === proposedLevel)?.may ?? [];
  const open = proposals.filter(({ state }) => state === 'open');
  return (
    <Panel title={t('response.proposal')} aside={t('response.nothingByItself')}>
      <div className={styles.block} aria-live="polite">
        {proposedLevel === null ? (
          <p className={styles.noLevel}>{t('why.level.none')}</p>
        ) : (
          <LevelBadge
            className={styles.sign ?? ''}
            sign={plan.levels[rank]?.sign ?? null}
            rank={rank}
            of={plan.levels.length}
          />
        )}
        <div className={styles.why}>
          {proposedLevel !== null && (
            <div className={styles.decides}>
              <strong>{words.level(proposedLevel)}</strong>{' '}
              <span className={styles.quiet}>{t('response.decides', { posts: words.posts(may) })}</span>
              {may.map((post) => (
                <CallButton key={post} callee={calleeOfPost(post, words.post(post))} incidentId={file.incidentId}>
                  {t('directory.callWho', { name: words.post(post) })}
                </CallButton>
              ))}
            </div>
          )}
          <ul>
            {proposedBasis.map((match) => (
              <li key={match.criterion}>
                <span className={styles.kind}>{t('response.kind.confirmed')}</span>
                <strong>{words.match(match)}</strong>{' '}
                <span className={styles.quiet}>{words.clause(match.clause, match.provenance)}</span>
              </li>
            ))}
            {prompts.map((prompt) => (
              <li key={`${prompt.kind} ${prompt.kind === 'practice' ? prompt.prompt : `${prompt.of} ${prompt.id}`}`}>
                <span className={styles.kind}>{t(`response.kind.${prompt.kind}`)}</span>
                <Words parts={words.prompt(prompt)} />
              </li>
            ))}
            <NextLevel file={file} />
          </ul>
          {open.length > 0 && (
            <ul className={styles.proposals} aria-label={t('response.proposals')}>
              {open.map((proposal) => (
                <OpenProposal key={proposal.proposalId} proposal={proposal} at={file.at} ask={ask} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** `未到 Ⅰ级响应：遇难还差 3人` */
function NextLevel({ file }: { file: ResponseFile }) {
  const t = useT();
  const words = usePlanWords();
  const amount = useAmount();
  const next = nextLevel(file.levels, file.proposedLevel);
  if (next === null) return null;
  const lacks = next.rows.map((row) =>
    t('response.subjectLacks', {
      subject: words[row.subject.kind](row.subject.id),
      n: amount(row, missingOf(row) ?? 0),
    }),
  );
  return (
    <li className={styles.quiet}>
      <span className={styles.kind}>{t('response.notReached')}</span>
      {words.level(next.level)}
      {lacks.length > 0 && t('response.notReachedBecause', { lacks: words.joined(lacks) })}
    </li>
  );
}

function OpenProposal({ proposal, at, ask }: { proposal: ProposalRow; at: number; ask: Ask }) {
  const t = useT();
  const format = useFormat();
  const words = usePlanWords();
  const { level, proposer, reason } = proposal;
  const decide = () =>
    level === null ? ask?.({ kind: 'terminate', proposal }) : ask?.({ kind: 'decide', level, proposal });
  return (
    <li className={styles.open}>
      <span>
        <strong>
          {level === null ? t('response.proposedEnd') : t('response.proposed', { level: words.level(level) })}
        </strong>{' '}
        {reason}{' '}
        <span className={styles.quiet}>
          {t('response.proposedBy', { name: proposer.name, time: format.near(proposal.at, at) })}
        </span>
      </span>
      {ask !== null && (
        <span className={styles.buttons}>
          <Button variant="primary" onPress={decide}>
            {t('response.decide')}
          </Button>
          <Button onPress={() => ask({ kind: 'decline', proposal })}>{t('response.decline')}</Button>
        </span>
      )}
    </li>
  );
}
