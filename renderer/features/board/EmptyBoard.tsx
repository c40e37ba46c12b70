/** No open incident: what to do when the phone rings, and how to see the board at work. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { OpenPracticeButtons } from '#renderer/app/practice/OpenPracticeButtons.tsx';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './EmptyBoard.module.css';

export function EmptyBoard() {
  const t = useT();
  const { readOnly } = useDesk();
  if (readOnly) {
    return (
      <section className={styles.empty} aria-label={t('board.empty')}>
        <h2 className={styles.title}>{t('board.emptyPractice')}</h2>
        <p className={styles.words}>{t('board.emptyPracticeHelp')}</p>
      </section>
    );
  }
  return (
    <section className={styles.empty} aria-label={t('board.empty')}>
      <h2 className={styles.title}>{t('board.empty')}</h2>
      <p className={styles.words}>{t('board.emptyHelp')}</p>
      <div className={styles.actions}>
        <Button variant="primary" size="l" kbd="F2" onPress={() => navigate({ screen: 'intake' })}>
          {t('app.intake')}
        </Button>
      </div>
      <p className={styles.words}>{t('board.emptyPracticeOffer')}</p>
      <div className={styles.actions}>
        <OpenPracticeButtons size="l" />
      </div>
    </section>
  );
}
