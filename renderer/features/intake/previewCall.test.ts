import { describe, expect, it } from 'vitest';
import { readTime } from '#renderer/ui/timeValue.ts';
import { evolveIncident } from '#shared/domain/incident/incident.ts';
import { viewIncidentFile } from '#shared/domain/incident/view.ts';
import type { IncidentFile } from '#shared/domain/rows.ts';
import { at, jincheng } from '#shared/plan/testing/testIncident.ts';
import { begun, EMPTY_INTAKE, type IntakeForm } from './intakeForm.ts';
import { type CallPreview, previewCall, stateOf } from './previewCall.ts';
import { linesOf } from './previewLines.ts';
import { readIntake, type TakeCallInput } from './readIntake.ts';

const plan = jincheng();
const NOW = at('03:10:26');
const time = (text: string) => readTime(text, NOW, plan.timeZone);
let ids = 0;
const form = (change: Partial<IntakeForm>): IntakeForm => ({
  ...begun(EMPTY_INTAKE, NOW, '03:10', () => `id-${++ids}`),
  ...change,
});
const preview = (change: Partial<IntakeForm>, joined: ReturnType<typeof stateOf> = null): CallPreview =>
  previewCall(readIntake(form(change), plan, NOW).input, { plan, planHash: 'h', now: NOW, joined });
const ofIncident = (shown: CallPreview) => {
  if (shown.kind !== 'incident') throw new Error(shown.kind);
  return shown;
};

const qingdao: Partial<IntakeForm> = {
  occurredAt: time('0212'),
  discoveredAt: time('0231'),
  details: { area: '泽州县', place: '排水暗渠', medium: '原油', object: '长输管道' },
  conditions: { leak: 'yes', facilityDamaged: 'yes' },
  durations: { outage: { started: time('0225'), ended: time(''), forecast: '' } },
  figures: { dead: '0', injured: '0', missing: '?' },
};

describe('what saving would start, before it is saved [ux 3]', () => {
  const { assessment, questions, title } = ofIncident(preview(qingdao));

  it('undetermined, timed as 较大; the facts meet 一般; Ⅲ is proposed', () => {
    expect(assessment).toMatchObject({
      grade: null,
      clockGrade: 'serious',
      clockGradeBasis: { kind: 'undetermined', clause: '4.1.2' },
      factsGrade: 'ordinary',
      proposedLevel: 'III',
    });
    expect(title).toBe('泽州县排水暗渠 泄漏、设施损坏');
    expect(questions).toEqual([]);
  });

  it('the clocks by urgency, rows of one rule that run alike on one line: R2 is late, R3 has 93 s left', () => {
    const lines = linesOf(assessment).map(({ first, to }) => [first.rule, first.state, to, first.lateBySeconds]);
    expect(lines).toEqual([
      ['R2', 'overdue', ['city'], 1706],
      ['R0', 'immediate', [], null],
      ['R6', 'immediate', ['city', 'provincialEnergy'], null],
      ['R3', 'dueSoon', ['city'], 0],
      ['O1', 'immediate', ['county'], null],
    ]);
  });

  it('confirmed figures raise it at once', () => {
    const raised = ofIncident(preview({ ...qingdao, figures: { dead: '22' } })).assessment;
    expect(raised).toMatchObject({ clockGrade: 'major', clockGradeBasis: { kind: 'facts' }, proposedLevel: 'I' });
  });

  it('3.4: of a call that comes from a warning the clocks are shown as of any other', () => {
    const shown = preview({ ...qingdao, fromWarning: { warningId: 'w1', title: '洪水' } });
    const owed = (seen: CallPreview) =>
      ofIncident(seen).assessment.obligations.map(({ rule, to, dueAt }) => ({ rule, to, dueAt }));
    expect(owed(shown)).toEqual(owed(preview(qingdao)));
  });

  it('what the desk will ask back is asked in the preview: times out of order, parts over the whole, scope', () => {
    const odd = preview({
      ...qingdao,
      discoveredAt: time('0150'),
      figures: { atRisk: '2', dead: '3' },
      details: { ...qingdao.details, object: '城镇燃气管道' },
    });
    expect(ofIncident(odd).questions.map(({ code }) => code)).toEqual([
      'timesOutOfOrder',
      'outOfScope',
      'moreDeadThanAtRisk',
    ]);
  });

  it('without a time of occurrence the earliest credible one stands in', () => {
    const { occurredAt: _, ...unknown } = qingdao;
    expect(ofIncident(preview(unknown)).assessment.times.clockStartAssumedFrom).toBe('discovered');
  });
});

describe('calls that start nothing', () => {
  const disposed = (change: Partial<IntakeForm['disposition']>) =>
    preview({ ...qingdao, disposition: { ...EMPTY_INTAKE.disposition, ...change } });

  it('a false alarm and a duplicate are recorded only', () => {
    expect(disposed({ kind: 'falseAlarm', reason: '气味' })).toEqual({ kind: 'callOnly' });
    expect(disposed({ kind: 'duplicate', ofCallId: 'c' })).toEqual({ kind: 'callOnly' });
  });

  it('joining what is not chosen yet says nothing', () => {
    expect(disposed({ kind: 'join' })).toEqual({ kind: 'nothing' });
  });
});

describe('joining an open incident', () => {
  /** An incident as its file shows it, opened by an earlier call. */
  function openFile(input: TakeCallInput): IncidentFile {
    const opened = previewCall(input, { plan, planHash: 'h', now: at('03:00'), joined: null });
    if (opened.kind !== 'incident') throw new Error(opened.kind);
    const entry = {
      entryId: 'e-1',
      stream: 'incident/big',
      type: 'IncidentOpened',
      recordedAt: at('03:00'),
      actor: { officerId: 'o', name: 'n', post: 'p' },
      position: 1,
      payload: {
        incidentId: 'big',
        callId: 'c-1',
        title: opened.title,
        plan: { id: plan.id, version: plan.version, hash: 'h' },
        occurred: { at: at('02:12'), precision: 'minute' },
        discovered: null,
        received: { at: at('03:00'), precision: 'minute' },
        reported: {
          observed: { at: at('03:00'), precision: 'minute' },
          source: null,
          figures: { dead: { kind: 'exact', n: 2 } },
          conditions: {},
          durations: {},
          marks: {},
          details: {},
        },
      },
    };
    const state = evolveIncident(null, entry);
    if (state === null) throw new Error('not opened');
    return viewIncidentFile(plan, state, at('03:00'));
  }

  it('shows the incident as it would stand with this call in it', () => {
    const file = openFile(readIntake(form(qingdao), plan, NOW).input);
    const joined = stateOf(file);
    const shown = preview(
      {
        ...qingdao,
        occurredAt: time('0150'),
        figures: { dead: '10' },
        disposition: { ...EMPTY_INTAKE.disposition, kind: 'join', incidentId: 'big' },
      },
      joined,
    );
    const { assessment } = ofIncident(shown);
    // A second caller does not move the clocks; the figures count.
    expect(assessment.times.occurred?.at).toBe(at('02:12'));
    expect(assessment.clockGrade).toBe('major');
  });
});
