/** 公文: how official papers are headed, numbered and copied; one form, recorded in the log whole. */
import { useState } from 'react';
import { useNow } from '#renderer/app/clock/clock.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useQueryOf } from '#renderer/app/desk/useDeskQuery.ts';
import { useExecuteOn, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { DeskRow, OfficerRow } from '#shared/contract/rows.ts';
import { documentNumber } from '#shared/documents/officialText.ts';
import { nextNumber } from '#shared/domain/desk/desk.ts';
import { yearOf } from '#shared/domain/report/timeText.ts';
import styles from './Settings.module.css';

type Props = { desk: DeskRow; officer: OfficerRow };
type Form = { masthead: string; prefix: string; next: string; copies: string };

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function PapersPanel({ desk, officer }: Props) {
  const t = useT();
  const now = useNow();
  const execute = useExecuteOn();
  const say = useFailureText();
  const { plan: shown } = useDesk();
  const { data: plan = shown } = useQueryOf(desk.deskId, { type: 'getPlan' });
  const [typed, setTyped] = useState<Partial<Form>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { masthead, numberPrefix, copies } = desk.papers;
  const form: Form = {
    masthead: masthead ?? '',
    prefix: numberPrefix ?? '',
    next: '',
    copies: copies.join('\n'),
    ...typed,
  };
  const change = (part: Partial<Form>) => setTyped({ ...typed, ...part });
  const year = yearOf(now, plan.timeZone);
  const least = nextNumber(desk, year);
  const next = orNull(form.next) === null ? null : Number(form.next.trim());
  const isBad = next !== null && !(Number.isInteger(next) && next >= least);

  async function save(): Promise<void> {
    if (isBad) return;
    const outcome = await execute(desk.deskId, officer.officerId, {
      type: 'SetDocumentSettings',
      masthead: orNull(form.masthead),
      numberPrefix: orNull(form.prefix),
      nextNumber: next,
      copies: form.copies.split('\n').flatMap((line) => orNull(line) ?? []),
    });
    setProblem(say(outcome));
    if (!outcome.ok) return;
    setTyped({});
    announce(t('settings.papers.saved'));
  }

  return (
    <Panel title={t('settings.papers')}>
      <div className={layout.stack}>
        <TextField
          className={styles.wide ?? ''}
          label={t('settings.papers.masthead')}
          value={form.masthead}
          onChange={(text) => change({ masthead: text })}
          placeholder={t('settings.papers.mastheadNone')}
        />
        <div className={styles.row}>
          <TextField
            label={t('settings.papers.prefix')}
            value={form.prefix}
            onChange={(prefix) => change({ prefix })}
            placeholder={t('settings.papers.prefixNone')}
          />
          <TextField
            label={t('settings.papers.next')}
            value={form.next}
            onChange={(text) => change({ next: text })}
            inputMode="numeric"
            placeholder={String(least)}
            error={isBad ? t('settings.papers.nextBad', { n: least }) : null}
          />
        </div>
        {form.prefix.trim() !== '' && !isBad && (
          <p className={styles.hint}>
            {t('settings.papers.example', { number: documentNumber(form.prefix.trim(), year, next ?? least) })}
          </p>
        )}
        <TextArea
          className={styles.wide ?? ''}
          label={t('settings.papers.copies')}
          value={form.copies}
          onChange={(text) => change({ copies: text })}
          rows={3}
          hint={t('settings.papers.copiesHint')}
        />
        {problem !== null && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
        <Button isDisabled={Object.keys(typed).length === 0} onPress={() => void save()}>
          {t('settings.papers.save', { name: officer.name })}
        </Button>
      </div>
    </Panel>
  );
}
