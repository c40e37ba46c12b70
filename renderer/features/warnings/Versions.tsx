/** The chain of versions, the latest first: who approved and issued each, why it was changed, and what is other than before. */
import { useActWords } from '#renderer/app/act/useActWords.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { WarningFile, WarningVersionRow } from '#shared/contract/rows.ts';
import { LevelName } from './LevelName.tsx';
import styles from './Warnings.module.css';
import { useWarningWords } from './warningWords.ts';

export function Versions({ file }: { file: WarningFile }) {
  const t = useT();
  if (file.versions.length === 0) return null;
  return (
    <Panel title={t('warnings.versions')}>
      <ol>
        {file.versions.toReversed().map((version) => (
          <Version key={version.version} version={version} at={file.at} />
        ))}
      </ol>
    </Panel>
  );
}

function Version({ version, at }: { version: WarningVersionRow; at: number }) {
  const t = useT();
  const format = useFormat();
  const plan = usePlanWords();
  const words = useWarningWords();
  const acts = useActWords();
  const { version: n, level, issuer, approval, ground, reason, isIssue, difference } = version;
  return (
    <li className={styles.row}>
      <p className={styles.line}>
        <strong>{t('warnings.version', { n })}</strong>
        <LevelName level={level} none="" />
        {n > 1 && isIssue && <span className={styles.owed}>{t('warnings.reissued')}</span>}
        <span className={styles.quiet}>{format.timed(issuer.at, at)}</span>
      </p>
      <p className={styles.quiet}>
        {t('warnings.issuedBy', { who: `${plan.post(issuer.post)} ${issuer.name}` })} ·{' '}
        {t('warnings.approvedBy', { who: acts.decision(approval), ground: words.ground(ground) })}
      </p>
      {reason !== null && <p className={styles.text}>{reason}</p>}
      {difference.length > 0 && <Difference rows={difference} />}
    </li>
  );
}

/** Field by field, before and after. */
function Difference({ rows }: { rows: WarningVersionRow['difference'] }) {
  const t = useT();
  return (
    <table className={styles.difference}>
      <thead>
        <tr>
          <th scope="col">{t('warnings.changed')}</th>
          <th scope="col">{t('warnings.before')}</th>
          <th scope="col">{t('warnings.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ part, before, after }) => (
          <tr key={part}>
            <th scope="row">{t(`warnings.part.${part}`)}</th>
            <td>
              <del>{before === '' ? t('warnings.nothing') : before}</del>
            </td>
            <td>
              <ins className={styles.new}>{after === '' ? t('warnings.nothing') : after}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
