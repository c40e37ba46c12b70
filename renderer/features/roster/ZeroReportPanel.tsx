/** 零报告 of today: a custom of the trade, said to be one; one press writes down that it was made. */
import { useState } from 'react';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useDeskQuery } from '#renderer/app/desk/useDeskQuery.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import styles from './Roster.module.css';

export function ZeroReportPanel() {
  const t = useT();
  const format = useFormat();
  const label = useLabel();
  const now = useNow();
  const { plan, readOnly } = useDesk();
  const { data: board } = useDeskQuery({ type: 'getBoard' });
  const execute = useExecute();
  const say = useFailureText();
  const main = plan.units.find(({ id }) => id === plan.reportRoles.mainRecipient);
  const [to, setTo] = useState(() => label(main));
  const [problem, setProblem] = useState<string | null>(null);
  const today = board?.duty?.zeroReport ?? null;
  if (today === null) return null;
  const { date, dueAt, reported } = today;

  async function record(): Promise<void> {
    const outcome = await execute({ type: 'RecordZeroReport', date, to });
    setProblem(say(outcome));
  }
  return (
    <Panel title={t('roster.zero')} aside={t('roster.zero.custom')}>
      <div className={layout.stack}>
        {reported === null ? (
          <p>{t(now > dueAt ? 'roster.zero.late' : 'roster.zero.due', { time: format.time(dueAt) })}</p>
        ) : (
          <p>{t('roster.zero.done', { time: format.time(reported.at), name: reported.actor.name, to: reported.to })}</p>
        )}
        {reported === null && !readOnly && (
          <div className={styles.bar}>
            <TextField label={t('roster.zero.to')} value={to} onChange={setTo} error={problem} />
            <Button isDisabled={to.trim() === ''} onPress={() => void record()}>
              {t('roster.zero.record')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
