import { describe, expect, it } from 'vitest';
import { jincheng } from '#shared/plan/testing/testIncident.ts';
import { readFigureTexts } from './figureTexts.ts';

const plan = jincheng();

describe('figures as typed [rules §1]', () => {
  it('every kind is read, empty is not asked, 0 is a number', () => {
    const texts = { dead: '0', injured: '3+', trapped: '约3', missing: '3-5', atRisk: ' ? ', seriouslyInjured: '  ' };
    expect(readFigureTexts(plan, texts)).toEqual({
      figures: {
        dead: { kind: 'exact', n: 0 },
        injured: { kind: 'atLeast', n: 3 },
        trapped: { kind: 'about', n: 3 },
        missing: { kind: 'range', from: 3, to: 5 },
        atRisk: { kind: 'unknown' },
      },
      faults: {},
    });
  });

  it('people are whole, 万元 are not', () => {
    expect(readFigureTexts(plan, { dead: '1.5', directLoss: '1.5' })).toEqual({
      figures: { directLoss: { kind: 'exact', n: 1.5 } },
      faults: { dead: 'integer' },
    });
  });

  it('what cannot be read is said and never counted', () => {
    expect(readFigureTexts(plan, { dead: '三', injured: '5-3', missing: '-1' })).toEqual({
      figures: {},
      faults: { dead: 'quantity', injured: 'quantity', missing: 'quantity' },
    });
  });
});
