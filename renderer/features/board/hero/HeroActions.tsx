/** The one button that is right for what is owed, then recording it as done, then why. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { SHORTCUT_KEYS } from '#renderer/app/keyboard/shortcuts.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { IncidentRow } from '#shared/contract/rows.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import type { ReportingRule } from '#shared/plan/schema.ts';
import styles from './Hero.module.css';
import { actOf } from './heroWords.ts';

type Props = {
  incident: IncidentRow;
  row: Obligation;
  rule: ReportingRule | undefined;
  onWhy: () => void;
  onReport: () => void;
};

export function HeroActions({ incident, row, rule, onWhy, onReport }: Props) {
  const t = useT();
  const { readOnly } = useDesk();
  const { incidentId } = incident;
  const act = actOf(rule, row);
  return (
    <div className={styles.actions}>
      {act === 'call' && (
        <Button
          variant="primary"
          size="l"
          kbd={SHORTCUT_KEYS.report}
          onPress={() => navigate({ screen: 'report', incidentId, form: 'phone' })}
        >
          {t('board.call')}
        </Button>
      )}
      {act === 'write' && (
        <Button
          variant="primary"
          size="l"
          kbd={SHORTCUT_KEYS.write}
          onPress={() => navigate({ screen: 'report', incidentId, form: 'initial' })}
        >
          {t('board.write')}
        </Button>
      )}
      {act === 'determine' && (
        <Button
          variant="primary"
          size="l"
          kbd={SHORTCUT_KEYS.incident}
          onPress={() => navigate({ screen: 'incident', incidentId })}
        >
          {t('board.determine')}
        </Button>
      )}
      {act === 'noteArrival' && !readOnly && (
        <Button variant="primary" size="l" onPress={onReport}>
          {t('board.noteArrival')}
        </Button>
      )}
      {(act === 'call' || act === 'write') && !readOnly && (
        <Button size="l" onPress={onReport}>
          {t('board.recordDone')}
        </Button>
      )}
      <Button size="l" onPress={onWhy}>
        {t('board.why')}
      </Button>
    </div>
  );
}
