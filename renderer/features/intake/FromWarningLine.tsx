/** Which warning this call comes from; it can be taken back while nothing is saved. */
import { useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './Intake.module.css';
import { useIntake } from './useIntakeForm.ts';

export function FromWarningLine() {
  const t = useT();
  const hrefOf = useHref();
  const { form, update } = useIntake();
  const { fromWarning, disposition } = form;
  if (fromWarning === null) return null;
  const { warningId, title } = fromWarning;
  return (
    <output className={styles.saved} data-field="disposition.fromWarningId">
      <span>{t('intake.fromWarning')}</span>
      <a className={styles.savedLink} href={hrefOf({ screen: 'warning', warningId })}>
        {title}
      </a>
      <span className={styles.quiet}>
        {t(disposition.kind === 'open' ? 'intake.fromWarning.links' : 'intake.fromWarning.onlyNew')}
      </span>
      <Button
        variant="quiet"
        excludeFromTabOrder
        onPress={() => update('disposition.fromWarningId', (now) => ({ ...now, fromWarning: null }))}
      >
        {t('intake.fromWarning.drop')}
      </Button>
    </output>
  );
}
