import type { ReactNode } from 'react';
import { DraftSaved } from '#renderer/app/desk/DraftSaved.tsx';
import type { DraftState } from '#renderer/app/desk/useDraft.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './Intake.module.css';
import { useIntake } from './useIntakeForm.ts';

type IntakeFootProps = {
  draft: Pick<DraftState<unknown>, 'exists' | 'savedAt' | 'unsaved'>;
  children: ReactNode;
  more: boolean;
  onMore: () => void;
  onSave: () => void;
};

/** Save, what becomes of the call, the rare fields, and whether the draft is safe. */
export function IntakeFoot({ draft, children, more, onMore, onSave }: IntakeFootProps) {
  const t = useT();
  const { form } = useIntake();
  return (
    <footer className={styles.foot}>
      <Button variant="primary" size="l" kbd="Ctrl ⏎" onPress={onSave}>
        {t(`intake.save.${form.disposition.kind}`)}
      </Button>
      {children}
      <span className={styles.space} />
      <DraftSaved draft={draft} />
      <Button variant="quiet" kbd="Alt M" aria-expanded={more} onPress={onMore}>
        {t(more ? 'intake.less' : 'intake.more')}
      </Button>
      <span className={styles.keys}>
        <Kbd>Tab</Kbd> {t('intake.key.next')} <Kbd>Esc</Kbd> {t('intake.key.leave')}
      </span>
    </footer>
  );
}
