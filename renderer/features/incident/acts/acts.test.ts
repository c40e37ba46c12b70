import { describe, expect, it } from 'vitest';
import { standingOf, takes } from './acts.ts';
import { canStrike, strikingOf } from './striking.ts';

describe('what an incident still takes', () => {
  it('while it runs everything, closed what may still come in, merged nothing', () => {
    expect(standingOf({ closedAt: null, mergedInto: null })).toBe('open');
    expect(standingOf({ closedAt: 1, mergedInto: null })).toBe('closed');
    expect(standingOf({ closedAt: 1, mergedInto: 'j' })).toBe('merged');
    expect(takes('open', 'merge')).toBe(true);
    expect(takes('closed', 'figures')).toBe(true);
    expect(takes('closed', 'merge')).toBe(false);
    expect(takes('merged', 'figures')).toBe(false);
  });

  it('strikes what the domain lets be struck, once', () => {
    expect(canStrike({ type: 'FiguresRecorded', struck: null })).toBe(true);
    expect(canStrike({ type: 'FiguresRecorded', struck: { at: 1, by: 'e', reason: 'r' } })).toBe(false);
    expect(canStrike({ type: 'IncidentOpened', struck: null })).toBe(false);
    expect(strikingOf('IncidentClosed')).toBe('reopensIncident');
    expect(strikingOf('TidesTurned')).toBe('never');
    expect(strikingOf('toString')).toBe('never');
  });
});
