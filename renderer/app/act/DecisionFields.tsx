/** Who decided, in which post, how it was given, and at which minute [plan 4.3]. The desk judges the authority. */

import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import type { DelegationRow } from '#shared/contract/rows.ts';
import { useDesk } from '../desk/deskContext.ts';
import { useLabel, useT } from '../i18n/locale.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import styles from './Act.module.css';
import { AtField } from './AtField.tsx';
import { type DecisionForm, MEANS, type Means } from './decisionForm.ts';

type Props = {
  legend: string;
  value: DecisionForm;
  onChange: (value: DecisionForm) => void;
  /** Posts with the authority, offered first. */
  may: readonly string[];
  /** Delegations that this decision could stand on. */
  delegations?: readonly DelegationRow[];
  autoFocus?: boolean;
};

const NONE = '-';

export function DecisionFields({ legend, value, onChange, may, delegations = [], autoFocus = false }: Props) {
  const t = useT();
  const label = useLabel();
  const words = usePlanWords();
  const { plan } = useDesk();
  const change = (part: Partial<DecisionForm>) => onChange({ ...value, ...part });
  const ranked = [...plan.posts].toSorted((a, b) => Number(may.includes(b.id)) - Number(may.includes(a.id)));
  const under = (id: string) => {
    const chosen = delegations.find(({ delegationId }) => delegationId === id);
    change(
      chosen ? { delegationId: id, post: chosen.to.post, name: chosen.to.name ?? value.name } : { delegationId: null },
    );
  };
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>
        {legend}
        {may.length > 0 && ` · ${t('response.mayDecide', { posts: words.posts(may) })}`}
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
      <TextField
        label={t('response.name')}
        value={value.name}
        onChange={(name) => change({ name })}
        isRequired
        autoFocus={autoFocus}
      />
      <ChoiceGroup
        label={t('response.means')}
        choices={MEANS.map((id) => ({ id, label: t(`entries.means.${id}`) }))}
        value={value.means}
        onChange={(id) => change({ means: id as Means })}
      />
      <AtField label={t('response.decidedAt')} value={value.at} onChange={(at) => change({ at })} />
      {delegations.length > 0 && (
        <Select
          className={styles.wide ?? ''}
          label={t('response.underDelegation')}
          choices={[
            { id: NONE, label: t('response.noDelegation') },
            ...delegations.map(({ delegationId, from, to }) => ({
              id: delegationId,
              label: t('response.delegationOf', {
                from: `${words.post(from.post)} ${from.name}`,
                to: `${words.post(to.post)} ${to.name ?? ''}`.trim(),
              }),
            })),
          ]}
          value={value.delegationId ?? NONE}
          onChange={under}
        />
      )}
    </fieldset>
  );
}
