/** 范围核对: is this the plan for it? Outside, the other plan is named; nothing is blocked [plan 1.3]. */

import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { chosenFrom } from '#shared/domain/planChoices.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import styles from './IntakePreview.module.css';
import { type IntakeForm } from './intakeForm.ts';
import { useIntake } from './useIntakeForm.ts';

const objectDetail = (plan: PlanPackage) => plan.details.find(({ input }) => input === 'object');

function objectIn(plan: PlanPackage, form: IntakeForm) {
  const detail = objectDetail(plan);
  const text = detail === undefined ? null : form.details[detail.id];
  const id = chosenFrom(plan.scope.objects, text ?? '')?.id;
  return plan.scope.objects.find((item) => item.id === id);
}

/** A warning; nothing while it is in scope or not known. */
export function OutOfScope() {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form } = useIntake();
  const object = objectIn(plan, form);
  if (object === undefined || object.inScope) return null;
  return (
    <output className={styles.outside}>
      <strong>{t('intake.scope.outside', { object: label(object), clause: object.clause })}</strong>
      {object.otherPlan && ` ${t('intake.scope.otherPlan', { plan: object.otherPlan })}`}
    </output>
  );
}

/** The quiet line: in scope by which clause, or not filled in yet. */
export function InScope() {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form } = useIntake();
  const detail = objectDetail(plan);
  const object = objectIn(plan, form);
  if (detail === undefined || object?.inScope === false) return null;
  return (
    <p className={styles.scope}>
      {object === undefined
        ? t('intake.scope.unknown', { detail: label(detail) })
        : t('intake.scope.inside', { object: label(object), clause: object.clause })}
    </p>
  );
}
