import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { fieldName } from '#shared/contract/fieldNames.ts';
import styles from './Intake.module.css';
import type { SaidError } from './useIntakeForm.ts';

type ErrorSummaryProps = { errors: readonly SaidError[]; onGo: (path: string) => void };

/** Why it was not saved, with the way to each field. Takes the focus when it appears. */
export function ErrorSummary({ errors, onGo }: ErrorSummaryProps) {
  const t = useT();
  const { plan } = useDesk();
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} data-error-summary="">
      <strong>{t('intake.notSaved')}</strong>
      <ul>
        {errors.map(({ path, text }) => (
          <li key={path + text}>
            {path === '' ? (
              text
            ) : (
              <button type="button" className={styles.goTo} onClick={() => onGo(path)}>
                {text.includes('：') ? text : `${fieldName(path, plan)}：${text}`}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
