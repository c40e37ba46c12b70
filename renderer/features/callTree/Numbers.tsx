/** The number to dial, large; whose it is; the others that are known. Without one it says so and leads to 通讯录. */
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { classes } from '#renderer/ui/classes.ts';
import type { CallStepRow } from '#shared/contract/rows.ts';
import type { CallNumber } from '#shared/domain/callTree/parts.ts';
import styles from './CallTree.module.css';
import { type CallForm, dialled, whoseNumber } from './callForm.ts';

type Props = { step: CallStepRow; at: number; form: CallForm; change: (change: Partial<CallForm>) => void };

export function Numbers({ step, at, form, change }: Props) {
  const t = useT();
  const label = useLabel();
  const whose = whoseNumber(form, step);
  const number = dialled(form, step);
  return (
    <div>
      <p className={styles.dialled}>{number}</p>
      {whose !== null && <Whose whose={whose} at={at} />}
      <Lacking step={step} />
      {step.numbers.length > 1 && (
        <ul className={styles.numbers} aria-label={t('callTree.numbers')}>
          {step.numbers.map((each) => (
            <li key={each.number}>
              <button
                type="button"
                className={classes(styles.number, each === whose && styles.chosen)}
                aria-pressed={each === whose}
                onClick={() => change({ number: each.number })}
              >
                {each.tries > 0 ? t('callTree.numberTries', { number: each.number, n: each.tries }) : each.number}{' '}
                <span className={styles.quiet}>
                  {each.name}
                  {each.alternate !== null && ` ${t('callTree.alternate', { who: label(each.alternate) })}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Whose({ whose, at }: { whose: CallNumber; at: number }) {
  const t = useT();
  const label = useLabel();
  const { contactId, name, unit, post, alternate, doubtfulFrom } = whose;
  const isDoubtful = contactId !== null && (doubtfulFrom === null || doubtfulFrom <= at);
  return (
    <p>
      {[unit, post, name].filter((part) => part !== null && part !== '').join(' ')}
      {alternate !== null && <strong> {t('callTree.alternate', { who: label(alternate) })}</strong>}
      {isDoubtful && <span className={styles.owed}> {t('callTree.doubtful')}</span>}
    </p>
  );
}

/** No number is made up: it says so, and where one is to be filled in. */
function Lacking({ step: { ownNumbers, numbers, contactId } }: { step: CallStepRow }) {
  const t = useT();
  const hrefOf = useHref();
  if (ownNumbers > 0) return null;
  return (
    <p>
      <strong className={styles.owed}>
        {t(numbers.length === 0 ? 'callTree.noNumber' : 'callTree.onlyAlternates')}
      </strong>{' '}
      <a className={styles.link} href={hrefOf({ screen: 'directory', ...(contactId !== null && { contactId }) })}>
        {t('callTree.toDirectory')}
      </a>
    </p>
  );
}
