/** 签发人: any post can be chosen, those first that the plan lets issue it; the desk judges [plan 3.4.2; ERL 64]. */
import styles from '#renderer/app/act/Act.module.css';
import { AtField } from '#renderer/app/act/AtField.tsx';
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { PersonPicker } from '#renderer/app/directory/PersonPicker.tsx';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { usePlanWords } from '#renderer/app/plan/usePlanWords.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { IssuerForm } from './issuerForm.ts';

type Props = { value: IssuerForm; onChange: (value: IssuerForm) => void; may: readonly string[] };

export function IssuerFields({ value, onChange, may }: Props) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const change = (part: Partial<IssuerForm>) => onChange({ ...value, ...part });
  const ranked = plan.posts.toSorted((a, b) => Number(may.includes(b.id)) - Number(may.includes(a.id)));
  return (
    <fieldset className={styles.fields} data-field="issuer">
      <legend className={styles.legend}>
        {t('warnings.issuer')} · {t('response.mayDecide', { posts: words.posts(may) })}
      </legend>
      <Select
        label={t('response.post')}
        choices={ranked.map((post) => ({
          id: post.id,
          label: label(post),
          hint: may.includes(post.id) ? t('response.hasAuthority') : undefined,
        }))}
        value={value.post}
        onChange={(post) => change({ post })}
        isRequired
      />
      <PersonPicker
        label={t('response.name')}
        value={value.name}
        onChange={(name) => change({ name })}
        onPick={({ name }) => change({ name })}
        isRequired
      />
      <AtField label={t('warnings.issuedAt')} value={value.at} onChange={(at) => change({ at })} />
    </fieldset>
  );
}
