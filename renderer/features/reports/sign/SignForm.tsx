/** 签发 of any paper: who, in which post, how and when; by phone it leaves an open 补签. */
import { type ReactNode, useRef, useState } from 'react';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { type DecisionForm, isTimeOrEmpty, MEANS, type Means, optionalTime } from '#renderer/app/act/decisionForm.ts';
import { useAct } from '#renderer/app/act/useAct.ts';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { useSaveKey } from '#renderer/app/keyboard/useSaveKey.ts';
import { useHref } from '#renderer/app/routes/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { CommandInput } from '#shared/domain/commands.ts';
import styles from './Sign.module.css';

type SignDocument = Extract<CommandInput, { type: 'SignDocument' }>;
/** What is signed: which words of which incident. */
export type ToSign = Omit<SignDocument, 'type' | 'documentId' | 'signedOffBy' | 'signOff'>;

type Props = {
  paper: ToSign;
  signOff: DecisionForm;
  onSignOff: (signOff: DecisionForm) => void;
  onSigned: (documentId: string) => void;
  /** What else can be done with the draft, in the same row. */
  children?: ReactNode;
};

const NO_POST = '-';

export function SignForm({ paper, signOff, onSignOff, onSigned, children }: Props) {
  const t = useT();
  const label = useLabel();
  const { plan, desk } = useDesk();
  const hrefOf = useHref();
  const { send, busy, failure } = useAct();
  const [documentId] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<string | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const change = (part: Partial<DecisionForm>) => onSignOff({ ...signOff, ...part });

  async function sign(): Promise<void> {
    const signedOffBy = signOff.name.trim();
    const isReady = signedOffBy !== '' && isTimeOrEmpty(signOff.at);
    setError(signedOffBy === '' ? t('reports.signedOffNeeded') : null);
    if (signedOffBy === '') nameField.current?.focus();
    if (!isReady) return;
    const given = {
      means: signOff.means,
      ...(signOff.post !== null && { post: signOff.post }),
      ...optionalTime('at', signOff.at),
    };
    const command = { type: 'SignDocument', ...paper, documentId, signedOffBy, signOff: given } as const;
    if (await send(command, t('reports.signed'))) onSigned(documentId);
  }
  useSaveKey(() => void sign());

  return (
    <div className={styles.sign}>
      {desk.papers.numberPrefix === null && (
        <p className={styles.note}>
          {t('reports.noNumber')} <a href={hrefOf({ screen: 'settings' })}>{t('reports.setNumber')}</a>
        </p>
      )}
      <div className={styles.fields}>
        <TextField
          label={t('reports.signedOffBy')}
          inputRef={nameField}
          value={signOff.name}
          onChange={(name) => change({ name })}
          onEnter={() => void sign()}
          isRequired
          error={error}
        />
        <Select
          label={t('response.post')}
          choices={[
            { id: NO_POST, label: t('reports.noPost') },
            ...plan.posts.map((post) => ({ id: post.id, label: label(post) })),
          ]}
          value={signOff.post ?? NO_POST}
          onChange={(id) => change({ post: id === NO_POST ? null : id })}
        />
        <ChoiceGroup
          label={t('reports.signMeans')}
          choices={MEANS.map((id) => ({ id, label: t(`entries.means.${id}`) }))}
          value={signOff.means}
          onChange={(id) => change({ means: id as Means })}
        />
        <AtField label={t('reports.signedAt')} value={signOff.at} onChange={(at) => change({ at })} />
      </div>
      {signOff.means === 'phone' && <p className={styles.note}>{t('reports.signByPhone')}</p>}
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      <div className={styles.row}>
        <Button variant="primary" kbd="Ctrl ⏎" isDisabled={busy} onPress={() => void sign()}>
          {t('reports.sign')}
        </Button>
        {children}
      </div>
    </div>
  );
}
