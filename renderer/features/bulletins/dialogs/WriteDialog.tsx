/** The words of a bulletin: composed from the facts at first, then the officer's. What no fact holds is named. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { composeBulletin } from '#shared/domain/bulletin/composeBulletin.ts';
import type { BulletinPart } from '#shared/plan/publicitySection.ts';
import type { AskedProps } from '../asked.ts';

type Form = { bulletinId: string; title: string; text: string; lacking: BulletinPart[] };

export function WriteDialog({ asked, file, onClose }: AskedProps<'draft' | 'revise'>) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { incidentId } = file;
  const key =
    asked.kind === 'draft' ? `new/${asked.of.id}/${incidentId}` : `${asked.row.version}/${asked.row.bulletinId}`;
  const { form, change, draft } = useForm<Form>(`bulletin/${key}`, () =>
    asked.kind === 'draft'
      ? { bulletinId: newId(), ...composeBulletin(plan, file, asked.of) }
      : { bulletinId: asked.row.bulletinId, title: asked.row.title, text: asked.row.text, lacking: [] },
  );
  const words = { incidentId, bulletinId: form.bulletinId, title: form.title.trim(), text: form.text.trim() };
  const act = asked.kind === 'draft' ? t('bulletins.draftKind', { kind: label(asked.of) }) : t('bulletins.revise');
  return (
    <ActDialog
      title={act}
      act={act}
      size="l"
      missing={[form.title.trim() === '' && t('bulletins.title'), form.text.trim() === '' && t('bulletins.text')]}
      command={() =>
        asked.kind === 'draft'
          ? { type: 'DraftBulletin', kind: asked.of.id, ...words }
          : { type: 'ReviseBulletin', version: asked.row.version, ...words }
      }
      draft={draft}
      onClose={onClose}
    >
      <TextField label={t('bulletins.title')} value={form.title} onChange={(title) => change({ title })} isRequired />
      {form.lacking.length > 0 && (
        <p className={styles.quiet}>
          {t('bulletins.lacking', {
            parts: form.lacking.map((part) => t(`bulletins.part.${part}`)).join(t('why.join')),
          })}
        </p>
      )}
      <TextArea
        label={t('bulletins.text')}
        hint={t('bulletins.chars', { n: form.text.length })}
        value={form.text}
        onChange={(text) => change({ text })}
        rows={10}
        isRequired
        autoFocus
      />
    </ActDialog>
  );
}
