/** Through which channels it went out, who spoke, at which minute. */
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { NO_TIME, type TimeValue } from '#renderer/ui/timeValue.ts';
import type { AskedProps } from '../asked.ts';

type Form = { channels: string[]; other: string; spokesperson: string; at: TimeValue };

export function ReleaseDialog({ asked, file, onClose }: AskedProps<'release'>) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { bulletinId, version } = asked.row;
  const { form, change, draft } = useForm<Form>(`bulletin/release/${version}/${bulletinId}`, () => ({
    channels: [],
    other: '',
    spokesperson: '',
    at: NO_TIME,
  }));
  const other = form.other.trim();
  const channels = [...form.channels, ...(other === '' ? [] : [{ other }])];
  const toggle = (id: string, on: boolean) =>
    change({ channels: on ? [...form.channels, id] : form.channels.filter((each) => each !== id) });
  return (
    <ActDialog
      title={t('bulletins.release')}
      act={t('bulletins.release')}
      missing={[channels.length === 0 && t('bulletins.channels'), !isTimeOrEmpty(form.at) && t('bulletins.releasedAt')]}
      effect={<p>{t('bulletins.releaseEffect')}</p>}
      command={() => ({
        type: 'ReleaseBulletin',
        incidentId: file.incidentId,
        bulletinId,
        version,
        channels,
        ...optional('spokesperson', form.spokesperson),
        ...optionalTime('releasedAt', form.at),
      })}
      draft={draft}
      onClose={onClose}
    >
      <fieldset>
        <legend className={styles.legend}>{t('bulletins.channels')}</legend>
        <div className={styles.ticks}>
          {(plan.publicity?.channels ?? []).map((channel) => (
            <Checkbox
              key={channel.id}
              isOn={form.channels.includes(channel.id)}
              onChange={(on) => toggle(channel.id, on)}
            >
              {label(channel)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className={styles.fields}>
        <TextField
          label={t('bulletins.otherChannel')}
          value={form.other}
          onChange={(text) => change({ other: text })}
        />
        <TextField
          label={t('bulletins.spokesperson')}
          value={form.spokesperson}
          onChange={(spokesperson) => change({ spokesperson })}
        />
        <AtField label={t('bulletins.releasedAt')} value={form.at} onChange={(at) => change({ at })} />
      </div>
    </ActDialog>
  );
}
