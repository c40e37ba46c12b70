/** A level in shape, colour and word: `▲ 橙色预警（二级）`. Its stage's word stands where no level is proposed. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel } from '#renderer/app/i18n/locale.ts';
import { LevelShape } from '#renderer/ui/LevelShape.tsx';
import styles from './Warnings.module.css';

export function LevelName({ level, none }: { level: string | null; none: string }) {
  const label = useLabel();
  const { plan } = useDesk();
  const found = plan.warnings?.levels.find(({ id }) => id === level);
  if (found === undefined) return <strong>{level ?? none}</strong>;
  return (
    <strong className={styles.level}>
      <LevelShape colour={found.colour} />
      {label(found)}
      <span className={styles.quiet}>{found.sign}</span>
    </strong>
  );
}
