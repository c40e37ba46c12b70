/** The whole table of conditions, met ones marked: why this level, and what the next one lacks [plan 4.3]. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { classes } from '#renderer/ui/classes.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { HiddenText } from '#renderer/ui/VisuallyHidden.tsx';
import type { ConditionRow, LevelRow } from '#shared/contract/rows.ts';
import styles from './ConditionTable.module.css';
import { conditionMatrix, type MatrixRow, missingOf } from './conditionMatrix.ts';
import { useAmount } from './useAmount.ts';

type Props = { levels: readonly LevelRow[]; at: number };

export function ConditionTable({ levels, at }: Props) {
  const t = useT();
  return (
    <Panel title={t('response.conditions')} aside={t('response.conditionsAside')}>
      <table className={styles.table}>
        <caption>
          <HiddenText>{t('response.conditions')}</HiddenText>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('response.known')}</th>
            {levels.map((level) => (
              <LevelHead key={level.level} level={level} />
            ))}
          </tr>
        </thead>
        <tbody>
          {conditionMatrix(levels).map((row) => (
            <Row key={`${row.subject.kind} ${row.subject.id}`} row={row} at={at} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function LevelHead({ level }: { level: LevelRow }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const found = plan.levels.find(({ id }) => id === level.level);
  return (
    <th scope="col" className={classes(level.isProposed && styles.proposed)}>
      <span className={styles.level}>{label(found, level.level)}</span>
      {level.isInForce && <span className={styles.chip}>{t('response.isInForce')}</span>}
      {level.isProposed && <span className={styles.chip}>{t('response.isProposed')}</span>}
      <span className={styles.may}>{t('response.decides', { posts: words.posts(level.may) })}</span>
    </th>
  );
}

function Row({ row: { subject, known, cells }, at }: { row: MatrixRow; at: number }) {
  const words = usePlanWords();
  return (
    <tr>
      <th scope="row">
        <span className={styles.subject}>{words[subject.kind](subject.id)}</span>
        <Known known={known} />
      </th>
      {cells.map(({ level, asks }) => (
        <td key={level}>
          {asks.length === 0 && (
            <span className={styles.none} aria-hidden="true">
              —
            </span>
          )}
          {asks.map((condition) => (
            <Cell key={condition.criterion} condition={condition} at={at} />
          ))}
        </td>
      ))}
    </tr>
  );
}

/** Confirmed first; careful and expected readings only where they say something else. */
function Known({ known }: { known: ConditionRow }) {
  const t = useT();
  const amount = useAmount();
  const { confirmed, conservative, forecast, value } = known;
  if (known.subject.kind === 'condition') {
    return <strong className={styles.value}>{value === null ? t('response.notAsked') : t(`ui.${value}`)}</strong>;
  }
  return (
    <span>
      <strong className={styles.value}>{confirmed === null ? t('ui.unknown') : amount(known, confirmed)}</strong>
      {conservative !== null && conservative !== confirmed && (
        <span className={styles.other}>{t('response.conservative', { value: amount(known, conservative) })}</span>
      )}
      {forecast !== null && (
        <span className={styles.other}>{t('response.forecast', { value: amount(known, forecast) })}</span>
      )}
    </span>
  );
}

const SIGNS: Record<ConditionRow['met'], string> = {
  confirmed: '✓',
  conservative: '△',
  forecast: '○',
  no: '·',
  unknown: '?',
};

function Cell({ condition, at }: { condition: ConditionRow; at: number }) {
  const t = useT();
  const words = usePlanWords();
  const format = useFormat();
  const amount = useAmount();
  const { met, needed, exclusive, blockedBy, reachedAt, clause, provenance } = condition;
  const missing = missingOf(condition);
  const asks =
    needed === null ? t('ui.yes') : t(exclusive ? 'why.moreThan' : 'why.atLeast', { n: amount(condition, needed) });
  const state = (): string => {
    if (blockedBy !== null) return t('response.blockedBy', { condition: words.condition(blockedBy) });
    if (met !== 'confirmed' && reachedAt !== null) {
      const params = { time: format.near(reachedAt, at) };
      return met === 'forecast' ? t('response.reachedForecast', params) : t('response.reachedAt', params);
    }
    if (met === 'no' && missing !== null) return t('response.lacks', { n: amount(condition, missing) });
    return t(`response.met.${met}`);
  };
  return (
    <span className={classes(styles.cell, styles[met])} title={words.clause(clause, provenance)}>
      <span className={styles.asks}>
        <span aria-hidden="true">{SIGNS[met]} </span>
        {asks}
      </span>
      <span className={styles.state}>{state()}</span>
      <span className={styles.clause}>{clause}</span>
    </span>
  );
}
