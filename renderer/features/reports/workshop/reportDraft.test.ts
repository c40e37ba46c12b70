import { describe, expect, it } from 'vitest';
import { documentContentSchema } from '#shared/domain/incident/events.ts';
import type { ReportFacts } from '#shared/domain/report/elementTexts.ts';
import { incidentId } from '#shared/domain/testing/commandsOnIncident.ts';
import { openedDesk, type TestDesk } from '#shared/domain/testing/testDesk.ts';
import { draftReport, emptyDraft, inState, type ReportDraft, withoutTyped, withTyped } from './reportDraft.ts';

const opened = () =>
  openedDesk({ figures: { dead: 0, missing: 'unknown' }, details: { place: '斋堂岛街', trend: null } });
const factsOf = (desk: TestDesk): ReportFacts => ({
  file: desk.file(),
  response: desk.response(),
  before: null,
  since: null,
});
const drafted = (desk: TestDesk, draft: ReportDraft = emptyDraft) =>
  draftReport(desk.plan, factsOf(desk), { role: 'initial', ordinal: 1 }, draft);
const element = (desk: TestDesk, draft: ReportDraft, id: string) => {
  const found = drafted(desk, draft).elements.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no element ${id}`);
  return found;
};
const typed = (desk: TestDesk, id: string, text: string, draft = emptyDraft) =>
  withTyped(draft, element(desk, draft, id), text);
const ids = (state: 'filled' | 'beingVerified' | 'missing', desk: TestDesk, draft = emptyDraft) =>
  inState(drafted(desk, draft).content, state).map(({ id }) => id);

describe('the draft of a report lies over the facts [plan 4.1.3(1)]', () => {
  it('untouched it says what the facts say', () => {
    expect(ids('filled', opened())).toEqual(expect.arrayContaining(['time', 'place', 'dead']));
    expect(ids('beingVerified', opened())).toEqual(expect.arrayContaining(['missing', 'trend']));
    expect(ids('missing', opened())).toEqual(expect.arrayContaining(['impact', 'measures', 'reporter']));
  });

  it.each([
    ['filled', '下游约3公里'],
    ['beingVerified', '正在核实'],
    ['beingVerified', '?'],
    ['missing', '  '],
  ] as const)('an element typed over is %s by %j', (state, text) => {
    const desk = opened();
    expect(ids(state, desk, typed(desk, 'impact', text))).toContain('impact');
  });

  it('changed elements go into the words and are marked; the words say 正在核实 for what is not known', () => {
    const desk = opened();
    const { content } = drafted(desk, typed(desk, 'impact', '下游约3公里'));
    expect(content.body).toContain('影响范围：下游约3公里。');
    expect(content.body).toContain('已采取措施：正在核实。');
    expect(content.elements.filter(({ byHand }) => byHand).map(({ id }) => id)).toEqual(['impact']);
  });

  it('whatever is drafted can be signed', () => {
    const desk = opened();
    const draft = { ...typed(desk, 'impact', '?'), title: '报告' };
    expect(documentContentSchema.safeParse(drafted(desk, draft).content).error?.issues).toBeUndefined();
  });
});

describe('what was changed by hand keeps its link to the facts', () => {
  const more = (desk: TestDesk) =>
    desk.at('03:20').do({ type: 'RecordFigures', incidentId, figures: { dead: 2 }, entryId: 'more' });

  it('new facts are told for that element alone and taken over on demand; the others follow by themselves', () => {
    const desk = opened();
    let draft = typed(desk, 'dead', '暂无遇难人员');
    draft = typed(desk, 'impact', '下游约3公里', draft);
    expect(element(desk, draft, 'dead').isStale).toBe(false);
    more(desk);
    expect(element(desk, draft, 'dead')).toMatchObject({
      text: '暂无遇难人员',
      isStale: true,
      fact: '2人',
      from: ['more'],
    });
    expect(element(desk, draft, 'impact').isStale).toBe(false);
    draft = withoutTyped(draft, 'dead');
    expect(element(desk, draft, 'dead')).toMatchObject({ text: '2人', isStale: false });
    expect(element(desk, draft, 'impact').text).toBe('下游约3公里');
  });

  it('typing on keeps what it was first typed over', () => {
    const desk = opened();
    const draft = typed(desk, 'dead', '暂无');
    more(desk);
    expect(element(desk, typed(desk, 'dead', '暂无遇难', draft), 'dead').isStale).toBe(true);
  });

  it('words written by hand stand as they are, and say when facts changed under them', () => {
    const desk = opened();
    const draft = { ...emptyDraft, body: { text: '另写', basis: drafted(desk).bodyFromElements } };
    expect(drafted(desk, draft)).toMatchObject({ content: { body: '另写' }, isBodyStale: false });
    more(desk);
    expect(drafted(desk, draft)).toMatchObject({ content: { body: '另写' }, isBodyStale: true });
  });
});
