/** Asked once before a level is put in force: on whose authority, and what follows from it. */
import styles from '#renderer/app/act/Act.module.css';
import type { DecisionForm } from '#renderer/app/act/decisionForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';

type Props = { file: ResponseFile; level: string; decision: DecisionForm };

export function LevelEffect({ file, level, decision }: Props) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const rankOf = (id: string | undefined) => plan.levels.findIndex((item) => item.id === id);
  const isUp = rankOf(level) > rankOf(file.response?.level);
  const found = plan.levels[rankOf(level)];
  const rules = plan.reportingRules.filter(
    (rule) => rule.trigger.kind === 'levelRaised' && rule.trigger.level === level,
  );
  const lists = plan.checklists.filter(({ when }) => when.kind === 'level' && rankOf(when.level) <= rankOf(level));
  const items = lists.reduce((sum, list) => sum + list.items.length, 0);
  return (
    <div className={styles.effect}>
      <p>
        {t('response.effect.authority', {
          who: t('entries.decision', {
            post: words.post(decision.post),
            name: decision.name,
            means: t(`entries.means.${decision.means}`),
          }),
          level: words.level(level),
        })}
      </p>
      {rankOf(level) < rankOf(file.proposedLevel ?? undefined) && (
        <p className={styles.warning}>
          {t('response.effect.below', {
            level: words.level(file.proposedLevel),
            facts: words.matches(file.proposedBasis),
          })}
        </p>
      )}
      <ul>
        {isUp && rules.length > 0 && (
          <li>{t('response.effect.reports', { rules: words.joined(rules.map((rule) => label(rule))) })}</li>
        )}
        {isUp && items > 0 && <li>{t('response.effect.measures', { n: items })}</li>}
        {isUp && found?.groups === 'atOnce' && <li>{t('response.effect.groups')}</li>}
        {decision.means === 'phone' && <li>{t('response.effect.signature')}</li>}
        <li>{t('response.effect.final')}</li>
      </ul>
    </div>
  );
}
