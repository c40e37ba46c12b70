/** 提醒点: when what is owed at once calls again. The package's minutes, or this desk's own, with who set them. */
import { useState } from 'react';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import { useExecuteOn, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import { readMinutes } from './attentionForm.ts';
import styles from './Settings.module.css';

type Props = { desk: DeskRow; officer: OfficerRow };

export function AttentionPanel({ desk, officer }: Props) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const execute = useExecuteOn();
  const say = useFailureText();
  const { plan: shown } = useDesk();
  const { data: plan = shown } = useQueryOf(desk.deskId, { type: 'getPlan' });
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const own = desk.attention !== null && desk.attention.minutes !== null ? desk.attention : null;

  async function set(minutes: number[] | null): Promise<void> {
    const outcome = await execute(desk.deskId, officer.officerId, { type: 'SetAttentionMarks', minutes });
    setProblem(say(outcome));
    if (outcome.ok) setTyped(null);
  }
  const save = () => {
    const minutes = readMinutes(typed ?? '');
    if (minutes === null) return setProblem(t('settings.attention.wrong'));
    void set(minutes);
  };

  return (
    <Panel title={t('settings.attention')}>
      <div className={layout.stack}>
        <p>{t('settings.attention.marks', { marks: plan.attentionMinutes.join(t('entries.and')) })}</p>
        <p className={styles.hint}>
          {own === null
            ? t('settings.attention.from', { plan: plan.title })
            : t('settings.attention.own', { name: own.actor.name, time: format.near(own.at, now) })}
        </p>
        <div className={styles.row}>
          <TextField
            label={t('settings.attention.minutes')}
            value={typed ?? plan.attentionMinutes.join(' ')}
            onChange={setTyped}
            {...(problem === null ? {} : { error: problem })}
          />
          <Button isDisabled={typed === null} onPress={save}>
            {t('settings.attention.save', { name: officer.name })}
          </Button>
          {own !== null && (
            <Button variant="quiet" onPress={() => void set(null)}>
              {t('settings.attention.reset')}
            </Button>
          )}
        </div>
        <p className={styles.hint}>
          {t('settings.attention.dueSoon', {
            minutes: plan.dueSoon.minutes,
            fraction: `1/${Math.round(1 / plan.dueSoon.fractionOfInterval)}`,
          })}
        </p>
      </div>
    </Panel>
  );
}
