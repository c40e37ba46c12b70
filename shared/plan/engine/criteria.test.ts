import { describe, expect, test } from 'vitest';
import { at, jincheng, TestIncident } from '../testing/testIncident.ts';

const plan = jincheng();
const opened = (): TestIncident => new TestIncident(plan);

describe('附件1 default / 493 art. 3: grade and 4.3 level by each figure, both sides of every threshold', () => {
  test.each([
    ['dead', 0, null, null],
    ['dead', 1, 'ordinary', 'III'],
    ['dead', 2, 'ordinary', 'III'],
    ['dead', 3, 'serious', 'II'],
    ['dead', 9, 'serious', 'II'],
    ['dead', 10, 'major', 'I'],
    ['dead', 29, 'major', 'I'],
    ['dead', 30, 'extraordinary', 'I'],
    ['seriouslyInjured', 0, null, null],
    ['seriouslyInjured', 1, 'ordinary', 'III'],
    ['seriouslyInjured', 9, 'ordinary', 'III'],
    ['seriouslyInjured', 10, 'serious', 'II'],
    ['seriouslyInjured', 49, 'serious', 'II'],
    ['seriouslyInjured', 50, 'major', 'I'],
    ['seriouslyInjured', 99, 'major', 'I'],
    ['seriouslyInjured', 100, 'extraordinary', 'I'],
    ['directLoss', 0, null, null],
    ['directLoss', 0.01, 'ordinary', 'III'],
    ['directLoss', 999.99, 'ordinary', 'III'],
    ['directLoss', 1000, 'serious', 'II'],
    ['directLoss', 4999.99, 'serious', 'II'],
    ['directLoss', 5000, 'major', 'I'],
    ['directLoss', 9999.99, 'major', 'I'],
    ['directLoss', 10000, 'extraordinary', 'I'],
    ['injured', 1000, null, null],
    ['missing', 1000, null, null],
  ])('%s %d → %s, %s', (figure, n, grade, level) => {
    const result = opened()
      .figures('03:10', { [figure]: n })
      .at('03:11');
    expect(result.factsGrade).toBe(grade);
    expect(result.proposedLevel).toBe(level);
  });

  test.each([
    ['02:25:00', 'ordinary', 'III'],
    ['23 02:24:59', 'ordinary', 'III'],
    ['23 02:24:59.999', 'ordinary', 'III'],
    ['23 02:25:00', 'serious', 'II'],
    ['25 02:24:59', 'serious', 'II'],
    ['25 02:25:00', 'major', 'I'],
    ['30 02:25:00', 'major', 'I'],
  ])('outage since 02:25 seen at %s → %s, %s (elapsed outage is a confirmed figure)', (now, grade, level) => {
    const result = new TestIncident(plan, { received: '02:20' }).outage('02:25', '02:25').at(now);
    expect(result.factsGrade).toBe(grade);
    expect(result.proposedLevel).toBe(level);
  });

  test('an outage stays ordinary / III while the facility is explicitly undamaged (rules §2)', () => {
    const result = opened().outage('03:10', '02:25').conditions('03:10', { facilityDamaged: 'no' }).at('28 02:25');
    expect([result.factsGrade, result.proposedLevel]).toEqual(['ordinary', 'III']);
  });

  test('a restored outage stops growing', () => {
    expect(opened().outage('03:10', '02:25', '23 02:24').at('30 00:00').factsGrade).toBe('ordinary');
    expect(opened().outage('03:10', '02:25', '23 02:25').at('30 00:00').factsGrade).toBe('serious');
  });

  test.each(['leak', 'fire', 'explosion'] as const)(
    '%s implies facility damage, unless that is explicitly no (rules §1)',
    (condition) => {
      const implied = opened()
        .conditions('03:10', { [condition]: 'yes' })
        .at('03:11');
      expect(implied.conditions.facilityDamaged).toBe('yes');
      expect(implied.proposedLevel).toBe('III');
      const denied = opened()
        .conditions('03:10', { [condition]: 'yes', facilityDamaged: 'no' })
        .at('03:11');
      expect(denied.conditions.facilityDamaged).toBe('no');
      expect(denied.proposedLevel).toBe(condition === 'leak' ? 'III' : null);
    },
  );

  test('a match names its figure, number, clause and entry', () => {
    const result = opened().figures('03:10', { dead: 12 }, { id: 'call' }).at('03:11');
    expect(result.proposedBasis).toEqual([
      {
        of: 'I',
        criterion: 'l1-dead',
        clause: '4.3.3(1)',
        provenance: 'plan',
        subject: { kind: 'figure', id: 'dead' },
        value: 12,
        entryId: 'call',
      },
    ]);
  });
});

