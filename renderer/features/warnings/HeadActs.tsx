/** What can be done with it now: the next step first, by what it is in. What the desk would refuse by stage is not offered. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import type { WarningFile, WarningStage } from '#shared/contract/rows.ts';
import type { Ask, Asked } from './asked.ts';
import styles from './Warnings.module.css';

type Plain = Extract<Asked['kind'], 'assess' | 'report' | 'approve' | 'issue' | 'change' | 'send' | 'release'>;

/** The first is the next step. */
const ACTS: Readonly<Record<WarningStage, readonly Plain[]>> = {
  dismissed: ['assess'],
  watch: ['assess'],
  proposed: ['report', 'assess'],
  reported: ['approve', 'report', 'assess'],
  approved: ['issue', 'report', 'assess'],
  issued: ['send', 'change', 'assess', 'report', 'release'],
  released: [],
  converted: [],
};

/** A review that is due comes before all else. */
const ordered = ({ stage, review }: WarningFile): readonly Plain[] =>
  review?.isDue === true ? ['assess', ...ACTS[stage].filter((act) => act !== 'assess')] : ACTS[stage];

export function HeadActs({ file, ask }: { file: WarningFile; ask: NonNullable<Ask> }) {
  const t = useT();
  const { stage, warningId } = file;
  const acts = ordered(file);
  /** Nothing presses where everybody has it. */
  const isPressing = stage !== 'issued' || file.unacknowledged > 0 || file.review?.isDue === true;
  if (acts.length === 0) return null;
  const name = (act: Plain) => t(act === 'assess' && stage === 'issued' ? 'warnings.review' : `warnings.${act}`);
  return (
    <Toolbar label={t('warnings.acts')} className={styles.acts ?? ''}>
      {acts.map((act, index) => (
        <Button key={act} variant={index === 0 && isPressing ? 'primary' : 'plain'} onPress={() => ask({ kind: act })}>
          {name(act)}
        </Button>
      ))}
      <Button onPress={() => navigate({ screen: 'intake', fromWarningId: warningId })}>{t('warnings.convert')}</Button>
    </Toolbar>
  );
}
