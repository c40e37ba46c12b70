import { describe, expect, it } from 'vitest';
import { readTime } from '#renderer/ui/timeValue.ts';
import type { IncidentRow } from '#shared/contract/rows.ts';
import { commandSchema } from '#shared/domain/commands.ts';
import { suggestReport } from '#shared/domain/report/reportOffer.ts';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { newReportForm, type ReportForm, recipientsOf, reportCommand, reportProblems } from './reportForm.ts';

const plan = jincheng();
const incidentAt = (incident: TestIncident, now: string): IncidentRow => ({
  incidentId: 'qd',
  title: '泄漏',
  planId: plan.id,
  openedAt: at('03:10'),
  intakeKeys: null,
  lastEntryAt: at('03:10'),
  closedAt: null,
  mergedInto: null,
  details: {},
  reports: [],
  assessment: incident.at(now),
});
const first = incidentAt(new TestIncident(plan), '03:12');
const phone = newReportForm(suggestReport(plan, first, 'phone'), 'r-1');
const made = (form: ReportForm, incident = first) =>
  reportCommand(plan, incident.incidentId, form, recipientsOf(plan, incident, form));

describe('a report form becomes one command', () => {
  it('as it is offered: to whom it is about and nobody else, sent now', () => {
    const command = made({ ...phone, receiver: ' 王主任 ', readBack: true });
    expect(command).toEqual({
      type: 'RecordReport',
      incidentId: 'qd',
      reportId: 'r-1',
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      receiver: '王主任',
      readBack: true,
    });
    expect(commandSchema.safeParse(command).success).toBe(true);
  });

  it('a minute typed in short goes with its own precision', () => {
    const sent = readTime('0305', at('03:12'), plan.timeZone);
    expect(made({ ...phone, sent })).toMatchObject({ sentAt: '2013-11-21T19:05Z' });
  });

  it('unticked recipients are left out, added ones go along', () => {
    const form = { ...phone, ticks: { city: false, provincialEnergy: true, province: true } };
    expect(made(form)).toMatchObject({ recipients: ['provincialEnergy', 'province'] });
  });

  it('a paper carries its signature and no read-back', () => {
    const form = newReportForm(suggestReport(plan, first, 'written'), 'r-2');
    const command = made({ ...form, signedOffBy: '李卫东', readBack: true });
    expect(command).toMatchObject({ form: 'written', signedOffBy: '李卫东' });
    expect(command).not.toHaveProperty('readBack');
  });

  it("another unit's report names the unit and needs no signature [R4]", () => {
    const major = incidentAt(new TestIncident(plan).figures('03:12', { dead: 10 }), '03:13');
    const asked = major.assessment.obligations.find(({ rule, to }) => rule === 'R5' && to === 'city');
    const form = newReportForm(suggestReport(plan, major, 'written', asked), 'r-3');
    expect(reportProblems(plan, form, recipientsOf(plan, major, form))).toEqual([]);
    expect(made(form, major)).toMatchObject({ unit: 'county', form: 'written', recipients: ['city'] });
  });

  it('nothing owed: it still goes to the main recipient', () => {
    const quiet = { ...first, assessment: { ...first.assessment, obligations: [] } };
    expect(made(newReportForm(suggestReport(plan, quiet, 'phone'), 'r-4'), quiet)).toMatchObject({
      recipients: ['city'],
    });
  });
});

describe('what keeps a report from being recorded', () => {
  it.each<[string, Partial<ReportForm>, string[]]>([
    ['nothing', {}, []],
    ['no recipient', { ticks: { city: false } }, ['recipients']],
    ['an unreadable time', { sent: { text: '99', timed: null } }, ['sent']],
    ['a paper without a signature', { form: 'written' }, ['signedOffBy']],
  ])('%s', (_, change, problems) => {
    const form = { ...phone, ...change };
    expect(reportProblems(plan, form, recipientsOf(plan, first, form))).toEqual(problems);
  });
});
