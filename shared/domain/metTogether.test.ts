/** One call, several clocks [ux rule 2, rules §3 "What a report fulfils"]. */
import { describe, expect, test } from 'vitest';
import { metTogether } from './metTogether.ts';
import { openedDesk, type TestDesk } from './testing/testDesk.ts';

const incidentId = 'i1';
const offered = (desk: TestDesk, rule: string, to: string | null, sent: string[]) =>
  metTogether(desk.plan, desk.obligation(rule, to), desk.assessment().obligations, sent);

describe('offered together', () => {
  test('the phone first report meets R2 and R6, never the written R3', () => {
    expect(offered(openedDesk(), 'R2', 'city', [])).toEqual({
      keys: ['i1/R2/city/occurrence/1', 'i1/R6/city/receipt/1'],
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      unit: 'office',
      demandId: null,
    });
    expect(offered(openedDesk(), 'R3', 'city', [])?.form).toBe('written');
  });

  test('R6 alone asked takes the form that meets most', () => {
    expect(offered(openedDesk(), 'R6', 'city', [])).toMatchObject({
      form: 'phone',
      keys: ['i1/R6/city/receipt/1', 'i1/R2/city/occurrence/1'],
    });
  });

  test('another recipient is another call', () => {
    expect(offered(openedDesk(), 'R6', 'provincialEnergy', [])?.keys).toEqual(['i1/R6/provincialEnergy/receipt/1']);
  });

  const afterFirst = () =>
    openedDesk()
      .do({ type: 'RecordReport', incidentId, reportId: 'r1', kind: 'initial', form: 'phone', recipients: ['city'] })
      .at('03:30')
      .do({ type: 'RecordDemand', incidentId, demandId: 'd1', from: 'city', what: 'x' });

  test('a demand alone is answered by 核实反馈, which restarts nothing', () => {
    const closed = afterFirst();
    const rows = closed.assessment().obligations.filter(({ rule }) => rule === 'R9');
    const [asked] = rows;
    expect(asked && metTogether(closed.plan, asked, rows, ['initial'])).toMatchObject({
      kind: 'verification',
      demandId: 'd1',
    });
  });

  test('once it presses too, one follow-up naming the demand meets U1, U4 and R9', () => {
    const desk = afterFirst().do({
      type: 'RecordReport',
      incidentId,
      reportId: 'r2',
      kind: 'initial',
      form: 'written',
      recipients: ['city'],
      signedOffBy: '主任',
    });
    desk.at('03:52').do({ type: 'RecordFigures', incidentId, figures: { injured: 2 } });
    const offer = offered(desk, 'U4', 'city', ['initial']);
    expect(offer).toMatchObject({ kind: 'followUp', form: 'phone', demandId: 'd1' });
    expect(offer?.keys.map((key) => key.split('/')[1]).sort()).toEqual(['R9', 'U1', 'U4']);
  });

  test('the office also reports for the command it serves [plan 2.1]', () => {
    const desk = openedDesk({ figures: { dead: 3 } }).do({
      type: 'StartResponse',
      incidentId,
      level: 'II',
      expectedHours: 24,
      decision: { post: 'commander', name: 'x', means: 'phone' },
    });
    expect(offered(desk, 'L2', 'provincialCommand', ['initial'])).toMatchObject({ unit: 'office', kind: 'response' });
  });

  test('the county’s rows are met by the county, both by phone', () => {
    const desk = openedDesk({ figures: { dead: 10 } });
    expect(offered(desk, 'R4', 'province', [])).toMatchObject({
      unit: 'county',
      form: 'phone',
      keys: ['i1/R4/province/occurrence/1'],
    });
  });

  test('a determination is no report', () => {
    expect(offered(openedDesk(), 'R0', null, [])).toBeNull();
  });

  test('what it says, the engine does: recording the offer meets exactly those keys', () => {
    const desk = openedDesk();
    const offer = offered(desk, 'R2', 'city', []);
    if (offer === null) throw new Error('no offer');
    const { kind, form, recipients, unit } = offer;
    desk.do({ type: 'RecordReport', incidentId, reportId: 'r1', kind, form, recipients, unit });
    const met = desk.assessment().obligations.filter(({ fulfilledBy }) => fulfilledBy === 'r1');
    expect(met.map(({ key }) => key).sort()).toEqual(offer.keys.toSorted());
  });
});
