/** One fault of a command's shape in words: which field, and what it should be. */
import type { CommandIssue, IssueCode } from '#shared/domain/commandIssues.ts';
import type { PlanPackage } from '#shared/plan/schema.ts';
import { fieldName } from './fieldNames.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  object: '一组内容',
  record: '一组内容',
  array: '列表',
  null: '空（正在核实）',
};

type Params = Readonly<Record<string, unknown>>;

const WORDS: Readonly<Record<IssueCode, (params: Params) => string>> = {
  missing: () => '缺少此项',
  wrongType: ({ expected }) => `类型不对，应为${typeNames(expected)}`,
  unknownField: () => '没有这一项',
  notInList: ({ values }) => `不在可选范围内（可选：${listed(values)}）`,
  tooShort: () => '不能为空',
  tooLong: ({ limit }) => `过长，最多${String(limit)}个字`,
  tooSmall: ({ limit }) => `不能小于${String(limit)}`,
  tooBig: ({ limit }) => `不能大于${String(limit)}`,
  instant: () => '不是有效的时间，应如 2026-01-26T02:12+08:00',
  quantity: () => '不是有效的数字，应如 3、3+、约3、3-5 或 正在核实',
  rangeOrder: () => '范围的下限不能大于上限',
  phoneNumber: () => '不是有效的号码，应如 0356-2022222、13800000000',
  notAscending: () => '应从小到大，不能重复',
  controlCharacters: () => '含有不可见的控制字符，请重新输入',
  id: () => '编号只能用字母、数字和 _ . : -，最多64位，且以字母或数字开头',
  invalid: () => '内容无效',
};

export function issueText({ path, code, params }: CommandIssue, plan?: PlanPackage): string {
  return `${fieldName(path, plan)}：${(WORDS[code] ?? WORDS.invalid)(params ?? {})}`;
}

function typeNames(expected: unknown): string {
  const types = Array.isArray(expected) ? expected : [expected];
  const names = types.filter((type) => type !== undefined).map((type) => TYPE_NAMES[String(type)] ?? String(type));
  return [...new Set(names)].join('或');
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join('、') : '';
}
