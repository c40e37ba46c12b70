/** The log's words, on the screen, on paper and in an export: of people they say what the entry holds and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportedFacts } from '#shared/domain/incident/events.ts';
import type { LogRow } from '#shared/domain/rows.ts';
import { figures } from '#shared/domain/testing/commandsOnIncident.ts';
import { numbersOf, peopleCounted, peopleSaid } from '#shared/domain/testing/peopleSaid.ts';
import { call, jincheng, openedDesk, TestDesk } from '#shared/domain/testing/testDesk.ts';
import type { Quantity } from '#shared/plan/facts.ts';
import { createFormat } from '../format/useFormat.ts';
import { translateZh } from '../i18n/translator.ts';
import { entryText } from './describeEntry.ts';
import type { EntryContext } from './entryTypes.ts';

const plan = jincheng();
const zh: EntryContext = {
  plan,
  officers: [],
  t: translateZh,
  locale: 'zh-CN',
  format: createFormat(plan.timeZone, translateZh),
  label: (item, fallback = '') => item?.label ?? fallback,
};

type Figures = Readonly<Record<string, Quantity>>;
type Told = { figures?: Figures; reported?: ReportedFacts };
const figuresIn = ({ payload }: LogRow): Figures =>
  (payload as Told).figures ?? (payload as Told).reported?.figures ?? {};

/** `shown`: the row as a wrong renderer takes it. */
function faultsIn(row: LogRow, shown: LogRow = row): string[] {
  const text = entryText(shown, zh);
  const told = figuresIn(row);
  const anybody = Object.values(told).flatMap(numbersOf);
  return [
    ...peopleSaid(text).flatMap(({ figure, n, words }) => (numbersOf(told[figure]).includes(n) ? [] : [words])),
    ...peopleCounted(text).flatMap((n) => (anybody.includes(n) ? [] : [`${n}人`])),
  ];
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map(String),
  fc.integer({ min: 1, max: 99 }).map((n) => `${n}+`),
  fc.integer({ min: 1, max: 99 }).map((n) => `约${n}`),
  fc.constant('unknown'),
);
const told = fc.dictionary(fc.constantFrom('dead', 'injured', 'trapped', 'missing', 'atRisk'), amount, { minKeys: 1 });

const rowsOf = (desk: TestDesk): LogRow[] => desk.file().entries;

describe('the log of a night', () => {
  it('[DOC-4] each number of people is the entry’s own, unknown is never 0', () => {
    let counted = 0;
    fc.assert(
      fc.property(told, told, told, (first, second, third) => {
        const desk = new TestDesk();
        const joined = call({ callId: 'c2', figures: second, disposition: { kind: 'join', incidentId: 'i1' } });
        for (const command of [call({ figures: first }), joined, figures(third)]) {
          const asked = desk.ask(command);
          if (asked.kind !== 'rejected') desk.do(command, asked.kind === 'confirm' ? 'confirmed' : 'accepted');
        }
        for (const row of rowsOf(desk)) {
          counted += peopleSaid(entryText(row, zh)).length;
          expect(faultsIn(row)).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
    expect(counted).toBeGreaterThan(100);
  });

  const night = openedDesk({ figures: { dead: 10, missing: 12, injured: 'unknown' } })
    .at('03:20')
    .do(figures({ dead: 11, missing: 13, injured: 'unknown' }));

  it.each([
    ['IncidentOpened', 'the careful reading as 遇难', { dead: { kind: 'exact', n: 22 } }],
    ['IncidentOpened', '0 where nothing is known', { injured: { kind: 'exact', n: 0 } }],
    ['FiguresRecorded', 'the careful reading as 遇难', { dead: { kind: 'exact', n: 24 } }],
    ['FiguresRecorded', '0 where nothing is known', { injured: { kind: 'exact', n: 0 } }],
  ])('[DOC-4] %s, wrongly said, is told: %s', (type, _, wrong) => {
    const row = rowsOf(night).find((one) => one.type === type);
    if (row === undefined) throw new Error(`no ${type}`);
    expect(faultsIn(row)).toEqual([]);
    const { reported, ...payload } = row.payload as Told;
    const shown =
      reported === undefined
        ? { ...payload, figures: { ...figuresIn(row), ...wrong } }
        : { ...payload, reported: { ...reported, figures: { ...reported.figures, ...wrong } } };
    expect(faultsIn(row, { ...row, payload: shown })).not.toEqual([]);
  });
});
