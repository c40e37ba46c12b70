/** Somebody whom the plan does not name is to be called too; one it knows is taken by its name. */
import act from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { optional } from '#renderer/app/act/decisionForm.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CallSubject } from '#shared/domain/callTree/commands.ts';
import { isPhoneNumber } from '#shared/domain/directory/contact.ts';
import { calledNamed } from './calledNamed.ts';
import type { ShownRun } from './run.ts';

type Props = { subject: CallSubject; run: ShownRun; onClose: () => void };

export function AddDialog({ subject, run, onClose }: Props) {
  const t = useT();
  const { plan } = useDesk();
  const { form, change, draft } = useForm(`callTree/add/${run.runId}`, () => ({
    stepId: newId(),
    who: '',
    phone: '',
    what: '',
  }));
  const phone = form.phone.trim();
  return (
    <ActDialog
      title={t('callTree.addTitle')}
      act={t('callTree.addAct')}
      missing={[
        form.who.trim() === '' && t('callTree.addWho'),
        phone !== '' && !isPhoneNumber(phone) && t('callTree.addPhone'),
      ]}
      command={() => ({
        type: 'AddCallStep',
        subject,
        runId: run.runId,
        stepId: form.stepId,
        called: calledNamed(plan, form.who.trim(), phone),
        ...optional('what', form.what),
      })}
      draft={draft}
      onClose={onClose}
    >
      <div className={act.fields}>
        <TextField
          label={t('callTree.addWho')}
          value={form.who}
          onChange={(who) => change({ who })}
          isRequired
          autoFocus
        />
        <TextField
          label={t('callTree.addPhone')}
          value={form.phone}
          onChange={(next) => change({ phone: next })}
          inputMode="tel"
        />
        <TextField label={t('callTree.addWhat')} value={form.what} onChange={(what) => change({ what })} />
      </div>
    </ActDialog>
  );
}
