/** Whether what was typed is safe: `<DraftSaved draft={draft} />` beside a form's buttons. */
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';
import styles from './DraftSaved.module.css';
import type { DraftState } from './useDraft.ts';

type DraftSavedProps = { draft: Pick<DraftState<unknown>, 'exists' | 'savedAt' | 'unsaved'> };

export function DraftSaved({ draft }: DraftSavedProps) {
  const t = useT();
  const format = useFormat();
  if (!draft.exists) return null;
  const { savedAt } = draft;
  return (
    <span className={styles.state}>
      {savedAt === null || draft.unsaved
        ? t('app.draftUnsaved')
        : t('app.draftSaved', { time: format.timeExact(savedAt) })}
    </span>
  );
}
