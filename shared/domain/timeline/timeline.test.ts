/** The picture says what the log and the engine say, at any cut and as known at any instant. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentAt, effectiveAt } from '#shared/plan/engine/current.ts';
import type { CommandInput } from '../commands.ts';
import { viewResponse } from '../response/view.ts';
import { demand, determine, figures, incidentId, phone, strike, written } from '../testing/commandsOnIncident.ts';
import { adjust, by, end, start } from '../testing/responseCommands.ts';
import { at, iso, minute, openedDesk, type TestDesk } from '../testing/testDesk.ts';
import {
  type Bar,
  endOf,
  type Item,
  type Row,
  type Span,
  type Step,
  sourceOf,
  startOf,
  type Timeline,
} from './items.ts';
import { timelineOf } from './timeline.ts';

const MINUTE = 60_000;

function pictureOf(
  desk: TestDesk,
  { asOf = null, knownAt }: { asOf?: number | null; knownAt?: number } = {},
): Timeline {
  const now = knownAt ?? desk.context.now;
  const file = desk.view(now);
  return timelineOf({ plan: desk.plan, file, response: viewResponse(desk.plan, desk.state(), now), asOf, now });
}
const rowOf = (picture: Timeline, id: string): Row => {
  const row = picture.rows.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id} among ${picture.rows.map((each) => each.id).join(', ')}`);
  return row;
};
const itemsOf = (picture: Timeline): Item[] => picture.rows.flatMap(({ items }) => items);
const bars = (picture: Timeline): Bar[] => itemsOf(picture).filter((item): item is Bar => item.kind === 'bar');
const steps = (picture: Timeline): Step[] => itemsOf(picture).filter((item): item is Step => item.kind === 'step');
const spans = (picture: Timeline, row: string): Span[] =>
  rowOf(picture, row).items.filter((item): item is Span => item.kind === 'span');

function night(): TestDesk {
  return openedDesk({ figures: { dead: 'unknown', missing: 3 } })
    .at('03:16')
    .do(phone('p1'))
    .at('03:40')
    .do(figures({ dead: 2, injured: '5+' }, { observedAt: minute('03:30') }))
    .at('03:45')
    .do(determine('serious'))
    .at('03:50')
    .do(start('II', { decision: by('deputyCommander', 'inPerson', { at: iso('03:48') }) }))
    .at('04:00')
    .do({ type: 'SetUpGroups', incidentId })
    .at('04:05')
    .do({ type: 'CallUnit', incidentId, summonsId: 's1', unit: 'police' })
    .at('04:20')
    .do({ type: 'RecordUnitArrival', incidentId, summonsId: 's1', people: 9 })
    .at('04:25')
    .do({ type: 'SetGroupState', incidentId, groupId: 'rescue', state: 'inPlace' })
    .at('04:30')
    .do({ type: 'RecordInstruction', incidentId, instructionId: 'n1', from: '某市长', text: '救人' })
    .at('04:40')
    .do(figures({ dead: 4 }))
    .at('04:41')
    .do(figures({ dead: 'unknown' }))
    .at('04:50')
    .do(adjust('I'))
    .at('05:00')
    .do(written('w1'))
    .at('05:10')
    .do({ type: 'AnswerInstruction', incidentId, instructionId: 'n1', text: '已增派' });
}

describe('[TIMELINE-1] the casualty curve', () => {
  test('unknown is a gap and never 0; a number once known stays while it is verified again', () => {
    const dead = rowOf(pictureOf(night()), 'figure dead').items as Step[];
    expect(dead.map(({ from, to, n, beingVerified }) => [from, to, n, beingVerified])).toEqual([
      [at('02:12'), at('03:10'), null, false],
      [at('03:10'), at('03:30'), null, true],
      [at('03:30'), at('04:40'), 2, false],
      [at('04:40'), at('04:41'), 4, false],
      [at('04:41'), null, 4, true],
    ]);
  });

  test('the missing never read as 遇难, whatever a careful reading makes of them', () => {
    const desk = openedDesk({ figures: { missing: 40 } })
      .at('03:20')
      .do(figures({ dead: 1 }));
    expect(desk.assessment().figures.find(({ figure }) => figure === 'dead')?.conservative).toBe(41);
    expect(
      steps(pictureOf(desk))
        .filter(({ figure }) => figure === 'dead')
        .map(({ n }) => n),
    ).toEqual([null, 1]);
  });

  test('a figure that nobody asked for has no row; a known 0 is 0', () => {
    const picture = pictureOf(openedDesk({ figures: { injured: 0 } }));
    expect(picture.rows.filter(({ lane }) => lane === 'figures').map(({ id }) => id)).toEqual(['figure injured']);
    expect(steps(picture).at(-1)?.n).toBe(0);
  });

  test('struck observations leave the curve and stay in sight, struck', () => {
    const desk = openedDesk()
      .at('03:20')
      .do(figures({ dead: 9 }, { entryId: 'wrong' }))
      .at('03:30')
      .do(strike('wrong'));
    expect(steps(pictureOf(desk))).toEqual([]);
    const mark = rowOf(pictureOf(desk), 'facts').items.find((item) => sourceOf(item)?.entryId === 'wrong');
    expect(mark).toMatchObject({ isStruck: true });
  });
});

describe('what lasts', () => {
  test('grades from the record, levels from the decision, groups from their set-up to their arrival', () => {
    const picture = pictureOf(night());
    expect(spans(picture, 'grade').map(({ what, from, to }) => [what, from, to])).toEqual([
      [{ kind: 'grade', grade: null }, at('03:10'), at('03:45')],
      [{ kind: 'grade', grade: 'serious' }, at('03:45'), null],
    ]);
    expect(spans(picture, 'level').map(({ what, from, to }) => [what, from, to])).toEqual([
      [{ kind: 'level', level: 'II' }, at('03:48'), at('04:50')],
      [{ kind: 'level', level: 'I' }, at('04:50'), null],
    ]);
    expect(spans(picture, 'group rescue').map(({ what, from, to }) => [what, from, to])).toEqual([
      [{ kind: 'group', state: 'forming' }, at('04:00'), at('04:25')],
      [{ kind: 'group', state: 'inPlace' }, at('04:25'), null],
    ]);
    expect(spans(picture, 'units')).toMatchObject([{ from: at('04:05'), to: at('04:20'), what: { isThere: true } }]);
    expect(spans(picture, 'instructions')).toMatchObject([{ to: at('05:10'), what: { isAnswered: true } }]);
  });

  test('4.7: an ended response has no span after its end', () => {
    const desk = night().at('06:00').do(end('commander'));
    expect(spans(pictureOf(desk), 'level').map(({ to }) => to)).toEqual([at('04:50'), at('06:00')]);
  });
});

describe('[TIMELINE-2] obligations', () => {
  test('from start to limit, met where and when the engine says', () => {
    const picture = pictureOf(night());
    const phoned = bars(picture).find(({ obligation }) => obligation.rule === 'R2');
    expect(phoned).toMatchObject({
      from: at('02:12'),
      dueAt: at('02:42'),
      endedAt: at('03:16'),
      state: 'fulfilledLate',
    });
    expect(phoned?.metBy?.entryId).toBe(night().file().reports[0]?.entryId);
  });
});

describe('[TIMELINE-3] the two pasts', () => {
  test('截至 cuts by when it happened and keeps what is known now; as known at cuts by when it was recorded', () => {
    const desk = night();
    // Seen at 03:30, recorded at 03:40.
    const value = (picture: Timeline) => (rowOf(picture, 'figure dead').items as Step[]).at(-1)?.n;
    expect(value(pictureOf(desk, { asOf: at('03:35') }))).toBe(2);
    expect(value(pictureOf(desk, { knownAt: at('03:35') }))).toBeNull();
  });

  test('what ended after the cut goes on at it, and is not done yet', () => {
    const picture = pictureOf(night(), { asOf: at('04:45') });
    expect(spans(picture, 'level')).toMatchObject([{ to: null }]);
    expect(spans(picture, 'instructions')).toMatchObject([{ to: null, what: { isAnswered: false } }]);
    expect(bars(picture).find(({ obligation }) => obligation.rule === 'R3')).toMatchObject({
      state: 'overdue',
      endedAt: null,
      metBy: null,
    });
    expect(picture.until).toBe(at('04:45'));
  });
});

/** Any night: acts one to nine minutes apart, refused ones left out. */
const act = fc.oneof(
  fc
    .record({
      figure: fc.constantFrom('dead', 'missing', 'injured', 'trapped'),
      n: fc.oneof(fc.constantFrom('unknown', '3+', '2-6'), fc.nat(40)),
      ago: fc.nat(25),
    })
    .map(
      ({ figure, n, ago }) =>
        (now: number): CommandInput =>
          figures({ [figure]: n }, { observedAt: `${new Date(now - ago * MINUTE).toISOString().slice(0, 16)}Z` }),
    ),
  fc.constantFrom('ordinary', 'serious', 'major').map((grade) => (): CommandInput => determine(grade)),
  fc.nat(99_999).map((n) => (): CommandInput => phone(`p${n}`)),
  fc.nat(99_999).map((n) => (): CommandInput => written(`w${n}`)),
  fc.nat(99_999).map((n) => (): CommandInput => demand(`d${n}`)),
  fc.constantFrom('III', 'II', 'I').map((level) => (): CommandInput => start(level)),
  fc.constantFrom('II', 'I').map((level) => (): CommandInput => adjust(level)),
  fc.constant((): CommandInput => ({ type: 'SetUpGroups', incidentId })),
  fc.nat(99_999).map((n) => (): CommandInput => strike(`e${5 + (n % 12)}`)),
);
const anyNight = fc
  .array(fc.tuple(act, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 14 })
  .map((acts) => {
    const desk = openedDesk({ figures: { dead: 'unknown' } });
    let now = at('03:10');
    for (const [command, minutes] of acts) {
      now += minutes * MINUTE;
      desk.now = now;
      const input = command(now);
      const decision = desk.ask(input);
      if (decision.kind !== 'rejected') desk.do(input, decision.kind === 'confirm' ? 'confirmed' : 'accepted');
    }
    desk.now = now + 7 * MINUTE;
    return desk;
  });