describe('rules §1: figure kinds', () => {
  test.each([
    [{ kind: 'exact', n: 3 }, 3, 3],
    [{ kind: 'atLeast', n: 3 }, 3, 3],
    [{ kind: 'about', n: 3 }, 3, 3],
    [{ kind: 'range', from: 3, to: 5 }, 3, 5],
    [{ kind: 'unknown' }, null, null],
  ] as const)('%o is confirmed %s, conservative %s', (quantity, confirmed, conservative) => {
    const figure = opened()
      .figures('03:10', { dead: quantity })
      .at('03:11')
      .figures.find((f) => f.figure === 'dead');
    expect([figure?.confirmed, figure?.conservative]).toEqual([confirmed, conservative]);
  });

  test('the latest observed counts, whatever was recorded later', () => {
    const incident = opened().figures('14:23', { dead: 22 }).figures('14:40', { dead: 9 }, { observed: '14:00' });
    expect(incident.at('15:00').figures.find((f) => f.figure === 'dead')?.confirmed).toBe(22);
  });

  test('figures may go down', () => {
    const incident = opened().figures('19:00', { injured: 166 }).figures('23 08:00', { injured: 136 });
    expect(incident.at('23 09:00').figures.find((f) => f.figure === 'injured')?.confirmed).toBe(136);
  });

  test('of two at the same instant the larger counts and the pair is flagged', () => {
    const incident = opened()
      .figures('14:30', { dead: 22 }, { observed: '14:23', id: 'a' })
      .figures('14:31', { dead: 20 }, { observed: '14:23', id: 'b' });
    const figure = incident.at('15:00').figures.find((f) => f.figure === 'dead');
    expect([figure?.confirmed, figure?.entryId, figure?.conflictsWith]).toEqual([22, 'a', ['b']]);
  });

  test('unknown never erases a number, and is shown as being verified', () => {
    const incident = opened()
      .figures('14:23', { dead: 22 })
      .figures('15:00', { dead: { kind: 'unknown' } });
    const figure = incident.at('15:01').figures.find((f) => f.figure === 'dead');
    expect([figure?.confirmed, figure?.beingVerified]).toEqual([22, true]);
  });

  test('only unknown is 正在核实, never 0; not asked is null', () => {
    const figures = opened()
      .figures('03:10', { missing: { kind: 'unknown' } })
      .at('03:11').figures;
    expect(figures.find((f) => f.figure === 'missing')?.quantity).toEqual({ kind: 'unknown' });
    expect(figures.find((f) => f.figure === 'trapped')?.quantity).toBeNull();
  });

  test('a struck figure does not count from the strike on', () => {
    const incident = opened().figures('14:23', { dead: 220 }, { id: 'typo' }).strike('14:25', 'typo');
    expect(incident.at('14:24').figures.find((f) => f.figure === 'dead')?.confirmed).toBe(220);
    expect(incident.at('14:25').figures.find((f) => f.figure === 'dead')?.confirmed).toBeNull();
  });
});

