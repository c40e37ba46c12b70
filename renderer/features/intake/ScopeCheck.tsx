/** 范围核对: is this the plan for it? Outside, the other plan is named; nothing is blocked [plan 1.3]. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import styles from './IntakePreview.module.css';
import { chosenFrom } from './intakeForm.ts';
import { useIntake } from './useIntakeForm.ts';

export function ScopeCheck() {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form } = useIntake();
  const detail = plan.details.find(({ input }) => input === 'object');
  if (detail === undefined) return null;
  const id = chosenFrom(plan.scope.objects, form.details[detail.id] ?? '')?.id;
  const object = plan.scope.objects.find((item) => item.id === id);
  if (object === undefined) {
    return <p className={styles.scope}>{t('intake.scope.unknown', { detail: label(detail) })}</p>;
  }
  const params = { object: label(object), clause: object.clause };
  if (object.inScope) return <p className={styles.scope}>{t('intake.scope.inside', params)}</p>;
  return (
    <p className={styles.outside} role="status">
      <strong>{t('intake.scope.outside', params)}</strong>
      {object.otherPlan && ` ${t('intake.scope.otherPlan', { plan: object.otherPlan })}`}
    </p>
  );
}
