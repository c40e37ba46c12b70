/** 3: attention marks of what has no number are configurable, and the setting is an entry. */
import { describe, expect, test } from 'vitest';
import { commandSchema } from '../commands.ts';
import { ACTOR, at, refusal, TestDesk } from '../testing/testDesk.ts';
import { attentionAt, withAttention } from './attention.ts';

const set = (minutes: number[] | null) => ({ type: 'SetAttentionMarks', minutes }) as const;

describe('setting them', () => {
  test('what held at an instant, and who set it', () => {
    const desk = new TestDesk()
      .at('03:00')
      .do(set([3, 8]))
      .at('03:20')
      .do(set(null));
    const { attention } = desk.context.desk;
    expect(attentionAt(attention, at('02:59'))).toBeNull();
    expect(attentionAt(attention, at('03:00'))).toEqual({ at: at('03:00'), actor: ACTOR, minutes: [3, 8] });
    expect(attentionAt(attention, at('03:30'))?.minutes).toBeNull();
  });

  test('the same again changes nothing', () => {
    const desk = new TestDesk().do(set([3, 8]));
    expect(refusal(desk.ask(set([3, 8]))).code).toBe('nothingChanged');
    expect(refusal(new TestDesk().ask(set(null))).code).toBe('nothingChanged');
  });

  test.each([[[]], [[0]], [[241]], [[5, 5]], [[10, 5]], [[1.5]], [[1, 2, 3, 4, 5, 6, 7]], ['5']])(
    '%j is refused at the boundary',
    (minutes) => {
      expect(commandSchema.safeParse({ type: 'SetAttentionMarks', minutes }).success).toBe(false);
    },
  );
});

describe('the plan with them', () => {
  const { plan } = new TestDesk();

  test('only the marks differ, and the package is untouched', () => {
    const before = structuredClone(plan);
    const made = withAttention(plan, [2, 4]);
    expect(made).toEqual({ ...before, attentionMinutes: [2, 4] });
    expect(plan).toEqual(before);
  });

  test('[ENGINE-3] the same marks are the same plan, none is the package itself', () => {
    expect(withAttention(plan, [2, 4])).toBe(withAttention(plan, [2, 4]));
    expect(withAttention(plan, null)).toBe(plan);
  });
});
