import { FieldError, Label, Radio, RadioGroup } from 'react-aria-components';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { HostInfo } from '#shared/contract/deskApi.ts';
import styles from './Setup.module.css';

type PlanChoiceProps = {
  plans: HostInfo['plans'];
  value: string | null;
  onChange: (planId: string) => void;
  isDisabled: boolean;
  error: string | null;
};

/** The plan packages of this machine. One tab stop; arrows choose. */
export function PlanChoice({ plans, value, onChange, isDisabled, error }: PlanChoiceProps) {
  const t = useT();
  if (plans.length === 0) return <p role="alert">{t('setup.plan.none')}</p>;
  return (
    <RadioGroup
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={error !== null}
      className={styles.group ?? ''}
    >
      <Label className={styles.legend ?? ''}>{t('setup.plan')}</Label>
      {plans.map((plan) => (
        <Radio key={plan.planId} value={plan.planId} className={styles.plan ?? ''}>
          <span className={styles.mark} aria-hidden="true" />
          <span>
            <b>{plan.title}</b>
            <br />
            <span className={styles.quiet}>
              {t('setup.plan.detail', { document: plan.documentNumber, city: plan.city, version: plan.version })}
            </span>
          </span>
        </Radio>
      ))}
      <FieldError className={styles.problem ?? ''}>{error}</FieldError>
    </RadioGroup>
  );
}
