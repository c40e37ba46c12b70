/** An entry written or changed as a whole; its reading is proposed while nobody typed one. */
import { useEffect } from 'react';
import act from '#renderer/app/act/Act.module.css';
import { ActDialog } from '#renderer/app/act/ActDialog.tsx';
import { UnitField } from '#renderer/app/act/PartyFields.tsx';
import { newId, useForm } from '#renderer/app/act/useForm.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { readingOf } from '#renderer/app/directory/reading.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ToggleGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { ContactRow } from '#shared/contract/rows.ts';
import { contactKinds, isPhoneNumber, numberKinds } from '#shared/domain/directory/contact.ts';
import { type ContactForm, contactOfForm, formOf } from './contactForm.ts';
import styles from './Directory.module.css';

type DialogProps = { known: ContactRow | null; onClose: () => void; onSaved: (contactId: string) => void };

export function ContactDialog({ known, onClose, onSaved }: DialogProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const { form, change, draft } = useForm(`directory/edit/${known?.contactId ?? ''}`, () => formOf(known, newId()));
  const { name, reading, readingTyped } = form;
  useEffect(() => {
    if (readingTyped || name.trim() === '') return undefined;
    let isGone = false;
    void readingOf(name.trim()).then((found) => {
      if (!isGone && found !== null && found !== reading) change({ reading: found });
    });
    return () => {
      isGone = true;
    };
    // The dictionary is asked once per name.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name, readingTyped]);
  const setNumber = (index: number, part: Partial<ContactForm['numbers'][number]>) =>
    change({ numbers: form.numbers.map((each, at) => (at === index ? { ...each, ...part } : each)) });
  const wrong = form.numbers.filter(
    ({ number }) => number.trim() !== '' && !isPhoneNumber(number.normalize('NFKC').trim()),
  );
  const title = t(known === null ? 'directory.add' : 'directory.edit');
  return (
    <ActDialog
      title={known === null ? title : `${title}：${known.name}`}
      act={t('directory.save')}
      size="l"
      missing={[
        name.trim() === '' && t('directory.name'),
        wrong.length > 0 && t('directory.numberWrong', { number: wrong[0]?.number ?? '' }),
      ]}
      command={() => {
        const contact = contactOfForm(form);
        onSaved(form.contactId);
        return known === null
          ? { type: 'AddContact', contactId: form.contactId, contact }
          : { type: 'ChangeContact', contactId: known.contactId, against: known.head, contact };
      }}
      draft={draft}
      onClose={onClose}
    >
      <div className={act.fields}>
        <TextField
          label={t('directory.name')}
          value={name}
          onChange={(text) => change({ name: text })}
          isRequired
          autoFocus
        />
        <TextField
          label={t('directory.reading')}
          value={reading}
          onChange={(text) => change({ reading: text, readingTyped: text.trim() !== '' })}
        />
        <Select
          label={t('directory.kind')}
          choices={contactKinds.map((kind) => ({ id: kind, label: t(`directory.kind.${kind}`) }))}
          value={form.kind}
          onChange={(id) => change({ kind: contactKinds.find((kind) => kind === id) ?? 'person' })}
        />
        <UnitField label={t('directory.unit')} value={form.unit} onChange={(unit) => change({ unit })} />
        <TextField label={t('directory.post')} value={form.post} onChange={(post) => change({ post })} />
        <TextField label={t('directory.holds')} value={form.holds} onChange={(holds) => change({ holds })} />
      </div>
      <fieldset>
        <legend className={act.legend}>{t('directory.numbersInOrder')}</legend>
        {form.numbers.map((each, index) => (
          <div key={each.key} className={styles.numberRow}>
            <Select
              label={t('directory.numberOf', { n: index + 1 })}
              choices={numberKinds.map((kind) => ({ id: kind, label: t(`directory.numberKind.${kind}`) }))}
              value={each.kind}
              onChange={(id) => setNumber(index, { kind: numberKinds.find((kind) => kind === id) ?? 'mobile' })}
            />
            <TextField
              label={t('directory.number')}
              value={each.number}
              onChange={(number) => setNumber(index, { number })}
              inputMode="tel"
            />
            {index > 0 && (
              <Button
                aria-label={t('directory.numberUp', { n: index + 1 })}
                onPress={() => change({ numbers: movedUp(form.numbers, index) })}
              >
                ↑
              </Button>
            )}
          </div>
        ))}
        <Button onPress={() => change({ numbers: [...form.numbers, { key: newId(), kind: 'office', number: '' }] })}>
          {t('directory.addNumber')}
        </Button>
      </fieldset>
      <ToggleGroup
        label={t('directory.role')}
        choices={[
          ...plan.groups.map((group) => ({ id: `group:${group.id}`, label: label(group) })),
          ...plan.posts.map((post) => ({ id: `post:${post.id}`, label: label(post) })),
        ]}
        value={form.roles}
        onChange={(roles) => change({ roles })}
      />
      <TextField label={t('directory.place')} value={form.place} onChange={(place) => change({ place })} />
      <TextArea label={t('directory.note')} value={form.note} onChange={(note) => change({ note })} />
    </ActDialog>
  );
}

function movedUp<T>(all: readonly T[], index: number): T[] {
  const moved = [...all];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}
