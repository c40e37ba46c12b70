/** Every refusal and question has words, in the officer's language, naming field or clause. */
import { describe, expect, test } from 'vitest';
import { issueCodes } from '#shared/domain/commandIssues.ts';
import { confirmCodes, deskErrorCodes } from '#shared/domain/errors.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import { confirmText, errorText } from './errorText.ts';
import { fieldName } from './fieldNames.ts';
import { issueText } from './issueText.ts';

const parsed = parsePlanPackage(builtinPlans[0]);
if (!parsed.ok) throw new Error('no plan');
const { plan } = parsed;
const AT = Date.parse('2013-11-21T18:12:00Z');

/** Parameters as the decisions give them, for all codes at once. */
const params = {
  field: 'figures',
  id: 'dead',
  post: 'officeDirector',
  may: ['commander', 'deputyCommander'],
  alsoHolds: ['deputyCommander'],
  starter: 'commander',
  level: 'II',
  proposedLevel: 'I',
  grade: 'ordinary',
  factsGrade: 'serious',
  missing: ['siteControlled'],
  into: 'i2',
  type: 'IncidentOpened',
  at: AT,
  sentAt: AT,
  occurredAt: AT,
  closedAt: AT,
  startedAt: AT,
  endedAt: AT,
  earlier: 'occurredAt',
  later: 'discoveredAt',
  earlierAt: AT,
  laterAt: AT,
  part: 'dead',
  whole: 'atRisk',
  partIs: { kind: 'exact', n: 6 },
  wholeIs: { kind: 'range', from: 3, to: 5 },
  label: '城镇燃气管道',
  otherPlan: '城镇燃气有关应急预案',
  unmet: [{ rule: 'R2' }, { rule: 'R6' }, { rule: 'R6' }],
  keys: ['a', 'b'],
  planId: 'p',
  file: 3,
  program: 2,
  path: '/data/desk.db',
  setAside: '/data/desk.damaged.db',
  newestBackup: { path: '/data/backup.db', at: AT },
  needed: '22.12',
  found: '20.1',
  issues: [{ path: 'figures.dead', code: 'tooSmall', params: { limit: 0 } }],
};

describe('words for every code', () => {
  test.each(deskErrorCodes)('refusal %s', (code) => {
    for (const given of [params, {}]) {
      const text = errorText({ code, params: given }, plan);
      expect(text).toMatch(/[\u4e00-\u9fff]{3}/);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test.each(confirmCodes)('question %s', (code) => {
    const text = confirmText({ code, params }, plan);
    expect(text).toMatch(/吗？$/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  test.each(issueCodes)('fault %s', (code) => {
    const text = issueText({ path: 'text', code, params: { limit: 5, values: ['a'], expected: 'string' } });
    expect(text).toMatch(/^内容：[\u4e00-\u9fff]/);
  });
});

describe('they name field and clause', () => {
  test.each([
    [
      { code: 'noAuthority', clause: '4.3.2', params },
      '办公室主任无权作此决定，有权者：指挥长、副指挥长；如本人同时担任副指挥长，请以该职务作出（依据 4.3.2）',
    ],
    [
      { code: 'noAuthority', clause: '4.3.3', params: { ...params, may: ['commander'], alsoHolds: [] } },
      '办公室主任无权作此决定，有权者：指挥长（依据 4.3.3）',
    ],
    [
      { code: 'notTheStarter', clause: '4.7', params: { ...params, alsoHolds: [] } },
      '按“谁启动、谁终止”，应由指挥长终止，办公室主任不能终止（依据 4.7）',
    ],
    [
      { code: 'notTheStarter', clause: '4.7', params: { ...params, starter: 'deputyCommander' } },
      '按“谁启动、谁终止”，应由副指挥长终止，办公室主任不能终止；如本人同时担任副指挥长，请以该职务作出（依据 4.7）',
    ],
    [{ code: 'conditionsNotMet', clause: '4.7', params }, '终止条件尚未全部确认：现场得到有效控制（依据 4.7）'],
    [{ code: 'invalidCommand', params }, '数字 · 遇难：不能小于0'],
    [{ code: 'notAnInteger', params }, '数字 · 遇难：必须是整数'],
    [{ code: 'unknownIncident', params: { field: 'incidentId', id: 'i9' } }, '没有这起事件：i9'],
    [
      { code: 'notWaivable', clause: '4.1.2', params: { id: 'R2' } },
      '“首报 电话”是必须履行的报告义务，不能免除（依据 4.1.2）',
    ],
  ] as const)('%j', (error, text) => {
    expect(errorText({ ...error, params: { ...error.params } }, plan)).toBe(text);
  });

  test.each([
    ['moreDeadThanAtRisk', '遇难6人多于涉险3至5人，确认无误吗？'],
    ['futureTime', '数字2013年11月22日2时12分晚于现在，确认无误吗？'],
    ['closeWithUnmet', '还有3项未完成：首报 电话、接报即报。仍要归档吗？'],
    ['outOfScope', '“城镇燃气管道”不属于本预案适用范围，应适用：城镇燃气有关应急预案。仍要记录吗？'],
  ] as const)('%s', (code, text) => {
    expect(confirmText({ code, params }, plan)).toBe(text);
  });

  test('without a plan ids stand in for labels', () => {
    expect(errorText({ code: 'noAuthority', params })).toContain('officeDirector无权');
    expect(fieldName('figures.dead')).toBe('数字 · dead');
  });

  test('paths are named part by part', () => {
    expect(fieldName('recipients.0')).toBe('接收单位 · 第1项');
    expect(fieldName('disposition.reason')).toBe('处理方式 · 理由');
    expect(fieldName('decision.at')).toBe('决定 · 时间');
    expect(fieldName('constructor')).toBe('constructor');
    expect(fieldName('')).toBe('命令');
  });
});
