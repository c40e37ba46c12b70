/** Zod's faults as stable codes with a path, so that words are made at the edge and never in a library's English. */
import type { z } from 'zod';

export const issueCodes = [
  'missing',
  'wrongType', // params.expected
  'unknownField',
  'notInList', // params.values
  'tooShort', // params.limit
  'tooLong', // params.limit
  'tooSmall', // params.limit
  'tooBig', // params.limit
  'instant',
  'quantity',
  'rangeOrder',
  'notAscending',
  'phoneNumber',
  'controlCharacters',
  'id',
  'invalid',
] as const;
export type IssueCode = (typeof issueCodes)[number];
export type CommandIssue = { path: string; code: IssueCode; params?: Record<string, unknown> };

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `input`: what was parsed, to tell a missing field from one of the wrong type. */
export function commandIssues(error: { readonly issues: readonly Issue[] }, input: unknown): CommandIssue[] {
  return error.issues.flatMap((issue) => toIssues(issue, [], input));
}

function toIssues(issue: Issue, above: Path, input: unknown): CommandIssue[] {
  const at = [...above, ...issue.path];
  const path = pathText(at);
  const isMissing = valueAt(input, at) === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return [
        isMissing ? { path, code: 'missing' } : { path, code: 'wrongType', params: { expected: issue.expected } },
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: pathText([...at, key]), code: 'unknownField' }));
    case 'invalid_value':
      return [isMissing ? { path, code: 'missing' } : { path, code: 'notInList', params: { values: issue.values } }];
    case 'too_small':
      return [sized(path, issue.origin, issue.minimum, 'tooShort', 'tooSmall')];
    case 'too_big':
      return [sized(path, issue.origin, issue.maximum, 'tooLong', 'tooBig')];
    case 'invalid_format':
      return [{ path, code: issue.format === 'regex' ? 'id' : 'invalid' }];
    case 'invalid_key':
      return [{ path, code: 'id' }];
    case 'custom':
      return [{ path, code: customCode(issue.params?.['code']) }];
    case 'invalid_union':
      return isMissing ? [{ path, code: 'missing' }] : unionIssues(issue, at, input);
    default:
      return [{ path, code: 'invalid' }];
  }
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** Of a union's branches the one speaks whose faults are not about the kind of value itself. */
function unionIssues(issue: UnionIssue, at: Path, input: unknown): CommandIssue[] {
  const path = pathText(at);
  if (issue.errors.length === 0) {
    const values = 'options' in issue ? issue.options : [];
    return [{ path, code: 'notInList', params: { values } }];
  }
  const branches = issue.errors.map((inner) => inner.flatMap((each) => toIssues(each, at, input)));
  const closest = branches.find((branch) => branch.some((each) => each.path !== path || each.code !== 'wrongType'));
  const expected = branches.flatMap((branch) => branch.map(({ params }) => params?.['expected']));
  return closest ?? [{ path, code: 'wrongType', params: { expected } }];
}

function sized(path: string, origin: string, limit: number | bigint, text: IssueCode, number: IssueCode): CommandIssue {
  const isCounted = origin !== 'number' && origin !== 'int' && origin !== 'bigint';
  return { path, code: isCounted ? text : number, params: { limit: Number(limit) } };
}

const isIssueCode = (code: unknown): code is IssueCode => issueCodes.some((known) => known === code);
const customCode = (code: unknown): IssueCode => (isIssueCode(code) ? code : 'invalid');
const pathText = (path: Path): string => path.map(String).join('.');

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, input);
}
