/** The plan's levels to choose from, each with when it is meant, who approves and who issues it and in whose name. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { LevelShape } from '#renderer/ui/LevelShape.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import styles from './Levels.module.css';
import { useWarningWords } from './warningWords.ts';

type Props = { value: string | null; onChange: (level: string) => void };

export function LevelChoice({ value, onChange }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const levels = plan.warnings?.levels ?? [];
  return (
    <div data-field="level" className={styles.levels}>
      <ChoiceGroup
        label={t('warnings.level')}
        choices={levels.map((level) => ({ id: level.id, label: label(level) }))}
        value={value}
        onChange={onChange}
      />
      <LevelTable value={value} />
    </div>
  );
}

/** The chosen one stands out by weight and a mark, not by colour. */
function LevelTable({ value }: { value: string | null }) {
  const t = useT();
  const label = useLabel();
  const plan = usePlanWords();
  const words = useWarningWords();
  const { warnings } = useDesk().plan;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('warnings.level')}</th>
          <th scope="col">{t('warnings.criteria')}</th>
          <th scope="col">{t('warnings.approvers')}</th>
          <th scope="col">{t('warnings.issuers')}</th>
        </tr>
      </thead>
      <tbody>
        {(warnings?.levels ?? []).map((level) => (
          <tr key={level.id} className={classes(level.id === value && styles.chosen)}>
            <th scope="row">
              <span className={styles.name}>
                <LevelShape colour={level.colour} /> {label(level)} {level.sign}
              </span>
            </th>
            <td>{level.criteria}</td>
            <td>{plan.posts(level.approvedBy)}</td>
            <td>
              {t('warnings.issuedAs', {
                posts: plan.posts(level.issuedBy),
                authority: words.authority(level.inNameOf),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
