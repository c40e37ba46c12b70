import { describe, expect, it } from 'vitest';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import type { ReportRow } from '../rows.ts';
import { alongside, offersFor, suggestReport } from './reportOffer.ts';

const plan = jincheng();
const told = (incident: TestIncident, now: string, reports: ReportRow[] = []) => ({
  assessment: incident.at(now),
  reports,
});
const sentByPhone = (kind: string, time: string): ReportRow => ({
  reportId: 'r1',
  unit: 'office',
  kind,
  form: 'phone',
  recipients: ['city'],
  sent: { at: at(time), precision: 'minute' },
  receiver: null,
  sender: null,
  signedOffBy: null,
  readBack: null,
  demandId: null,
  documentId: null,
  note: null,
  entryId: 'e2',
  recordedAt: at(time),
  actor: { officerId: 'a', name: 'a', post: 'watchOfficer' },
  struck: false,
  clocksMet: [],
  receipts: [],
});
const inShort = (incident: TestIncident, now: string, choice: ReturnType<typeof suggestReport>) =>
  offersFor(plan, incident.at(now).obligations, choice).map(({ to, rows, isOwed }) => ({
    to,
    rules: rows.map((row) => row.rule).sort(),
    isOwed,
  }));

describe('what a report about to be made would meet [plan 4.1.1, 4.1.2]', () => {
  it('the first call is a 首报 to the city that meets R2 and R6 together, and may go to the energy bureau too', () => {
    const incident = new TestIncident(plan);
    const choice = suggestReport(plan, told(incident, '03:12'), 'phone');
    expect(choice).toMatchObject({ unit: 'office', to: 'city', kind: 'initial', form: 'phone', demandId: null });
    expect(inShort(incident, '03:12', choice)).toEqual([
      { to: 'city', rules: ['R2', 'R6'], isOwed: true },
      { to: 'provincialEnergy', rules: ['R6'], isOwed: true },
    ]);
  });

  it('the paper does not meet the call, nor the call the paper', () => {
    const incident = new TestIncident(plan);
    const choice = suggestReport(plan, told(incident, '03:12'), 'written');
    expect(inShort(incident, '03:12', choice)[0]).toEqual({ to: 'city', rules: ['R3', 'R6'], isOwed: true });
  });

  it('a demand is answered by 核实反馈 naming it [4.1.2]', () => {
    const incident = new TestIncident(plan)
      .report('03:20', {
        id: 'r1',
        kind: 'initial',
        form: 'phone',
        recipients: ['city', 'provincialEnergy', 'safetyCommittee'],
      })
      .demand('03:30', 'd1');
    const choice = suggestReport(plan, told(incident, '03:31', [sentByPhone('initial', '03:20')]), 'phone');
    expect(choice).toMatchObject({ kind: 'verification', demandId: 'd1' });
    expect(inShort(incident, '03:31', choice)).toEqual([{ to: 'city', rules: ['R9'], isOwed: true }]);
  });

  it('what may be waived is offered, not owed [R8]', () => {
    const incident = new TestIncident(plan).figures('03:12', { dead: 10 });
    const choice = suggestReport(plan, told(incident, '03:13'), 'phone');
    expect(inShort(incident, '03:13', choice)).toContainEqual({ to: 'province', rules: ['R8'], isOwed: false });
  });

  it('a call made before the figures changed does not tell of the change [U4]', () => {
    const incident = new TestIncident(plan)
      .report('03:20', { id: 'r1', kind: 'initial', form: 'phone', recipients: ['city'] })
      .figures('04:00', { dead: 1 });
    const row = told(incident, '04:05', [sentByPhone('initial', '03:20')]);
    const choice = suggestReport(plan, row, 'phone');
    const rules = (time: string) =>
      offersFor(plan, row.assessment.obligations, { ...choice, sent: { at: at(time), precision: 'minute' } })
        .find(({ to }) => to === 'city')
        ?.rows.map((one) => one.rule) ?? [];
    expect(rules('04:00')).toContain('U4');
    expect(rules('03:59')).not.toContain('U4');
  });

  it("another unit's report meets that unit's rows alone [R4, O1]", () => {
    const incident = new TestIncident(plan).figures('03:12', { dead: 10 });
    const row = told(incident, '03:13');
    const asked = row.assessment.obligations.find(({ rule, to }) => rule === 'R4' && to === 'province');
    const choice = suggestReport(plan, row, 'phone', asked);
    expect(choice).toMatchObject({ unit: 'county', to: 'province', kind: 'initial' });
    expect(inShort(incident, '03:13', choice).map(({ to, rules }) => [to, rules])).toEqual([
      ['city', ['R4']],
      ['province', ['R4']],
    ]);
  });

  it('with nothing owed a report is a 续报 after the first one and a 首报 before', () => {
    const incident = new TestIncident(plan);
    const nothing = { ...incident.at('03:12'), obligations: [] };
    expect(suggestReport(plan, { assessment: nothing, reports: [] }, 'phone').kind).toBe('initial');
    const before = [sentByPhone('initial', '03:12')];
    expect(suggestReport(plan, { assessment: nothing, reports: before }, 'phone').kind).toBe('followUp');
  });
});

describe('同时报告: whom the same report is owed to as soon as it goes to another [4.1.1, R7]', () => {
  const choice = { unit: 'office', kind: 'initial' };
  const copies = (incident: TestIncident, to: string[], more = {}) =>
    alongside(plan, incident.at('03:12'), { ...choice, ...more }, to);

  it('市安委办 with a report to 市委、市政府, while the clock grade is 较大 or above', () => {
    expect(copies(new TestIncident(plan), ['city'])).toEqual(['safetyCommittee']);
    expect(copies(new TestIncident(plan), ['provincialEnergy'])).toEqual([]);
    expect(copies(new TestIncident(plan).determine('03:11', 'ordinary'), ['city'])).toEqual([]);
  });

  it('not with 核实反馈, nor where it is no 生产安全事故, nor of another unit', () => {
    expect(copies(new TestIncident(plan), ['city'], { kind: 'verification' })).toEqual([]);
    expect(copies(new TestIncident(plan).mark('03:11', 'productionSafety', 'no'), ['city'])).toEqual([]);
    expect(copies(new TestIncident(plan), ['city'], { unit: 'county' })).toEqual([]);
  });
});
