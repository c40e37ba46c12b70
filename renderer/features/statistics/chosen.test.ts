import { describe, expect, it } from 'vitest';
import { EVERYTHING, spanOf, withMonth } from './chosen.ts';
import { narrowed } from './narrowed.ts';

const ZONE = 'Asia/Shanghai';
const march = Date.parse('2026-03-01T00:00:00+08:00');
const april = Date.parse('2026-04-01T00:00:00+08:00');
const may = Date.parse('2026-05-01T00:00:00+08:00');

describe('3: what is counted', () => {
  it('both months are included, in the plan’s zone', () => {
    expect(spanOf(EVERYTHING, ZONE)).toEqual({});
    expect(spanOf({ fromMonth: '2026-03', toMonth: '2026-04', incidentId: 'i1' }, ZONE)).toEqual({
      from: march,
      to: may,
      incidentId: 'i1',
    });
  });

  it('a first month after the last moves the other end along', () => {
    const chosen = { fromMonth: '2026-03', toMonth: '2026-03', incidentId: null };
    expect(withMonth(chosen, 'fromMonth', '2026-05')).toEqual({ ...chosen, fromMonth: '2026-05', toMonth: '2026-05' });
    expect(withMonth(chosen, 'toMonth', '2026-02')).toEqual({ ...chosen, fromMonth: '2026-02', toMonth: '2026-02' });
    expect(withMonth(chosen, 'toMonth', null)).toEqual({ ...chosen, toMonth: null });
  });

  it('a bar’s part never reaches beyond what is counted', () => {
    expect(narrowed({ from: march, to: april }, { side: 'own' })).toEqual({ from: march, to: april, side: 'own' });
    expect(narrowed({ from: april, incidentId: 'i1' }, { from: march, to: may })).toEqual({
      from: april,
      to: may,
      incidentId: 'i1',
    });
  });
});
