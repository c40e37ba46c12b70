/** What is shown is what was known: as of any instant, and in any order of what was recorded together. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLedger } from '#shared/plan/engine/assess.ts';
import type { CommandInput } from '../commands.ts';
import { at, minute, openedDesk } from '../testing/testDesk.ts';
import { evolveIncident, type IncidentState } from './incident.ts';
import { asKnownAt, viewIncidentFile, viewIncidentRow } from './view.ts';

const incidentId = 'i1';

function night() {
  return openedDesk({ details: { place: '甲地' }, figures: { injured: 2 } })
    .at('03:16')
    .do({
      type: 'RecordReport',
      incidentId,
      reportId: 'r1',
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      sentAt: minute('03:16'),
    })
    .at('03:30')
    .do({ type: 'RecordFigures', incidentId, figures: { dead: 3 }, source: '现场' })
    .do({ type: 'ReviseDetails', incidentId, title: '改名', details: { place: '乙地' } })
    .at('03:40')
    .do({ type: 'StrikeEntry', incidentId, strikes: 'e6', reason: '记错' })
    .at('03:50')
    .do({ type: 'DetermineGrade', incidentId, grade: 'serious' });
}

describe('as known at an instant', () => {
  test('entries recorded later do not exist yet', () => {
    const desk = night();
    expect(desk.lastEntryId('FiguresRecorded')).toBe('e6');
    const early = desk.file(incidentId, '03:20');
    expect(early).toMatchObject({
      title: '甲地 泄漏',
      details: { place: { value: '甲地' } },
      lastEntryAt: at('03:16'),
    });
    expect(early.figureHistory.map(({ figure }) => figure)).toEqual(['injured']);
    expect(early.gradeHistory).toEqual([]);
    const middle = desk.file(incidentId, '03:35');
    expect(middle).toMatchObject({ title: '改名', assessment: { clockGrade: 'serious', factsGrade: 'serious' } });
    expect(middle.figureHistory.at(-1)).toMatchObject({ figure: 'dead', struck: false, source: '现场' });
    const late = desk.file(incidentId);
    expect(late.figureHistory.at(-1)).toMatchObject({ figure: 'dead', struck: true });
    expect(late.assessment.factsGrade).toBe('ordinary');
    expect(late.entries.find(({ entryId }) => entryId === 'e6')?.struck).toMatchObject({
      at: at('03:40'),
      reason: '记错',
    });
    expect(late.gradeHistory).toMatchObject([{ grade: 'serious', struck: false }]);
  });

  test('the view at t is the view of the fold of the prefix', () => {
    const { plan, ...desk } = { plan: night().plan, state: night().state() };
    for (const instant of [at('03:10'), at('03:16'), at('03:30'), at('03:39'), at('03:40'), at('04:00')]) {
      const prefix = desk.state.entries.filter(({ recordedAt }) => recordedAt <= instant);
      const folded = prefix.reduce<IncidentState | null>((state, entry) => evolveIncident(state, entry), null);
      expect(viewIncidentFile(plan, desk.state, instant)).toEqual(
        viewIncidentFile(plan, folded as IncidentState, instant),
      );
    }
  });

  test('a ledger answers the same, sooner', () => {
    const desk = night();
    const ledger = createLedger(desk.plan, desk.state());
    for (const time of ['03:12', '03:35', '05:00']) {
      expect(viewIncidentRow(desk.plan, desk.state(), at(time), ledger)).toEqual(
        viewIncidentRow(desk.plan, desk.state(), at(time)),
      );
    }
  });

  test('before it was opened there is none; a clock set back still shows it', () => {
    const desk = night();
    expect(asKnownAt(desk.state(), at('03:09'))).toBeNull();
    expect(viewIncidentRow(desk.plan, desk.state(), at('03:00')).assessment.at).toBe(at('03:10'));
  });
});

test('entries of one instant mean the same in any order', () => {
  const commands: CommandInput[] = [
    { type: 'RecordFigures', incidentId, figures: { dead: 3 } },
    { type: 'RecordFigures', incidentId, figures: { dead: 2, missing: 1 } },
    { type: 'RecordConditions', incidentId, conditions: { fire: 'yes' } },
    {
      type: 'RecordReport',
      incidentId,
      reportId: 'r1',
      kind: 'initial',
      form: 'phone',
      recipients: ['city'],
      sentAt: minute('03:10'),
    },
    { type: 'RecordDuration', incidentId, duration: 'outage', startedAt: minute('02:25') },
    { type: 'RecordDemand', incidentId, demandId: 'd1', from: 'city', what: 'x' },
  ];
  const desk = openedDesk();
  for (const command of commands) desk.do(command);
  const [opened, ...rest] = desk.state().entries;
  const expected = desk.assessment();
  fc.assert(
    fc.property(fc.shuffledSubarray(rest, { minLength: rest.length }), (shuffled) => {
      const state = [opened, ...shuffled].reduce<IncidentState | null>(
        (before, entry) => (entry === undefined ? before : evolveIncident(before, entry)),
        null,
      );
      expect(viewIncidentRow(desk.plan, state as IncidentState, at('03:10')).assessment).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('striking every entry that can be struck leaves the incident as it was opened, but for the record', () => {
  const desk = night().do({ type: 'StrikeEntry', incidentId, strikes: 'e5', reason: 'x' }, 'confirmed');
  desk.do({ type: 'StrikeEntry', incidentId, strikes: 'e7', reason: 'x' });
  desk.do({ type: 'StrikeEntry', incidentId, strikes: desk.lastEntryId('GradeDetermined'), reason: 'x' }, 'confirmed');
  const { title, details, assessment } = desk.file();
  expect({ title, place: details['place']?.value, grade: assessment.grade }).toEqual({
    title: '甲地 泄漏',
    place: '甲地',
    grade: null,
  });
  expect(desk.obligation('R2').state).toBe('overdue');
  expect(desk.obligation('R0', null).state).toBe('immediate');
  expect(desk.state().entries).toHaveLength(9);
});
