/** Forms of 预警 as commands: an assessment, the text with what the plan still wants of it, who is told. */
import { describe, expect, it } from 'vitest';
import { NO_TIME } from '#renderer/ui/timeValue.ts';
import type { RecipientRow } from '#shared/contract/rows.ts';
import { changedParts, storedContent } from '#shared/domain/warning/content.ts';
import { defaultRecipients } from '#shared/domain/warning/recipients.ts';
import { at, jincheng } from '#shared/plan/testing/testIncident.ts';
import { assessCommand, newAssessment, pickedParticipant, withParticipant } from './assessForm.ts';
import {
  type ContentForm,
  contentCommand,
  contentForm,
  contentInput,
  EMPTY_CONTENT,
  missingContent,
} from './contentForm.ts';
import { inputOf, notSent, PLAN_RECIPIENTS, recipientsInput } from './recipientsForm.ts';

const plan = jincheng();
const AREAS = plan.areas.map(({ id }) => id);
const UNITS = [{ id: 'energy', label: '市能源局' }];
const now = { text: '现在', timed: { at: at('08:00'), precision: 'minute' as const } };
const whole: ContentForm = {
  ...EMPTY_CONTENT,
  areas: ['gaoping', 'zezhou'],
  otherAreas: '某库区，某村',
  kind: 'flood',
  starts: now,
  impact: '两村',
  cautions: '远离',
  measures: ' 巡查 ',
};

describe('3.3: an assessment', () => {
  const start = { warningId: 'w1', title: '洪水', clueIds: ['k1', 'gone'], level: 'orange' };

  it('takes along the clues that still wait, people with their units, and only what was said', () => {
    const participants = withParticipant(
      [pickedParticipant(UNITS, { contactId: 'c1', name: '周工', unit: '市能源局' })],
      { name: '韩', unit: '', personId: null },
    );
    const form = {
      ...newAssessment(start),
      participants,
      weather: '大雨',
      reason: ' 涨水 ',
      conclusion: 'warn' as const,
    };
    expect(assessCommand(form, UNITS, ['k1', 'k2'])).toEqual({
      type: 'AssessWarning',
      warningId: 'w1',
      title: '洪水',
      clueIds: ['k1'],
      participants: [{ name: '周工', unit: 'energy', personId: 'c1' }, { name: '韩' }],
      inputs: { weather: '大雨' },
      conclusion: { kind: 'warn', level: 'orange' },
      reason: '涨水',
    });
  });

  it('that nothing is needed has no level and no next review', () => {
    const form = { ...newAssessment(start), conclusion: 'none' as const, reason: '误报', review: now };
    const command = assessCommand(form, UNITS, []);
    expect(command).toMatchObject({ conclusion: { kind: 'none' } });
    expect(command).not.toHaveProperty('reviewAt');
    expect(command).not.toHaveProperty('clueIds');
  });

  it('nobody sat there twice, and nobody is nobody', () => {
    const han = { name: '韩', unit: '', personId: null };
    expect(withParticipant([han], han)).toEqual([han]);
    expect(withParticipant([han], { ...han, name: '' })).toEqual([han]);
    expect(withParticipant([han], { ...han, unit: '市能源局' })).toHaveLength(2);
  });
});

describe('3.4.2: the text of a warning', () => {
  it('what the plan demands and nobody wrote is named by its label, in its order', () => {
    expect(missingContent(plan, EMPTY_CONTENT).map(({ field }) => field)).toEqual([
      'area',
      'kind',
      'startsAt',
      'impact',
      'cautions',
      'measures',
    ]);
    expect(missingContent(plan, { ...whole, cautions: ' ' })).toEqual([{ label: '警示事项', field: 'cautions' }]);
    expect(missingContent(plan, { ...whole, starts: { text: '25:99', timed: null } })).toHaveLength(1);
    expect(missingContent(plan, whole)).toEqual([]);
  });

  it('areas stand in the plan’s order, others in words, times as a command is written', () => {
    expect(contentCommand(whole, AREAS)).toEqual({
      areas: ['zezhou', 'gaoping', { other: '某库区' }, { other: '某村' }],
      kind: 'flood',
      startsAt: new Date(at('08:00')).toISOString().replace(':00.000', ''),
      impact: '两村',
      cautions: '远离',
      measures: '巡查',
    });
  });

  it('taken up for a change and left as it is, nothing differs; one word, and it does', () => {
    const stored = storedContent(plan, contentInput({ ...whole, ends: now, message: '短信' }, AREAS));
    const form = contentForm(stored, at('09:00'), plan.timeZone);
    const after = (change: Partial<ContentForm>) => ({
      level: 'orange',
      content: storedContent(plan, contentInput({ ...form, ...change }, AREAS)),
    });
    expect(changedParts({ level: 'orange', content: stored }, after({}))).toEqual([]);
    expect(changedParts({ level: 'orange', content: stored }, after({ impact: '三村', ends: NO_TIME }))).toEqual([
      'endsAt',
      'impact',
    ]);
  });
});

describe('3.4.2: who is told', () => {
  const row = (id: string | null, name: string, version: number | null): RecipientRow => ({
    id,
    name,
    phone: id === null ? '0356-1' : null,
    sent: version === null ? null : { version, means: 'phone', at: { at: 1, precision: 'minute' }, entryId: 'e' },
    acknowledged: null,
  });

  it('those whom the plan names for the areas, until the officer says otherwise', () => {
    const { warnings } = plan;
    if (warnings === undefined) throw new Error('the plan warns');
    const byPlan = defaultRecipients(warnings, [{ id: 'zezhou' }]);
    expect(byPlan).toEqual(['duty-zezhou', 'operator']);
    expect(defaultRecipients(warnings, [])).toHaveLength(warnings.recipients.length);
    expect(recipientsInput(PLAN_RECIPIENTS, byPlan)).toEqual(byPlan);
    const others = [
      { name: '某村', phone: '139' },
      { name: '某站', phone: '' },
    ];
    expect(recipientsInput({ ids: ['operator'], others }, byPlan)).toEqual([
      'operator',
      { other: '某村', phone: '139' },
      { other: '某站' },
    ]);
  });

  it('who has not been sent the standing version is ticked', () => {
    const rows = [row('a', 'A', 2), row('b', 'B', 1), row(null, 'C', null)];
    expect(notSent(rows, 2)).toEqual(['b', '*C']);
    expect(rows.map(inputOf)).toEqual(['a', 'b', { other: 'C', phone: '0356-1' }]);
  });
});
