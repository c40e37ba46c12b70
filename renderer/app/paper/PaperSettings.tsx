/** How official papers are headed, numbered and copied: one form, recorded in the log whole. */
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { documentNumber } from '#shared/documents/officialText.ts';
import { nextNumber } from '#shared/domain/desk/desk.ts';
import { yearOf } from '#shared/domain/report/timeText.ts';
import { useAct } from '../act/useAct.ts';
import { useForm } from '../act/useForm.ts';
import { readNow } from '../clock/clock.ts';
import { DraftSaved } from '../desk/DraftSaved.tsx';
import { useDesk } from '../desk/deskContext.ts';
import { useT } from '../i18n/locale.ts';
import styles from './PaperSettings.module.css';

type Form = { masthead: string; prefix: string; next: string; copies: string };

export function PaperSettings() {
  const t = useT();
  const { desk, plan, readOnly } = useDesk();
  const { send, busy, failure } = useAct();
  const { masthead, numberPrefix, copies } = desk.papers;
  const year = yearOf(readNow(), plan.timeZone);
  const next = nextNumber(desk, year);
  const { form, change, draft } = useForm<Form>('settings/papers', () => ({
    masthead: masthead ?? '',
    prefix: numberPrefix ?? '',
    next: '',
    copies: copies.join('\n'),
  }));
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const n = form.next.trim() === '' ? null : Number(form.next.trim());
  const badNumber = n !== null && !(Number.isInteger(n) && n >= next);
  async function save(): Promise<void> {
    if (badNumber) return;
    const saved = await send(
      {
        type: 'SetDocumentSettings',
        masthead: orNull(form.masthead),
        numberPrefix: orNull(form.prefix),
        nextNumber: n,
        copies: form.copies.split('\n').flatMap((line) => orNull(line) ?? []),
      },
      t('papers.settings.saved'),
    );
    if (saved) change({ next: '' });
  }
  return (
    <Panel title={t('papers.settings')}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('papers.settings.masthead')}
          value={form.masthead}
          onChange={(text) => change({ masthead: text })}
          placeholder={t('papers.settings.mastheadNone')}
          isDisabled={readOnly}
        />
        <TextField
          label={t('papers.settings.prefix')}
          value={form.prefix}
          onChange={(prefix) => change({ prefix })}
          hint={form.prefix.trim() === '' ? undefined : documentNumber(form.prefix.trim(), year, n ?? next)}
          placeholder={t('papers.settings.prefixNone')}
          isDisabled={readOnly}
        />
        <TextField
          label={t('papers.settings.next')}
          value={form.next}
          onChange={(text) => change({ next: text })}
          inputMode="numeric"
          placeholder={String(next)}
          error={badNumber ? t('papers.settings.nextBad', { n: next }) : null}
          isDisabled={readOnly}
        />
        <TextArea
          label={t('papers.settings.copies')}
          value={form.copies}
          onChange={(text) => change({ copies: text })}
          rows={3}
          hint={t('papers.settings.copiesHint')}
          isDisabled={readOnly}
        />
        {failure && (
          <p role="alert" className={styles.failure}>
            {failure}
          </p>
        )}
        {!readOnly && (
          <div className={styles.actions}>
            <Button variant="primary" isDisabled={busy} onPress={() => void save()}>
              {t('papers.settings.save')}
            </Button>
            <DraftSaved draft={draft} />
          </div>
        )}
      </form>
    </Panel>
  );
}
