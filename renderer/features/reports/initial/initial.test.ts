import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { documentContentSchema } from '#shared/domain/incident/events.ts';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { draftContent, emptyDraft, inState } from './initialDraft.ts';
import { paperLayout } from './paperLayout.ts';

const plan = jincheng();
const detail = (id: string, value: string | null) => ({
  detail: id,
  value,
  entryId: 'open',
  recordedAt: at('03:10'),
  source: null,
});
const row: IncidentRow = {
  incidentId: 'qd',
  title: '东黄输油管道泄漏',
  planId: plan.id,
  openedAt: at('03:10'),
  lastEntryAt: at('03:10'),
  closedAt: null,
  mergedInto: null,
  details: { place: detail('place', '斋堂岛街'), trend: detail('trend', null) },
  reports: [],
  assessment: new TestIncident(plan).figures('03:10', { dead: 0, missing: { kind: 'unknown' } }).at('03:12'),
};
const ids = (state: 'filled' | 'beingVerified' | 'missing', draft = emptyDraft) =>
  inState(draftContent(plan, row, draft), state).map(({ id }) => id);

describe('the draft of a first report lies over the facts [plan 4.1.3(1)]', () => {
  it('untouched it says what the facts say', () => {
    expect(ids('filled')).toEqual(expect.arrayContaining(['time', 'place', 'dead']));
    expect(ids('beingVerified')).toEqual(expect.arrayContaining(['missing', 'trend']));
    expect(ids('missing')).toEqual(expect.arrayContaining(['impact', 'measures', 'reporter']));
  });

  it.each([
    ['filled', '下游约3公里'],
    ['beingVerified', '正在核实'],
    ['beingVerified', '?'],
    ['missing', '  '],
  ] as const)('an element typed over is %s by %j', (state, text) => {
    expect(ids(state, { ...emptyDraft, elements: { impact: text } })).toContain('impact');
  });

  it('changed elements go into the words, which say 正在核实 for what is not known', () => {
    const { body } = draftContent(plan, row, { ...emptyDraft, elements: { impact: '下游约3公里' } });
    expect(body).toContain('影响范围：下游约3公里。');
    expect(body).toContain('已采取措施：正在核实。');
  });

  it('words written by hand stand as they are', () => {
    expect(draftContent(plan, row, { ...emptyDraft, body: '另写' }).body).toBe('另写');
  });

  it('whatever is drafted can be signed', () => {
    const draft = { ...emptyDraft, title: '报告', elements: { impact: '?' } };
    expect(documentContentSchema.safeParse(draftContent(plan, row, draft)).success).toBe(true);
  });
});

describe('the parts of an official paper', () => {
  it('addressee, paragraphs, unit and date', () => {
    expect(paperLayout(draftContent(plan, row, emptyDraft).body)).toMatchObject({
      addressee: '市委、市政府：',
      closing: ['市指挥部办公室', '2013年11月22日'],
    });
  });

  it.each([
    ['', { addressee: null, paragraphs: [], closing: [] }],
    ['只有一段', { addressee: null, paragraphs: ['只有一段'], closing: [] }],
    ['甲：\n一\n\n二\n\n单位\n日期', { addressee: '甲：', paragraphs: ['一', '二'], closing: ['单位', '日期'] }],
    ['甲：\n一\n', { addressee: '甲：', paragraphs: ['一'], closing: [] }],
  ])('%j', (body, parts) => {
    expect(paperLayout(body)).toEqual(parts);
  });
});
