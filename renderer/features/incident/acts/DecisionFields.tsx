/** Who decided, by which post, how it was given, when. Authority is judged by the stated post. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { ChoiceGroup } from '#renderer/ui/ToggleGroup.tsx';
import { Row } from './ActForm.tsx';
import { type DecisionValues, MEANS, type Means } from './decisionCommands.ts';
import { WhenField } from './formFields.tsx';

type DecisionFieldsProps = {
  value: DecisionValues;
  onChange: (value: DecisionValues) => void;
  /** Posts that may; the others come after them. */
  may: readonly string[];
  tried: boolean;
  postLabel: string;
};

export function DecisionFields({ value, onChange, may, tried, postLabel }: DecisionFieldsProps) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const posts = plan.posts
    .filter(({ duty }) => duty === undefined)
    .toSorted((a, b) => Number(may.includes(b.id)) - Number(may.includes(a.id)));
  return (
    <Row>
      <Select
        label={postLabel}
        choices={posts.map((post) => ({
          id: post.id,
          label: label(post),
          hint: may.includes(post.id) ? t('incident.decision.may') : undefined,
        }))}
        value={value.post}
        onChange={(post) => onChange({ ...value, post })}
        isRequired
      />
      <TextField
        label={t('incident.decision.name')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        error={tried && value.name.trim() === '' ? t('incident.decision.nameNeeded') : null}
        isRequired
      />
      <ChoiceGroup
        label={t('incident.decision.means')}
        choices={MEANS.map((id) => ({ id, label: t(`entries.means.${id}`) }))}
        value={value.means}
        onChange={(id) => onChange({ ...value, means: id as Means })}
      />
      <WhenField
        label={t('incident.decision.at')}
        value={value.at}
        onChange={(at) => onChange({ ...value, at })}
        placeholder={t('incident.now')}
      />
    </Row>
  );
}
