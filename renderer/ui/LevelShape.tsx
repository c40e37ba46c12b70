/** The colour of a warning's level with a shape of its own, beside the word that says it: never colour alone. */
import type { WarningColour } from '#shared/plan/warningSection.ts';
import styles from './LevelShape.module.css';

const SHAPES: Readonly<Record<WarningColour, string>> = {
  red: 'M8 1 15 8 8 15 1 8Z',
  orange: 'M8 1.5 15 14.5 1 14.5Z',
  yellow: 'M2 2H14V14H2Z',
  blue: 'M8 1.5A6.5 6.5 0 1 1 8 14.5A6.5 6.5 0 1 1 8 1.5Z',
};

export function LevelShape({ colour }: { colour: WarningColour }) {
  return (
    <svg className={styles.shape} data-colour={colour} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[colour]} />
    </svg>
  );
}
