/** The shapes and what they say. */
import { useT } from '#renderer/app/i18n/locale.ts';
import shapes from './Picture.module.css';
import { Hatched } from './Picture.tsx';
import styles from './Timeline.module.css';

export function Legend({ em }: { em: number }) {
  const t = useT();
  return (
    <span className={styles.legend} aria-hidden="true">
      <span>
        <svg width="12" height="12">
          <circle className={shapes.met} cx="6" cy="6" r="4.5" />
        </svg>
        {t('timeline.legend.onTime')}
      </span>
      <span>
        <svg width="12" height="12">
          <rect className={shapes.metLate} x="1.5" y="1.5" width="9" height="9" />
        </svg>
        {t('timeline.legend.late')}
      </span>
      <span>
        <svg width="6" height="12">
          <line className={shapes.limit} x1="3" x2="3" y1="0" y2="12" />
        </svg>
        {t('timeline.legend.limit')}
      </span>
      <span>
        <svg width="20" height="12">
          <Hatched em={em}>
            <rect className={shapes.unknown} x="0.5" y="0.5" width="19" height="11" />
          </Hatched>
        </svg>
        {t('timeline.legend.unknown')}
      </span>
      <span>
        <svg width="12" height="12">
          <path className={shapes.struck} d="M2 2L10 10M2 10L10 2" />
        </svg>
        {t('timeline.legend.struck')}
      </span>
    </span>
  );
}
