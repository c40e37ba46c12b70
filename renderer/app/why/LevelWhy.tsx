/** 为什么 of a proposal: which criteria of the level are met, on which facts, and who decides. Nothing starts by itself. */
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { IncidentFile, IncidentRow } from '#shared/domain/rows.ts';
import { useDesk } from '../desk/deskContext.ts';
import { Loaded } from '../desk/Loaded.tsx';
import { useDeskQuery } from '../desk/useDeskQuery.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import { Ladder } from './Ladder.tsx';
import { Matches } from './Matches.tsx';
import styles from './Why.module.css';

type LevelWhyProps = { incident: Pick<IncidentRow, 'incidentId'>; onClose: () => void };

export function LevelWhyDialog({ incident: { incidentId }, onClose }: LevelWhyProps) {
  const t = useT();
  const query = useDeskQuery({ type: 'getIncident', incidentId });
  return (
    <Dialog title={t('why.level')} isOpen onClose={onClose} size="l">
      <Loaded query={query}>{(file) => <LevelWhy file={file} onFollow={onClose} />}</Loaded>
    </Dialog>
  );
}

function LevelWhy({ file, onFollow }: { file: IncidentFile; onFollow: () => void }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const { assessment } = file;
  const { level, proposedLevel, proposedBasis } = assessment;
  return (
    <div className={styles.why}>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{t('why.level.proposed')}</dt>
          <dd>
            <strong>{proposedLevel === null ? t('why.level.none') : words.level(proposedLevel)}</strong>{' '}
            <span className={styles.quiet}>{t('why.level.onlyConfirmed')}</span>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{t('why.level.inForce')}</dt>
          <dd>{level === null ? t('ui.level.none') : words.level(level)}</dd>
        </div>
      </dl>
      <Matches caption={t('why.level.behind')} file={file} matches={proposedBasis} onFollow={onFollow} />
      <Ladder
        caption={t('why.level.ladder')}
        steps={plan.levels.map((step) => ({
          ...step,
          name: label(step),
          aside: t('why.level.decidedBy', { posts: words.posts(step.decidedBy), clause: step.judgementClause }),
        }))}
        reached={proposedLevel}
        assessment={assessment}
      />
    </div>
  );
}