describe('any night', () => {
  test('[TIMELINE-2] uncut, every obligation is a bar in the state the engine gives it, and there is no other bar', () => {
    fc.assert(
      fc.property(anyNight, (desk) => {
        const { obligations } = desk.assessment();
        const shown = bars(pictureOf(desk));
        expect(shown.map(({ obligation }) => obligation.key).toSorted()).toEqual(
          obligations.map(({ key }) => key).toSorted(),
        );
        for (const { obligation, state, dueAt, endedAt } of shown) {
          const row = obligations.find(({ key }) => key === obligation.key);
          expect([state, dueAt]).toEqual([row?.state, row?.dueAt]);
          if (state !== 'waived') expect(endedAt).toBe(row?.fulfilledAt ?? row?.supersededAt ?? null);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[TIMELINE-1] at every instant the curve has the confirmed value that the engine reads of what was seen by then', () => {
    fc.assert(
      fc.property(anyNight, fc.integer({ min: 0, max: 400 }), (desk, minutes) => {
        const instant = at('02:50') + minutes * MINUTE;
        const facts = effectiveAt(desk.state().facts, desk.context.now).filter(
          (fact) => fact.kind !== 'figures' || fact.observed.at <= instant,
        );
        const { figures: read } = currentAt(desk.plan, facts);
        for (const row of pictureOf(desk).rows) {
          if (row.name.kind !== 'figure') continue;
          const step = (row.items as Step[]).findLast(({ from }) => from <= instant);
          expect(step?.n ?? null).toBe(read.get(row.name.figure)?.confirmed ?? null);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[TIMELINE-3] nothing stands beyond the cut; everything names an entry there is, or none where an instant was reached', () => {
    fc.assert(
      fc.property(anyNight, fc.integer({ min: 0, max: 300 }), (desk, minutes) => {
        const asOf = at('03:00') + minutes * MINUTE;
        const picture = pictureOf(desk, { asOf });
        const positions = new Map(desk.file().entries.map(({ entryId, position }) => [entryId, position]));
        for (const item of itemsOf(picture)) {
          expect(startOf(item)).toBeLessThanOrEqual(asOf);
          expect(endOf(item)).toBeLessThanOrEqual(asOf);
          const source = sourceOf(item);
          if (source !== null) expect(positions.get(source.entryId)).toBe(source.position);
          else expect(['bar', 'step']).toContain(item.kind);
        }
        expect(picture.until).toBe(asOf);
      }),
      { numRuns: 60 },
    );
  });
});
