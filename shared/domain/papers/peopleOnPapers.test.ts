/**
 * What papers say of people: over random nights each number was recorded for that very figure, and a wrong renderer of any
 * kind of paper would be told: the careful reading printed as 遇难, or 0 where nothing is known [DOC-4].
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentText, type OfficialDocument } from '#shared/documents/document.ts';
import type { Drawing } from '#shared/documents/drawing.ts';
import type { FigureNow } from '#shared/plan/assessment.ts';
import { composeBulletin } from '../bulletin/composeBulletin.ts';
import type { CommandInput } from '../commands.ts';
import type { ReportedFacts } from '../incident/events.ts';
import { composeReport, type ReportRole } from '../report/composeReport.ts';
import type { ReportFacts } from '../report/elementTexts.ts';
import { sinceLastReport } from '../report/since.ts';
import type { IncidentFile } from '../rows.ts';
import { demand, determine, figures, phone, written } from '../testing/commandsOnIncident.ts';
import { numbersOf, peopleCounted, peopleSaid } from '../testing/peopleSaid.ts';
import { at, call, openedDesk, type TestDesk } from '../testing/testDesk.ts';
import { listPapers, makePaper } from './papers.ts';

const incidentId = 'i1';
/** Each figure has numbers of its own, so that one printed as another, or a sum, is seen. */
const FROM = { dead: 10, injured: 40, trapped: 100, missing: 200, atRisk: 300 } as const;
type Figure = keyof typeof FROM;
const FIGURES = Object.keys(FROM) as Figure[];

/** now: what counts at this instant · calls: what callers said · recorded: anything that ever was · nobody: no people. */
type Reading = 'now' | 'calls' | 'recorded' | 'nobody';
const READINGS: Readonly<Record<string, Reading>> = {
  calls: 'calls',
  script: 'now',
  phone: 'nobody',
  notice: 'recorded',
  instruction: 'nobody',
  evaluation: 'recorded',
  signed: 'recorded',
  initial: 'now',
  followUp: 'recorded',
  final: 'now',
  bulletin: 'now',
};
const REPORTS = ['initial', 'followUp', 'final'] as const;

type Paper = { kind: string; text: string };
type Facts = Pick<ReportFacts, 'file' | 'response'>;
const factsOf = (desk: TestDesk): Facts => ({ file: desk.file(), response: desk.response() });

function reportOf(desk: TestDesk, { file, response }: Facts, role: ReportRole) {
  const since = sinceLastReport(desk.plan, desk.file());
  const before = since === null ? null : desk.view(since.at);
  return composeReport(desk.plan, { file, response, before, since: since?.at ?? null }, { role, ordinal: 1 });
}

const wordsOf = (paper: OfficialDocument | null): string =>
  paper === null
    ? ''
    : [...documentText({ ...paper, annexes: [] }), ...(paper.annexes ?? []).flatMap(rowsIn)].join('\n');

/** In a picture a row's name stands at the edge, and what is drawn in the row after it. */
function rowsIn({ shapes }: Drawing): string[] {
  let name = '';
  return shapes.flatMap((shape) => {
    if (shape.kind !== 'text') return [];
    if (shape.x === 0) name = shape.text;
    return [shape.x === 0 ? name : `${name}：${shape.text}`];
  });
}

/** Every paper of the night, as these facts make it; the log's words are the screen's, and looked at there. */
function papersOf(desk: TestDesk, facts: Facts = factsOf(desk)): Paper[] {
  const { plan } = desk;
  const caller = { name: '张三', post: 'watchOfficer', callback: null, requests: null };
  const papers = { masthead: null, numberPrefix: null, copies: [] };
  const head = { chainId: 'chain', position: 9, hash: 'feedbeef' };
  const context = { plan, papers, head, isDrill: false, at: facts.file.assessment.at };
  return [
    ...listPapers(plan, facts)
      .filter(({ kind }) => kind !== 'log')
      .map(({ id, kind }) => ({ kind, text: wordsOf(makePaper(context, { ...facts, caller, words: () => '' }, id)) })),
    ...REPORTS.map((role) => ({ kind: role, text: reportOf(desk, facts, role).body })),
    ...(plan.publicity?.kinds ?? []).map((kind) => ({
      kind: 'bulletin',
      text: composeBulletin(plan, facts.file, kind).text,
    })),
  ];
}

