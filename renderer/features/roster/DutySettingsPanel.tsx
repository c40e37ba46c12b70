/** When the watch changes hands, and until when 零报告 is made. */
import { useState } from 'react';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useExecute, useFailureText } from '#renderer/app/desk/useExecute.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { useMay, useRolesOf } from '#renderer/app/identity/useMay.ts';
import { Button } from '#renderer/ui/Button.tsx';
import layout from '#renderer/ui/Layout.module.css';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { setDutySettingsSchema } from '#shared/domain/roster/commands.ts';
import type { DutySettings } from '#shared/domain/roster/roster.ts';
import styles from './Roster.module.css';

/** `8:00，2000`: as typed, to what is recorded. */
const timesIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '')
    .map((part) =>
      part.replace(/^(\d{1,2}):?(\d{2})$/, (_, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`),
    );

export function DutySettingsPanel({ settings }: { settings: DutySettings }) {
  const t = useT();
  const { readOnly } = useDesk();
  const may = useMay('SetDutySettings') && !readOnly;
  const roles = useRolesOf('SetDutySettings');
  const execute = useExecute();
  const say = useFailureText();
  const [typed, setTyped] = useState<{ starts: string; zero: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const form = typed ?? { starts: settings.starts.join(' '), zero: settings.zeroReportBy ?? '' };

  async function save(): Promise<void> {
    const [zeroReportBy = null] = timesIn(form.zero);
    const command = { type: 'SetDutySettings', starts: timesIn(form.starts), zeroReportBy } as const;
    if (!setDutySettingsSchema.safeParse(command).success) return setProblem(t('roster.settings.wrong'));
    const outcome = await execute(command);
    setProblem(say(outcome));
    if (outcome.ok) setTyped(null);
  }
  return (
    <Panel title={t('roster.settings')}>
      <div className={layout.stack}>
        <TextField
          label={t('roster.settings.starts')}
          value={form.starts}
          onChange={(starts) => setTyped({ ...form, starts })}
          isDisabled={!may}
          error={problem}
        />
        <TextField
          label={t('roster.settings.zero')}
          value={form.zero}
          onChange={(zero) => setTyped({ ...form, zero })}
          isDisabled={!may}
        />
        {may ? (
          <Button isDisabled={typed === null} onPress={() => void save()}>
            {t('roster.settings.save')}
          </Button>
        ) : (
          !readOnly && <p className={styles.quiet}>{t('roster.needed', { roles })}</p>
        )}
      </div>
    </Panel>
  );
}
