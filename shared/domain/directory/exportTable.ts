/** The directory as rows of a list, with the headings an import understands. */
import type { PlanPackage } from '#shared/plan/schema.ts';
import type { Contact, ContactKind, NumberKind } from './contact.ts';

export const EXPORT_HEAD = [
  '类别',
  '姓名',
  '单位',
  '职务',
  '手机',
  '办公电话',
  '值班电话',
  '传真',
  '工作组',
  '地址',
  '数量',
  '备注',
] as const;

const KIND_WORDS: Readonly<Record<ContactKind, string>> = {
  unit: '单位',
  post: '岗位',
  person: '人员',
  expert: '专家',
  team: '救援队伍',
  hospital: '医院',
  material: '物资',
};

export function exportRows(contacts: readonly Contact[], { groups }: Pick<PlanPackage, 'groups'>): string[][] {
  const rows = contacts.map((contact) => {
    const numbers = (kind: NumberKind) =>
      contact.numbers
        .filter((each) => each.kind === kind)
        .map(({ number }) => number)
        .join('、');
    const labels = contact.roles.flatMap((role) =>
      role.in === 'group' ? (groups.find(({ id }) => id === role.id)?.label ?? []) : [],
    );
    const { kind, name, unit = '', post = '', place = '', holds = '', note = '' } = contact;
    const called = (['mobile', 'office', 'duty', 'fax'] as const).map(numbers);
    return [KIND_WORDS[kind], name, unit, post, ...called, labels.join('、'), place, holds, note];
  });
  return [[...EXPORT_HEAD], ...rows];
}
