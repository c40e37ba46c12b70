/** 预警: clues that wait for 研判 with their age, and every warning by what it is in: in force, on its way, watched, ended. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { Loaded } from '#renderer/app/desk/Loaded.tsx';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Clues } from './Clues.tsx';
import styles from './Warnings.module.css';
import { WarningTable } from './WarningTable.tsx';

/** `clueId`: one that is looked at. */
export function WarningsScreen({ clueId }: { clueId: string | null }) {
  const t = useT();
  const { plan } = useDesk();
  const clues = useDeskQuery({ type: 'listClues' });
  const warnings = useDeskQuery({ type: 'listWarnings' });
  if (plan.warnings === undefined) return <EmptyState title={t('warnings.notInPlan')} />;
  return (
    <div className={styles.screen}>
      <Loaded query={clues}>{(rows) => <Clues clues={rows} clueId={clueId} />}</Loaded>
      <Panel title={t('warnings.all')}>
        <Loaded query={warnings}>{(rows) => <WarningTable rows={rows} />}</Loaded>
      </Panel>
    </div>
  );
}
