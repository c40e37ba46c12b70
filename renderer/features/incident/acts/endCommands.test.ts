import { describe, expect, it } from 'vitest';
import { closeCommand, mergeCommand } from './endCommands.ts';

describe('closing and merging', () => {
  it('a reason goes along where one is given', () => {
    expect(closeCommand('i', { outcome: 'handled', reason: ' ' })).toEqual({
      type: 'CloseIncident',
      incidentId: 'i',
      outcome: 'handled',
    });
    expect(closeCommand('i', { outcome: 'falseAlarm', reason: '气味' })).toMatchObject({ reason: '气味' });
  });

  it('merging names the other and says why', () => {
    expect(mergeCommand('i', { into: null, reason: '同一处' })).toBeNull();
    expect(mergeCommand('i', { into: 'j', reason: ' ' })).toBeNull();
    expect(mergeCommand('i', { into: 'j', reason: '同一处' })).toMatchObject({ type: 'MergeIncidents', into: 'j' });
  });
});
