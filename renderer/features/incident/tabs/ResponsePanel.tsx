import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Words } from '#renderer/app/entries/EntryWords.tsx';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { nextThresholds } from '#shared/domain/thresholds.ts';
import { useActs } from '../acts/useActs.ts';
import { Fact, FactList } from './FactList.tsx';
import styles from './OverviewTab.module.css';

/** What the facts propose, what is in force, what a running outage will reach next, and the way to where it is decided. */
export function ResponsePanel({ file }: { file: IncidentFile }) {
  const t = useT();
  const words = usePlanWords();
  const acts = useActs();
  const hrefOf = useHref();
  const { plan } = useDesk();
  const { level, proposedLevel, proposedBasis } = file.assessment;
  const proposed = plan.levels.find(({ id }) => id === proposedLevel);
  return (
    <Panel
      title={t('incident.response')}
      aside={
        <span className={styles.acts}>
          <Button variant="quiet" onPress={() => acts.open({ kind: 'whyLevel' })}>
            {t('incident.why')}
          </Button>
          <a className={styles.link} href={hrefOf({ screen: 'response', incidentId: file.incidentId })}>
            {t('incident.response.decide')}
          </a>
        </span>
      }
    >
      <FactList>
        <Fact term={t('why.level.inForce')}>
          <span className={styles.big}>{level === null ? t('ui.level.none') : words.level(level)}</span>
        </Fact>
        <Fact
          term={t('why.level.proposed')}
          aside={
            proposed &&
            t('incident.response.basis', {
              matches: words.matches(proposedBasis),
              posts: words.posts(proposed.decidedBy),
            })
          }
        >
          <b>{proposed === undefined ? t('why.level.none') : words.level(proposed.id)}</b>
        </Fact>
      </FactList>
      <Thresholds file={file} />
    </Panel>
  );
}

function Thresholds({ file }: { file: IncidentFile }) {
  const words = usePlanWords();
  const { plan } = useDesk();
  const now = useNow();
  return nextThresholds(plan, file.assessment).map((threshold) => (
    <p key={threshold.duration} className={styles.note}>
      <Words parts={words.threshold(threshold, now)} />
    </p>
  ));
}