/** What a paper says of people that the log does not. */
function faultsOn({ kind, text }: Paper, file: IncidentFile): string[] {
  const reading = READINGS[kind];
  if (reading === undefined) return [`${kind}: nobody says what this paper may tell`];
  const now = (figure: string) => file.assessment.figures.find((one) => one.figure === figure);
  const allowed: Record<Reading, (figure: string) => number[]> = {
    now: (figure) => numbersOf(now(figure)?.quantity),
    calls: (figure) => reportedIn(file).flatMap((reported) => numbersOf(reported.figures[figure])),
    recorded: (figure) => file.figureHistory.flatMap((row) => (row.figure === figure ? numbersOf(row.quantity) : [])),
    nobody: () => [],
  };
  const anybody = FIGURES.flatMap(allowed[reading]);
  return [
    ...peopleSaid(text).flatMap(({ figure, n, words, isVerifying }) => {
      if (!allowed[reading](figure).includes(n)) return [`${kind}: ${words}`];
      const isOpen = reading === 'now' && now(figure)?.beingVerified === true;
      return isOpen && !isVerifying ? [`${kind}: ${words} is still being verified`] : [];
    }),
    ...peopleCounted(text).flatMap((n) => (anybody.includes(n) ? [] : [`${kind}: ${n}人`])),
  ];
}

const reportedIn = ({ entries }: IncidentFile): ReportedFacts[] =>
  entries
    .filter(({ type }) => type === 'IncidentOpened' || type === 'CallJoined')
    .map(({ payload }) => (payload as { reported: ReportedFacts }).reported);

const decision = { post: 'commander', name: '陈立', means: 'written' } as const;
const START: CommandInput = {
  type: 'StartResponse',
  incidentId,
  level: 'I',
  decision,
  reason: '会商',
  expectedHours: 24,
};
const signed = (desk: TestDesk, documentId: string): CommandInput => ({
  type: 'SignDocument',
  incidentId,
  documentId,
  kind: 'initial',
  content: reportOf(desk, factsOf(desk), 'initial'),
  signedOffBy: '李卫东',
});

