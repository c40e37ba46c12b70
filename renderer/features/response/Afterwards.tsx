/** The time after: until when late casualties are still reported, and what the law sets for others [plan 5; 493]. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ResponseFile } from '#shared/contract/rows.ts';
import styles from './Records.module.css';

export function Afterwards({ file: { afterwards, at } }: { file: ResponseFile }) {
  const t = useT();
  const label = useLabel();
  const format = useFormat();
  const words = usePlanWords();
  const { plan } = useDesk();
  if (afterwards === null) return null;
  const daysLeft = (until: number) => Math.max(0, Math.ceil((until - at) / 86_400_000));
  return (
    <Panel
      title={t('response.afterwards')}
      aside={t('response.endedAt', { time: format.instant(afterwards.endedAt, at) })}
    >
      <ul>
        {afterwards.supplement.map(({ rule, until, flaggedFrom, flaggedBy }) => (
          <li key={rule} className={styles.row}>
            <span className={styles.grow}>
              <strong>{t('response.supplement', { time: format.instant(until, at) })}</strong>{' '}
              {until > at ? t('response.daysLeft', { n: daysLeft(until) }) : t('response.over')}{' '}
              {flaggedFrom !== null && (
                <span className={styles.quiet}>
                  {t('response.flaggedFrom', {
                    time: format.instant(flaggedFrom, at),
                    because: flaggedBy === null ? '' : words.condition(flaggedBy),
                  })}
                </span>
              )}
            </span>
            <span className={styles.quiet}>{words.rule(rule)}</span>
          </li>
        ))}
        {afterwards.terms.map(({ id, until }) => {
          const term = plan.legalTerms.find((item) => item.id === id);
          return (
            <li key={id} className={styles.row}>
              <span className={styles.grow}>
                {label(term, id)} <span className={styles.quiet}>{t('response.owedByOthers')}</span>
              </span>
              <span className={styles.quiet}>
                {until === null ? '' : t('response.until', { time: format.instant(until, at) })} {term?.clause}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
