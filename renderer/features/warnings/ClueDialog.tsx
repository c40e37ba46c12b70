/**
 * F10: a clue in seconds, from wherever the officer is: the source by a digit, what was said, and whatever else is known
 * [plan 3.4.1].
 */
import { useState } from 'react';
import styles from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { isTimeOrEmpty } from '#renderer/app/act/decisionForm.ts';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useAttach } from '#renderer/app/attachments/useAttach.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { closeDialog, useOpenDialog } from '#renderer/app/dialogs.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { navigate } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { PickField } from '#renderer/ui/PickField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Warnings } from '#shared/plan/warningSection.ts';
import { ClueFiles } from './ClueFiles.tsx';
import { clueCommand, idOf, isOther, newClue } from './clueForm.ts';

export function ClueDialog() {
  const t = useT();
  const { plan, readOnly: isReadOnly } = useDesk();
  const isOpen = useOpenDialog()?.kind === 'clue';
  if (!isOpen) return null;
  if (isReadOnly || plan.warnings === undefined) {
    return (
      <Dialog title={t('warnings.recordClue')} isOpen onClose={closeDialog}>
        <p>{t(isReadOnly ? 'app.readOnly' : 'warnings.notInPlan')}</p>
      </Dialog>
    );
  }
  return <NewClue warnings={plan.warnings} />;
}

/** What its files were refused for is told after it: the clue itself is recorded. */
function NewClue({ warnings }: { warnings: Warnings }) {
  const [refused, setRefused] = useState<Refused | null>(null);
  if (refused !== null) return <FilesRefused refused={refused} />;
  return <ClueFields warnings={warnings} onRefused={setRefused} />;
}

type Refused = { clueId: string; failures: readonly string[] };

function FilesRefused({ refused: { clueId, failures } }: { refused: Refused }) {
  const t = useT();
  const open = () => {
    closeDialog();
    navigate({ screen: 'warnings', clueId });
  };
  return (
    <Dialog
      title={t('warnings.filesFailed')}
      isOpen
      onClose={closeDialog}
      actions={
        <Button variant="primary" onPress={open}>
          {t('warnings.openClue')}
        </Button>
      }
    >
      <ul role="alert">
        {failures.map((failure) => (
          <li key={failure}>{failure}</li>
        ))}
      </ul>
    </Dialog>
  );
}

type FieldsProps = { warnings: Warnings; onRefused: (refused: Refused) => void };

function ClueFields({ warnings, onRefused }: FieldsProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form, change, draft } = useForm('clue', () => newClue(newId()));
  const [files, setFiles] = useState<File[]>([]);
  const { clueId } = form;
  const { attach, adding } = useAttach((attachment) => ({
    type: 'AttachFileToWarning',
    of: { kind: 'clue', clueId },
    ...attachment,
  }));
  const attachAll = async (): Promise<void> => {
    const failures = await attach(files);
    if (failures.length === 0) closeDialog();
    else onRefused({ clueId, failures });
  };
  const named = (list: readonly { id: string; label: string; labelEn: string }[]) =>
    list.map((item) => ({ id: item.id, label: label(item) }));
  const lists = { sources: named(warnings.sources), kinds: named(warnings.kinds), areas: named(plan.areas) };
  const notInList = (choices: typeof lists.kinds, typed: string) =>
    isOther(choices, typed) ? t('warnings.notInList') : null;
  return (
    <ActDialog
      title={t('warnings.recordClue')}
      act={t('warnings.recordClue')}
      missing={[
        idOf(lists.sources, form.source) === null && { label: t('warnings.source'), field: 'source' },
        form.said.trim() === '' && { label: t('warnings.said'), field: 'said' },
        isOther(lists.kinds, form.kind) && { label: t('warnings.kind'), field: 'kind' },
        isOther(lists.areas, form.area) && { label: t('warnings.area'), field: 'area' },
        !isTimeOrEmpty(form.received) && { label: t('warnings.receivedAt'), field: 'receivedAt' },
      ]}
      command={() => clueCommand(form, lists)}
      draft={draft}
      onClose={closeDialog}
      onDone={() => void attachAll()}
    >
      <div data-field="source">
        <PickField
          label={t('warnings.source')}
          choices={lists.sources}
          value={form.source}
          onChange={(source) => change({ source })}
          error={notInList(lists.sources, form.source)}
          isRequired
          autoFocus
        />
      </div>
      <div data-field="said">
        <TextArea
          label={t('warnings.said')}
          value={form.said}
          onChange={(said) => change({ said })}
          rows={3}
          isRequired
        />
      </div>
      <div className={styles.fields}>
        <div data-field="kind">
          <PickField
            label={t('warnings.kind')}
            choices={lists.kinds}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            error={notInList(lists.kinds, form.kind)}
          />
        </div>
        <div data-field="area">
          <PickField
            label={t('warnings.area')}
            choices={lists.areas}
            value={form.area}
            onChange={(area) => change({ area })}
            error={notInList(lists.areas, form.area)}
          />
        </div>
        <TextField label={t('warnings.place')} value={form.place} onChange={(place) => change({ place })} />
        <div data-field="receivedAt">
          <AtField
            label={t('warnings.receivedAt')}
            value={form.received}
            onChange={(received) => change({ received })}
          />
        </div>
        <TextField label={t('warnings.who')} value={form.who} onChange={(who) => change({ who })} />
        <TextField
          label={t('warnings.contact')}
          value={form.contact}
          onChange={(contact) => change({ contact })}
          inputMode="tel"
        />
      </div>
      <ClueFiles files={files} onChange={setFiles} />
      {adding !== null && <output>{t('attachments.adding', { name: adding })}</output>}
    </ActDialog>
  );
}