describe('over random nights', () => {
  const amount = fc.record({
    figure: fc.constantFrom(...FIGURES),
    n: fc.integer({ min: 0, max: 9 }),
    how: fc.constantFrom('exact', 'atLeast', 'about', 'range', 'unknown', 'zero'),
  });
  const opening = fc.constantFrom({ dead: 'unknown', missing: 'unknown' }, { dead: 12, missing: 205, trapped: '104+' });
  const step = fc.record({
    pass: fc.integer({ min: 1, max: 90 }),
    act: fc.oneof(
      { weight: 3, arbitrary: amount.map((of) => ({ kind: 'figure' as const, ...of })) },
      { weight: 1, arbitrary: amount.map((of) => ({ kind: 'call' as const, ...of })) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constantFrom('phone' as const, 'written' as const, 'demand' as const, 'start' as const),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('sign' as const, 'careful' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('grade' as const, 'instruct' as const) }) },
    ),
  });
  type Act = typeof step extends fc.Arbitrary<infer T extends { act: unknown }> ? T['act'] : never;

  function amountOf({ figure, n, how }: { figure: Figure; n: number; how: string }): Record<string, string> {
    const from = FROM[figure] + n;
    const typed = { atLeast: `${from}+`, about: `约${from}`, range: `${from}-${from + 5}`, unknown: '?', zero: '0' };
    return { [figure]: typed[how as keyof typeof typed] ?? String(from) };
  }

  function commandOf(act: Act, id: string, desk: TestDesk): CommandInput {
    switch (act.kind) {
      case 'figure':
        return figures(amountOf(act));
      case 'call':
        return call({ callId: id, figures: amountOf(act), disposition: { kind: 'join', incidentId } });
      case 'phone':
        return phone(id);
      case 'written':
        return written(id);
      case 'demand':
        return demand(id);
      case 'start':
        return START;
      case 'sign':
        return signed(desk, id);
      case 'careful':
        return { type: 'SetSwitch', incidentId, switch: 'countTrappedAsDead', on: true, reason: '核实困难' };
      case 'grade':
        return determine('major');
      case 'instruct':
        return { type: 'RecordInstruction', incidentId, instructionId: id, from: '某市长', text: '全力救人' };
    }
  }

  test('[DOC-4] every number of people on any paper was recorded for that very figure; unknown is never 0, nothing careful reads as 遇难', () => {
    const seen = new Set<string>();
    let careful = 0;
    fc.assert(
      fc.property(opening, fc.array(step, { maxLength: 12 }), (told, steps) => {
        const desk = openedDesk({ figures: told });
        let now = at('03:10');
        for (const [index, { pass, act }] of steps.entries()) {
          now += pass * 60_000;
          desk.now = now;
          const command = commandOf(act, `x${index}`, desk);
          const asked = desk.ask(command);
          if (asked.kind !== 'rejected') desk.do(command, asked.kind === 'confirm' ? 'confirmed' : 'accepted');
        }
        const file = desk.file();
        const dead = file.assessment.figures.find(({ figure }) => figure === 'dead');
        if (dead !== undefined && dead.conservative !== dead.confirmed) careful += 1;
        for (const paper of papersOf(desk)) {
          seen.add(paper.kind);
          expect(faultsOn(paper, file)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
    expect([...seen].toSorted()).toEqual(Object.keys(READINGS).toSorted());
    expect(careful, 'nights in which the careful reading is another one').toBeGreaterThan(5);
  });
});

describe('a wrong renderer is told, whatever paper it makes', () => {
  /** Ten dead and twelve missing are twenty-two to a careful reader; of the injured nothing is known. */
  function knownNight(): TestDesk {
    const desk = openedDesk({ figures: { dead: 10, missing: 12, injured: 'unknown' } })
      .at('03:20')
      .do(phone('r1'))
      .at('03:30')
      .do(START)
      .at('03:40')
      .do(figures({ dead: 11, missing: 13 }));
    return desk.do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '全力救人' });
  }

  const exact = (n: number) => ({ kind: 'exact' as const, n });
  type Mutation = {
    now: (figure: FigureNow) => FigureNow;
    reported: (reported: ReportedFacts['figures']) => ReportedFacts['figures'];
    basis: (file: Facts['response']['history'][number]['basis']) => Facts['response']['history'][number]['basis'];
  };
  const MUTATIONS = {
    'the careful reading as 遇难': {
      now: (figure) =>
        figure.figure === 'dead' && figure.conservative !== null
          ? { ...figure, quantity: exact(figure.conservative) }
          : figure,
      reported: (reported) => ({ ...reported, dead: exact(22) }),
      basis: (basis) => basis.map((one) => (one.subject.id === 'dead' ? { ...one, value: 22 } : one)),
    },
    '0 where nothing is known': {
      now: (figure) =>
        figure.quantity === null || figure.quantity.kind === 'unknown'
          ? { ...figure, quantity: exact(0), beingVerified: false }
          : figure,
      reported: (reported) => ({ ...reported, injured: exact(0) }),
      basis: (basis) => basis.map((one) => ({ ...one, subject: { kind: 'figure', id: 'injured' }, value: 0 })),
    },
  } satisfies Record<string, Mutation>;

  /** The facts as a wrong renderer takes them. */
  function mutated({ file, response }: Facts, { now, reported, basis }: Mutation): Facts {
    const entries = file.entries.map((row) => {
      if (row.type !== 'IncidentOpened') return row;
      const payload = row.payload as { reported: ReportedFacts };
      const facts = { ...payload.reported, figures: reported(payload.reported.figures) };
      return { ...row, payload: { ...payload, reported: facts } };
    });
    const assessment = { ...file.assessment, figures: file.assessment.figures.map(now) };
    const figureHistory = file.figureHistory.map((row) => ({
      ...row,
      quantity: reported({ [row.figure]: row.quantity })[row.figure] ?? row.quantity,
    }));
    return {
      file: { ...file, entries, assessment, figureHistory },
      response: { ...response, history: response.history.map((row) => ({ ...row, basis: basis(row.basis) })) },
    };
  }

  const PRINTING = Object.keys(READINGS).filter((kind) => READINGS[kind] !== 'nobody' && kind !== 'signed');
  test.each(PRINTING.flatMap((kind) => Object.keys(MUTATIONS).map((mutation) => [kind, mutation] as const)))(
    '[DOC-4] %s: %s',
    (kind, mutation) => {
      const desk = knownNight();
      const faults = (facts?: Facts) =>
        papersOf(desk, facts)
          .filter((paper) => paper.kind === kind)
          .flatMap((paper) => faultsOn(paper, desk.file()));
      expect(faults()).toEqual([]);
      expect(faults(mutated(factsOf(desk), MUTATIONS[mutation as keyof typeof MUTATIONS]))).not.toEqual([]);
    },
  );

  test.each(Object.keys(MUTATIONS))('[DOC-4] signed as it was wrongly made: %s', (mutation) => {
    const desk = knownNight();
    const wrong = mutated(factsOf(desk), MUTATIONS[mutation as keyof typeof MUTATIONS]);
    desk.do({ ...signed(desk, 'd1'), content: reportOf(desk, wrong, 'initial') } as CommandInput);
    const paper = papersOf(desk).find(({ kind }) => kind === 'signed');
    expect(paper && faultsOn(paper, desk.file())).not.toEqual([]);
  });

  test.each(['phone', 'instruction'])('[DOC-4] %s has no people to count, and none would pass', (kind) => {
    const desk = knownNight();
    const paper = papersOf(desk).find((one) => one.kind === kind);
    expect(paper).toBeDefined();
    for (const words of ['遇难22人', '受伤0人', '共23人', '22人死亡'])
      expect(faultsOn({ kind, text: `${paper?.text}\n${words}。` }, desk.file())).not.toEqual([]);
  });
});
