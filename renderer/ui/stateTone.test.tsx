import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { StateBadge, stateClass } from './StateBadge.tsx';
import { type StateRow, type StateTone, stateTone } from './stateTone.ts';

const TONES: [StateRow, StateTone][] = [
  [{ state: 'overdue' }, 'late'],
  [{ state: 'overdue', supervised: true }, 'late'],
  [{ state: 'dueSoon' }, 'soon'],
  [{ state: 'immediate' }, 'act'],
  [{ state: 'immediate', optional: true }, 'run'],
  [{ state: 'immediate', supervised: true }, 'run'],
  [{ state: 'pending' }, 'run'],
  [{ state: 'open' }, 'run'],
  [{ state: 'fulfilledLate' }, 'quiet'],
  [{ state: 'waived' }, 'quiet'],
];

describe('a state has one colour on every screen [ux 1]', () => {
  it.each(TONES)('%j is %s', (row, tone) => {
    expect(stateTone(row)).toBe(tone);
  });

  it('立即 is amber in the badge as on the board, with its own shape and word', () => {
    expect(stateClass({ state: 'immediate' })).toContain('act');
    const { container } = render(<StateBadge row={{ state: 'immediate' }} />);
    expect(container.querySelector('svg')).not.toBeNull();
    expect(container.textContent).toBe('立即');
    expect(container.firstElementChild?.className).toContain('act');
  });

  it('what is over keeps the colour of how it ended', () => {
    expect(stateClass({ state: 'fulfilledLate' })).toContain('fulfilledLate');
    expect(stateClass({ state: 'fulfilledOnTime' })).toContain('fulfilledOnTime');
  });
});
