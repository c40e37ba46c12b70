import { describe, expect, it } from 'vitest';
import { clockSeconds, clockTone } from '#renderer/app/clock/obligationClock.ts';
import { at, jincheng, TestIncident } from '#shared/plan/testing/testIncident.ts';
import { bandBlocks } from './bandText.ts';

const plan = jincheng();
const { obligations } = new TestIncident(plan).report('03:20', { recipients: ['city'] }).at('03:21');
const lines = obligations.map((row) => ({ row, word: row.rule, isRunning: clockTone(row) !== 'quiet' }));
const blocks = bandBlocks(lines, (row, now) => String(clockSeconds(row, now)));

describe('the words of the now band', () => {
  it('every block has a line for every lane from its first to its last, so that the lines stand beside their lanes', () => {
    for (const { tone, from, words, timesAt } of blocks) {
      const own = obligations.flatMap((row, index) => (clockTone(row) === tone ? [index] : []));
      const length = (own.at(-1) ?? 0) + 1 - (own[0] ?? 0);
      expect(from).toBe(own[0]);
      expect(words.split('\n')).toHaveLength(length);
      if (timesAt !== null) expect(timesAt(at('03:21')).split('\n')).toHaveLength(length);
    }
  });

  it('every lane is said once, in the block of its tone, shape before word', () => {
    const said = obligations.map((_, index) =>
      blocks.flatMap(({ tone, from, words }) => {
        const line = words.split('\n')[index - from];
        return line ? [`${tone} ${line}`] : [];
      }),
    );
    expect(said).toContainEqual(['late ■ R3']);
    expect(said).toContainEqual(['act » R0']);
    expect(said).toContainEqual(['run » O1']);
    expect(said).toContainEqual(['quiet ◉ R2']);
    expect(said.every((line) => line.length === 1)).toBe(true);
  });

  it('only what runs is written every second', () => {
    expect(blocks.find(({ tone }) => tone === 'quiet')?.timesAt).toBeNull();
    const late = blocks.find(({ tone }) => tone === 'late')?.timesAt;
    expect(late?.(at('03:22')).trim()).toBe('600');
  });

  it('a line may be left to the lane itself', () => {
    expect(bandBlocks([null], () => '')).toEqual([]);
  });
});
