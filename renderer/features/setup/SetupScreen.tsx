/**
 * First run: which plan, who are you. One page, three answers, then the empty board. What was recorded before an
 * interruption is not asked again.
 */
import { useRef, useState } from 'react';
import { useHost } from '#renderer/app/desk/deskContext.ts';
import { useHostInfo, useLiveDeskId } from '#renderer/app/desk/hostInfo.ts';
import { changeSettings } from '#renderer/app/desk/settings.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import { useExecuteOn, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { askIdentity } from '#renderer/app/identity/identity.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useSaveKey } from '#renderer/ui/useSaveKey.ts';
import { OfficerFields } from './OfficerFields.tsx';
import { dutyOf, NO_OFFICER, officerOf } from './officerForm.ts';
import { PlanChoice } from './PlanChoice.tsx';
import styles from './Setup.module.css';

export function SetupScreen() {
  const t = useT();
  const info = useHostInfo((state) => state.info);
  const deskId = useLiveDeskId();
  const { api, cache } = useHost();
  const executeOn = useExecuteOn();
  const failure = useFailureText();
  const { data: desk } = useQueryOf(deskId, { type: 'getDesk' });

  const plans = info?.plans ?? [];
  const [chosen, setChosen] = useState<string | null>(plans.length === 1 ? (plans[0]?.planId ?? null) : null);
  const isChosen = typeof desk?.planId === 'string';
  const planId = desk?.planId ?? chosen;
  const { data: plan } = useQueryOf(deskId, planId === null ? null : { type: 'getPlan', planId });
  const known = desk?.officers[0];
  const [form, setForm] = useState(NO_OFFICER);
  const [checked, setChecked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const officerId = useRef(`o-${crypto.randomUUID()}`);

  const officer = officerOf(form, plan);
  const complete = planId !== null && (known !== undefined || (officer.name !== '' && officer.post !== ''));

  async function start(): Promise<void> {
    setChecked(true);
    if (!complete || deskId === null || planId === null || busy) return;
    setBusy(true);
    const me = known ?? { officerId: officerId.current, ...officer };
    const duty = dutyOf(me.post, plan);
    const steps = [
      known === undefined && ({ type: 'AddOfficer', ...me } as const),
      !isChosen && ({ type: 'SetUpDesk', planId } as const),
      duty !== null && ({ type: 'TakeDuty', duty, officerId: me.officerId } as const),
    ];
    for (const command of steps) {
      if (!command) continue;
      const outcome = await executeOn(deskId, me.officerId, command);
      if (outcome.ok) continue;
      setProblem(failure(outcome));
      setBusy(false);
      return;
    }
    await askIdentity(api, { act: 'signIn', officerId: me.officerId, pin: null }).catch(() => null);
    changeSettings({ officerId: me.officerId });
    navigate({ screen: 'board' });
    cache.reload(deskId, { type: 'getDesk' });
  }

  const saveKey = useSaveKey(() => void start());
  return (
    <main className={styles.setup}>
      <form className={styles.page} ref={saveKey} onSubmit={(event) => event.preventDefault()}>
        <h1 className={styles.title}>{t('setup.title')}</h1>
        <p className={styles.lead}>{t('setup.lead')}</p>
        <PlanChoice
          plans={plans}
          value={planId}
          onChange={setChosen}
          isDisabled={isChosen}
          error={checked && planId === null ? t('setup.planNeeded') : null}
        />
        {known === undefined && (
          <fieldset className={styles.group}>
            <legend className={styles.legend}>{t('setup.you')}</legend>
            <OfficerFields
              plan={plan}
              value={form}
              onChange={setForm}
              checked={checked}
              autoFocus={plans.length === 1}
            />
          </fieldset>
        )}
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <div className={styles.actions}>
          <Button variant="primary" size="l" kbd="Ctrl ⏎" isDisabled={busy} onPress={() => void start()}>
            {t(dutyOf(known?.post ?? officer.post, plan) === null ? 'setup.startOnly' : 'setup.start')}
          </Button>
          {info && <span className={styles.folder}>{t('setup.folder', { folder: info.dataFolder })}</span>}
        </div>
      </form>
    </main>
  );
}
