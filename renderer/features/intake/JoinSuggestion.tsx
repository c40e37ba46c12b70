import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentRow } from '#shared/domain/rows.ts';
import styles from './Intake.module.css';

/** An open incident at the same place: perhaps this is a second call about it. */
export function JoinSuggestion({ incident, onJoin }: { incident: IncidentRow; onJoin: () => void }) {
  const t = useT();
  return (
    <output className={styles.suggestion}>
      <span className={styles.suggested}>{t('intake.suggestJoin', { title: incident.title })}</span>
      <Button kbd="Alt J" onPress={onJoin}>
        {t('intake.suggestJoin.yes')}
      </Button>
    </output>
  );
}
