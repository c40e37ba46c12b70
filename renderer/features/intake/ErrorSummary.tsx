import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import styles from './Intake.module.css';
import { TIME_FIELDS } from './intakeForm.ts';
import type { SaidError } from './useIntakeForm.ts';

type ErrorSummaryProps = { errors: readonly SaidError[]; onGo: (path: string) => void };

/** Why it was not saved, with the way to each field. Takes the focus when it appears. */
export function ErrorSummary({ errors, onGo }: ErrorSummaryProps) {
  const t = useT();
  const nameOf = useFieldNames();
  if (errors.length === 0) return null;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} data-error-summary="">
      <strong>{t('intake.notSaved')}</strong>
      <ul>
        {errors.map(({ path, text, namesField }) => (
          <li key={path + text}>
            {path === '' ? (
              text
            ) : (
              <button type="button" className={styles.goTo} onClick={() => onGo(path)}>
                {namesField ? text : [nameOf(path), text].filter((part) => part !== null).join('：')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A field by the name that stands above it; null where the words of the error name it themselves. */
function useFieldNames(): (path: string) => string | null {
  const t = useT();
  const words = usePlanWords();
  return (path) => {
    const [head = '', id = ''] = path.split('.');
    const time = TIME_FIELDS.find((name) => name === head);
    if (time !== undefined) return t(`intake.${time}`);
    if (head === 'details') return words.detail(id);
    if (head === 'figures') return words.figure(id);
    return head === 'durations' ? words.duration(id) : null;
  };
}