describe('rules §2: prompts are a list apart and never change clocks', () => {
  test('conservative dead = dead + missing; the trapped only when switched on', () => {
    const incident = opened().figures('03:10', { dead: 8, missing: 1, trapped: 5 });
    expect(incident.at('03:11').figures.find((f) => f.figure === 'dead')?.conservative).toBe(9);
    incident.setSwitch('03:12', 'countTrappedAsDead', true);
    const result = incident.at('03:12');
    expect(result.figures.find((f) => f.figure === 'dead')?.conservative).toBe(14);
    expect(result.clockGrade).toBe('serious');
    expect(result.proposedLevel).toBe('II');
    expect(result.prompts).toContainEqual(expect.objectContaining({ kind: 'conservative', of: 'grade', id: 'major' }));
    expect(result.prompts).toContainEqual(expect.objectContaining({ kind: 'conservative', of: 'level', id: 'I' }));
  });

  test('serious count unknown: confirmed 0, conservative = injured', () => {
    const result = opened().figures('03:10', { injured: 60 }).at('03:11');
    expect(result.factsGrade).toBeNull();
    expect(result.prompts).toContainEqual(expect.objectContaining({ kind: 'conservative', of: 'grade', id: 'major' }));
  });

  test('a forecast outage only prompts', () => {
    const result = opened().outage('03:10', '02:25', undefined, 80).at('03:11');
    expect(result.proposedLevel).toBe('III');
    expect(result.prompts).toContainEqual(expect.objectContaining({ kind: 'forecast', of: 'level', id: 'I' }));
  });

  test.each([
    ['atRisk', 9, false],
    ['atRisk', 10, true],
    ['trapped', 2, false],
    ['trapped', 3, true],
    ['evacuated', 499, false],
    ['evacuated', 500, true],
  ])('21号令: %s %d prompts to consider 较大: %s', (figure, n, expected) => {
    const prompts = opened()
      .figures('03:10', { [figure]: n })
      .at('03:11').prompts;
    expect(prompts.some((p) => p.kind === 'practice' && p.suggestGrade === 'serious')).toBe(expected);
  });

  test('549号令: an explosion prompts to consider 较大, until that is determined', () => {
    const incident = opened().conditions('03:10', { explosion: 'yes' });
    expect(incident.at('03:11').prompts).toContainEqual(
      expect.objectContaining({ kind: 'practice', prompt: 'explosion' }),
    );
    expect(incident.determine('03:12', 'serious').at('03:12').prompts).toEqual([]);
  });
});

describe('4.1.2: the grade that drives the clocks', () => {
  test.each([
    [null, 0, 'serious', 'undetermined'],
    [null, 3, 'serious', 'undetermined'],
    [null, 10, 'major', 'facts'],
    [null, 30, 'extraordinary', 'facts'],
    ['ordinary', 2, 'ordinary', 'determined'],
    ['ordinary', 3, 'serious', 'facts'],
    ['serious', 3, 'serious', 'determined'],
    ['major', 3, 'major', 'determined'],
    ['major', 30, 'extraordinary', 'facts'],
  ])('determined %s beside %d confirmed dead → %s (%s)', (grade, dead, clockGrade, basis) => {
    const incident = opened().figures('03:10', { dead });
    if (grade !== null) incident.determine('03:20', grade);
    const result = incident.at('03:21');
    expect([result.clockGrade, result.clockGradeBasis.kind]).toEqual([clockGrade, basis]);
  });

  test('a determination has a history: the latest counts, a struck one does not', () => {
    const incident = opened().determine('03:20', 'ordinary').determine('03:30', 'major', 'wrong');
    expect(incident.at('03:29').grade).toBe('ordinary');
    expect(incident.at('03:30').grade).toBe('major');
    expect(incident.strike('03:40', 'wrong').at('03:40').grade).toBe('ordinary');
  });
});

describe('rules §1: of entries recorded at the same instant the careful one counts', () => {
  test('the higher grade, the earlier occurrence, the higher level, yes before no', () => {
    const incident = opened()
      .determine('04:00', 'major')
      .determine('04:00', 'ordinary')
      .level('04:00', 'II')
      .level('04:00', 'III');
    incident.times('04:00', { occurred: '02:00' }).times('04:00', { occurred: '02:30' });
    incident.mark('04:00', 'productionSafety', 'yes').mark('04:00', 'productionSafety', 'no');
    incident.conditions('04:00', { leak: 'yes' }).conditions('04:00', { leak: 'no' });
    const result = incident.at('04:00');
    expect([result.grade, result.level, result.times.clockStart.at]).toEqual(['major', 'II', at('02:00')]);
    expect([result.marks.productionSafety, result.conditions.leak]).toEqual(['yes', 'yes']);
  });
});

describe('nextChangeAt', () => {
  test('names the threshold that a running outage reaches next', () => {
    const incident = new TestIncident(plan, { received: '02:20' }).outage('02:25', '02:25');
    for (const [form, sent] of [
      ['phone', '02:26'],
      ['written', '02:27'],
    ] as const) {
      incident.report(sent, { form, recipients: ['city', 'provincialEnergy', 'safetyCommittee'] });
    }
    incident.report('02:28', { unit: 'operator', recipients: ['county'] }).determine('02:28', 'ordinary');
    expect(incident.at('02:30').nextChangeAt).toBe(at('23 02:25'));
  });
});
