/** 组建 → 到位 → 执行 → 撤收: a shape that fills, and the word. */

import type { GroupRow } from '#shared/contract/rows.ts';
import { useT } from '../i18n/locale.ts';
import styles from './GroupStateMark.module.css';

const SHAPES: Record<GroupRow['state'], string> = {
  forming: '○',
  inPlace: '◐',
  working: '●',
  withdrawn: '□',
  dissolved: '／',
};

export function GroupStateMark({ state }: { state: GroupRow['state'] }) {
  const t = useT();
  return (
    <span className={styles[state]}>
      <span aria-hidden="true">{SHAPES[state]} </span>
      {t(`groups.state.${state}`)}
    </span>
  );
}
