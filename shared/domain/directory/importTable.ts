/**
 * Rows of a list somebody keeps elsewhere become entries: which column is what is guessed from its heading, what is wrong
 * is told by row and column, and who is in the directory already is matched by unit, name and number.
 */
import type { PlanPackage } from '#shared/plan/schema.ts';
import { unmarked } from '#shared/spreadsheet/formula.ts';
import { type Contact, type ContactKind, contactSchema, digitsOf, isPhoneNumber, type NumberKind } from './contact.ts';

export const importColumns = [
  'name',
  'kind',
  'unit',
  'post',
  'mobile',
  'office',
  'duty',
  'fax',
  'group',
  'place',
  'holds',
  'note',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Headings as they are found in lists, the likeliest first. */
const HEADINGS: Readonly<Record<ImportColumn, readonly string[]>> = {
  name: ['姓名', '名称', '联系人', '专家姓名', '队伍名称', '物资名称', '医院名称', '负责人'],
  kind: ['类别', '类型', '种类'],
  unit: ['单位', '工作单位', '所在单位', '部门', '储存单位', '存放单位', '隶属单位'],
  post: ['职务', '职位', '岗位', '职称'],
  mobile: ['手机', '手机号', '手机号码', '移动电话', '联系电话', '联系方式', '电话'],
  office: ['办公电话', '固定电话', '座机', '办公室电话'],
  duty: ['值班电话', '24小时电话', '值班'],
  fax: ['传真', '传真号码'],
  group: ['工作组', '应急工作组', '组别'],
  place: ['地址', '地点', '存放地点', '所在地'],
  holds: ['数量', '专长', '专业', '规格数量', '人数'],
  note: ['备注', '说明'],
};

const plainHeading = (text: string): string => text.normalize('NFKC').replace(/[\s*：:()（）]/g, '');

/** For each column of the file what it is; null: not used. Each is used once, an exact heading before one that holds it. */
export function guessColumns(head: readonly (string | null)[]): (ImportColumn | null)[] {
  const guessed: (ImportColumn | null)[] = head.map(() => null);
  const used = new Set<ImportColumn>();
  const take = (fits: (heading: string, known: string) => boolean) => {
    for (const column of importColumns) {
      if (used.has(column)) continue;
      for (const known of HEADINGS[column]) {
        const index = head.findIndex(
          (cell, at) => guessed[at] === null && cell !== null && fits(plainHeading(cell), known),
        );
        if (index < 0) continue;
        guessed[index] = column;
        used.add(column);
        break;
      }
    }
  };
  take((heading, known) => heading === known);
  take((heading, known) => heading.includes(known));
  return guessed;
}

const KINDS: Readonly<Record<string, ContactKind>> = {
  单位: 'unit',
  岗位: 'post',
  人员: 'person',
  个人: 'person',
  专家: 'expert',
  救援队伍: 'team',
  队伍: 'team',
  医院: 'hospital',
  物资: 'material',
  装备: 'material',
};

const NUMBER_COLUMNS = ['mobile', 'office', 'duty', 'fax'] as const satisfies readonly NumberKind[];

export type ImportFault = {
  /** As the spreadsheet program counts it. */
  row: number;
  column: ImportColumn;
  text: string;
  why: 'missing' | 'notANumber' | 'unknownKind' | 'unknownGroup' | 'tooLong';
};

export type ReadRow = { row: number; contact: Contact };
export type ReadRows = { rows: ReadRow[]; faults: ImportFault[] };

type Line = { row: number; cells: readonly (string | null)[] };

/** Below the heading, empty lines left out. */
export function readImport(
  table: readonly (readonly (string | null)[])[],
  columns: readonly (ImportColumn | null)[],
  { groups }: Pick<PlanPackage, 'groups'>,
): ReadRows {
  const read: ReadRows = { rows: [], faults: [] };
  for (const [index, cells] of table.entries()) {
    if (index === 0 || cells.every((cell) => cell === null)) continue;
    readLine({ row: index + 1, cells }, columns, groups, read);
  }
  return read;
}

function readLine(
  { row, cells }: Line,
  columns: readonly (ImportColumn | null)[],
  groups: PlanPackage['groups'],
  read: ReadRows,
): void {
  const faults: ImportFault[] = [];
  const textOf = (column: ImportColumn): string => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : unmarked((cells[at] ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim());
  };
  const fault = (column: ImportColumn, text: string, why: ImportFault['why']) =>
    faults.push({ row, column, text, why });

  const name = textOf('name') || textOf('unit');
  if (name === '') fault('name', '', 'missing');
  const kindText = textOf('kind');
  const kind = kindText === '' ? (textOf('name') === '' ? 'unit' : 'person') : KINDS[kindText];
  if (kind === undefined) fault('kind', kindText, 'unknownKind');
  const numbers = NUMBER_COLUMNS.flatMap((column) =>
    textOf(column)
      .split(/[、,，;；/]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((number) => {
        if (!isPhoneNumber(number)) fault(column, number, 'notANumber');
        return { kind: column, number };
      }),
  );
  const roles = textOf('group')
    .split(/[、,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const group = groups.find(({ label }) => label === part);
      if (group === undefined) fault('group', part, 'unknownGroup');
      return group === undefined ? [] : [{ in: 'group', id: group.id } as const];
    });
  const optional = Object.fromEntries(
    (['unit', 'post', 'place', 'holds', 'note'] as const)
      .map((column) => [column, textOf(column)] as const)
      .filter(([column, text]) => text !== '' && !(column === 'unit' && text === name)),
  );
  if (faults.length === 0) {
    const parsed = contactSchema.safeParse({ kind, name, ...optional, numbers, roles });
    if (parsed.success) {
      read.rows.push({ row, contact: parsed.data });
      return;
    }
    const [at] = parsed.error.issues[0]?.path ?? [];
    const column = importColumns.find((each) => each === at) ?? 'name';
    fault(column, textOf(column).slice(0, 40), 'tooLong');
  }
  read.faults.push(...faults);
}

export type Existing = { contactId: string; head: string | null; contact: Contact };

export type Matched = ReadRow & {
  /** In the directory, or by its row in this file. */
  same: { kind: 'known'; known: Existing } | { kind: 'row'; row: number } | null;
};

/** By name and a number in common, wherever they work; else by unit and name. The officer sees it and may say otherwise, row by row. */
export function matchImport(rows: readonly ReadRow[], existing: readonly Existing[]): Matched[] {
  const byUnit = new Map<string, Matched['same']>();
  const byNumber = new Map<string, Matched['same']>();
  const note = (contact: Contact, same: Matched['same']) => {
    const keys = keysOf(contact);
    if (!byUnit.has(keys.unit)) byUnit.set(keys.unit, same);
    for (const key of keys.numbers) if (!byNumber.has(key)) byNumber.set(key, same);
  };
  for (const known of existing) note(known.contact, { kind: 'known', known });
  return rows.map((row) => {
    const keys = keysOf(row.contact);
    const found = keys.numbers.map((key) => byNumber.get(key)).find((same) => same !== undefined);
    const same = found ?? byUnit.get(keys.unit) ?? null;
    if (same === null) note(row.contact, { kind: 'row', row: row.row });
    return { ...row, same };
  });
}

function keysOf({ name, unit = '', numbers }: Contact) {
  return { unit: `${unit}\n${name}`, numbers: numbers.map(({ number }) => `${name}\n${digitsOf(number)}`) };
}

/** skip: what is there stays as it is · replace: what the file says stands in its place · new: somebody else. */
export const duplicateChoices = ['merge', 'replace', 'skip', 'new'] as const;
export type DuplicateChoice = (typeof duplicateChoices)[number];
export type StagedInput = { contactId: string; against: string | null; contact: Contact };

/** What goes into the directory: new entries, and entries with what the file adds to them. */
export function stageImport(
  matched: readonly Matched[],
  choiceOf: (row: number) => DuplicateChoice,
  newId: (row: number) => string,
): StagedInput[] {
  const staged = new Map<string, StagedInput>();
  const idOfRow = new Map<number, string>();
  for (const { row, contact, same } of matched) {
    const choice = choiceOf(row);
    if (same === null || choice === 'new') {
      const contactId = newId(row);
      idOfRow.set(row, contactId);
      staged.set(contactId, { contactId, against: null, contact });
      continue;
    }
    if (choice === 'skip') continue;
    const contactId = same.kind === 'known' ? same.known.contactId : (idOfRow.get(same.row) ?? newId(same.row));
    const before =
      staged.get(contactId) ?? (same.kind === 'known' ? { ...same.known, against: same.known.head } : null);
    if (before === null) continue;
    const next = (choice === 'replace' ? replaceContact : mergeContacts)(before.contact, contact);
    if (staged.has(contactId) || JSON.stringify(next) !== JSON.stringify(before.contact))
      staged.set(contactId, { contactId, against: before.against, contact: next });
  }
  return [...staged.values()];
}

/** Nothing known is lost: what is new is added, numbers behind those that are there. */
export function mergeContacts(known: Contact, added: Contact): Contact {
  const isThere = (number: string) => known.numbers.some((each) => digitsOf(each.number) === digitsOf(number));
  const hasRole = (id: string) => known.roles.some((each) => each.id === id);
  return {
    ...added,
    ...known,
    numbers: [...known.numbers, ...added.numbers.filter(({ number }) => !isThere(number))].slice(0, 12),
    roles: [...known.roles, ...added.roles.filter(({ id }) => !hasRole(id))].slice(0, 40),
  };
}

/**
 * What the file says stands in the place of what was known. What a list cannot say stays: posts and parties of the plan, and
 * what somebody is beyond a person or a unit, which is what a row without a kind is read as.
 */
export function replaceContact(known: Contact, added: Contact): Contact {
  const isPlainKind = added.kind === 'person' || added.kind === 'unit';
  return {
    ...added,
    kind: isPlainKind ? known.kind : added.kind,
    roles: [...known.roles.filter((role) => role.in !== 'group'), ...added.roles].slice(0, 40),
  };
}
