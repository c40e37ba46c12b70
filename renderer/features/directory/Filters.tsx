/** What of the directory is shown. */
import { useDesk } from '#renderer/app/desk/deskContext.ts';
import { useLabel, useT } from '#renderer/app/i18n/locale.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Query } from '#shared/contract/deskApi.ts';
import { contactKinds } from '#shared/domain/directory/contact.ts';
import styles from './Directory.module.css';

export type Filter = { text: string; kind: string; role: string; lacks: string };
export const NO_FILTER: Filter = { text: '', kind: '', role: '', lacks: '' };

export type AskedContacts = Omit<Extract<Query, { type: 'listContacts' }>, 'type' | 'offset' | 'limit' | 'at'>;

const LACKS = ['confirmation', 'number'] as const;
const ALL = 'all';

export function askedBy({ text, kind, role, lacks }: Filter): AskedContacts {
  const ofKind = contactKinds.find((each) => each === kind);
  const lacking = LACKS.find((each) => each === lacks);
  return {
    ...(text.trim() !== '' && { text: text.trim().slice(0, 100) }),
    ...(ofKind !== undefined && { kind: ofKind }),
    ...(role !== '' && { role }),
    ...(lacking !== undefined && { lacks: lacking }),
  };
}

export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useT();
  const label = useLabel();
  const { plan } = useDesk();
  const set = (part: keyof Filter) => (value: string) => onChange({ ...filter, [part]: value === ALL ? '' : value });
  const everything = { id: ALL, label: t('directory.all') };
  return (
    <div className={styles.filters}>
      <TextField
        label={t('directory.find')}
        placeholder={t('directory.findHelp')}
        value={filter.text}
        onChange={set('text')}
        autoFocus
      />
      <Select
        label={t('directory.kind')}
        choices={[everything, ...contactKinds.map((kind) => ({ id: kind, label: t(`directory.kind.${kind}`) }))]}
        value={filter.kind || ALL}
        onChange={set('kind')}
      />
      <Select
        label={t('directory.role')}
        choices={[
          everything,
          ...plan.groups.map((group) => ({ id: `group:${group.id}`, label: label(group) })),
          ...plan.posts.map((post) => ({ id: `post:${post.id}`, label: label(post) })),
        ]}
        value={filter.role || ALL}
        onChange={set('role')}
      />
      <Select
        label={t('directory.lacks')}
        choices={[everything, ...LACKS.map((lacks) => ({ id: lacks, label: t(`directory.lacks.${lacks}`) }))]}
        value={filter.lacks || ALL}
        onChange={set('lacks')}
      />
    </div>
  );
}
