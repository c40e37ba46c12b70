/** For one decision, to a named post, until an instant; an absent post's authority, recorded before it is used. */

import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty, MEANS, type Means, optional, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { NO_TIME, timedInput } from '#renderer/ui/timeValue.ts';
import type { ResponseFile } from '#shared/contract/rows.ts';
import type { DelegatedAct } from '#shared/domain/parts.ts';

const toAct = (id: string): DelegatedAct => {
  const [act, level = ''] = id.split(' ');
  return act === 'terminate' || act === 'approve' ? { act } : { act: act === 'adjust' ? 'adjust' : 'start', level };
};

export function DelegateDialog({ file, onClose }: { file: ResponseFile; onClose: () => void }) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const running = file.response !== null;
  const { form, change, draft } = useForm(`response/delegate/${file.incidentId}`, () => ({
    delegationId: newId(),
    fromPost: null as string | null,
    fromName: '',
    toPost: null as string | null,
    toName: '',
    act: null as string | null,
    means: 'phone' as Means,
    given: NO_TIME,
    expires: NO_TIME,
    reason: '',
  }));
  const posts = plan.posts.map((post) => ({ id: post.id, label: label(post) }));
  const start = running ? 'adjust' : 'start';
  const acts = [
    ...plan.levels
      .filter(({ id }) => id !== file.response?.level)
      .map(({ id }) => ({ id: `${start} ${id}`, label: `${t(`response.act.${start}`)} ${words.level(id)}` })),
    ...(running
      ? [
          { id: 'terminate', label: t('response.act.terminate') },
          { id: 'approve', label: t('response.act.approve') },
        ]
      : []),
  ];
  return (
    <ActDialog
      title={`${t('response.delegate')} · ${file.title}`}
      act={t('response.delegateAct')}
      missing={[
        form.fromPost === null && t('response.delegateFrom'),
        form.fromName.trim() === '' && t('response.delegateFromName'),
        form.toPost === null && t('response.delegateTo'),
        form.act === null && t('response.delegateFor'),
        form.expires.timed === null && t('response.expires'),
        !isTimeOrEmpty(form.given) && t('response.givenAt'),
      ]}
      command={() => ({
        type: 'RecordDelegation',
        incidentId: file.incidentId,
        delegationId: form.delegationId,
        from: { post: form.fromPost ?? '', name: form.fromName.trim() },
        to: { post: form.toPost ?? '', ...optional('name', form.toName) },
        for: toAct(form.act ?? ''),
        means: form.means,
        ...optionalTime('givenAt', form.given),
        expiresAt: form.expires.timed === null ? '' : timedInput(form.expires.timed),
        ...optional('reason', form.reason),
      })}
      draft={draft}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        {t('response.delegateHelp')}{' '}
        {plan.delegation && words.clause(plan.delegation.clause, plan.delegation.provenance)}
      </p>
      <div className={styles.fields}>
        <Select
          label={t('response.delegateFrom')}
          choices={posts}
          value={form.fromPost}
          onChange={(fromPost) => change({ fromPost })}
          isRequired
        />
        <PersonPicker
          label={t('response.delegateFromName')}
          value={form.fromName}
          onChange={(fromName) => change({ fromName })}
          onPick={({ name }) => change({ fromName: name })}
          isRequired
        />
        <Select
          label={t('response.delegateTo')}
          choices={posts}
          value={form.toPost}
          onChange={(toPost) => change({ toPost })}
          isRequired
        />
        <PersonPicker
          label={t('response.delegateToName')}
          value={form.toName}
          onChange={(toName) => change({ toName })}
          onPick={({ name }) => change({ toName: name })}
        />
        <Select
          label={t('response.delegateFor')}
          choices={acts}
          value={form.act}
          onChange={(act) => change({ act })}
          isRequired
        />
        <AtField
          label={t('response.expires')}
          towards="coming"
          placeholder={t('response.comingHint')}
          value={form.expires}
          onChange={(expires) => change({ expires })}
          isRequired
        />
        <ChoiceGroup
          label={t('response.means')}
          choices={MEANS.map((id) => ({ id, label: t(`entries.means.${id}`) }))}
          value={form.means}
          onChange={(id) => change({ means: id as Means })}
        />
        <AtField label={t('response.givenAt')} value={form.given} onChange={(given) => change({ given })} />
        <TextArea
          className={styles.wide ?? ''}
          label={t('response.reason')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
        />
      </div>
    </ActDialog>
  );
}
