/** What a form lacks still, each the way to its field; it shrinks as the form is filled in. */
import { useT } from '../i18n/locale.ts';
import styles from './Act.module.css';

export type Missing = string | { label: string; field: string };

type Props = { missing: readonly Missing[]; onGo: (field: string) => void };

export function MissingFields({ missing, onGo }: Props) {
  const t = useT();
  return (
    <div className={styles.missing}>
      <span>{t('response.missing', { fields: '' })}</span>
      <ul>
        {missing.map((part) => (
          <li key={typeof part === 'string' ? part : part.field}>
            {typeof part === 'string' ? (
              part
            ) : (
              <button type="button" onClick={() => onGo(part.field)}>
                {part.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
