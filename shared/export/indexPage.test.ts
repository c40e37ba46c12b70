/** The export's page says of people what the log says: nothing careful reads as 遇难, unknown is never 0 [DOC-4]. */
import { expect, test } from 'vitest';
import type { FigureNow } from '#shared/plan/assessment.ts';
import type { IncidentFile } from '../domain/rows.ts';
import { figures } from '../domain/testing/commandsOnIncident.ts';
import { numbersOf, peopleSaid } from '../domain/testing/peopleSaid.ts';
import { ACTOR, openedDesk } from '../domain/testing/testDesk.ts';
import { indexPage } from './indexPage.ts';

const desk = openedDesk({ figures: { dead: 10, missing: 12, injured: 'unknown' } })
  .at('03:20')
  .do(figures({ trapped: '3+' }));

function saidOn(file: IncidentFile) {
  const facts = {
    lines: [],
    plan: desk.plan,
    planBody: '',
    planHash: '',
    file,
    response: desk.response(),
    warning: null,
    papers: { masthead: null, numberPrefix: null, copies: [] },
    head: { chainId: 'chain', position: 9, hash: 'feedbeef' },
    isDrill: false,
    isRecorded: true,
    exportedAt: file.assessment.at,
    exportedBy: ACTOR,
    appVersion: '0',
    engineVersion: 'test',
    // What the screen says of an entry is looked at where it says so.
    words: Object.fromEntries(file.entries.map(({ entryId }) => [entryId, '记录'])),
  };
  return peopleSaid(indexPage(facts, [], []).replace(/<[^>]+>/g, '\n'));
}

const wrongOn = (file: IncidentFile) =>
  saidOn(file).filter(({ figure, n }) => {
    const now = desk.file().assessment.figures.find((one) => one.figure === figure);
    return !numbersOf(now?.quantity).includes(n);
  });

const withFigures = (change: (figure: FigureNow) => FigureNow): IncidentFile => {
  const file = desk.file();
  return { ...file, assessment: { ...file.assessment, figures: file.assessment.figures.map(change) } };
};
const exact = (n: number) => ({ kind: 'exact' as const, n });

test('[DOC-4] each figure as it stands', () => {
  expect(wrongOn(desk.file())).toEqual([]);
  const said = saidOn(desk.file()).map(({ figure, n }) => [figure, n]);
  expect(said).toEqual(
    expect.arrayContaining([
      ['dead', 10],
      ['missing', 12],
      ['trapped', 3],
    ]),
  );
});

test.each([
  [
    'the careful reading as 遇难',
    (figure: FigureNow) =>
      figure.figure === 'dead' ? { ...figure, quantity: exact(figure.conservative ?? 0) } : figure,
  ],
  [
    '0 where nothing is known',
    (figure: FigureNow) => (figure.figure === 'injured' ? { ...figure, quantity: exact(0) } : figure),
  ],
])('[DOC-4] a wrong renderer is told: %s', (_, change) => expect(wrongOn(withFigures(change))).not.toEqual([]));
