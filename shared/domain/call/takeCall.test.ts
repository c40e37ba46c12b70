/** 接报: opens, joins, or stands alone. */
import { describe, expect, test } from 'vitest';
import { at, call, minute, openedDesk, questions, refusal, TestDesk } from '../testing/testDesk.ts';

describe('a call is a record of its own', () => {
  test('it opens an incident under the desk’s plan; the chosen entry id is the incident’s', () => {
    const decision = new TestDesk().ask(call({ entryId: 'open-1' }));
    expect(
      decision.kind === 'accepted' && decision.events.map(({ stream, type, entryId }) => ({ stream, type, entryId })),
    ).toEqual([
      { stream: 'call/c1', type: 'CallTaken', entryId: undefined },
      { stream: 'incident/i1', type: 'IncidentOpened', entryId: 'open-1' },
    ]);
    expect(new TestDesk().do(call()).state()).toMatchObject({
      planPin: { hash: 'sha256:test' },
      openedAt: at('03:10'),
    });
  });

  test('closed as a false alarm or a duplicate it is the only entry', () => {
    const desk = openedDesk();
    const alone = desk.ask(call({ callId: 'c2', entryId: 'x', disposition: { kind: 'falseAlarm', reason: '演习' } }));
    expect(alone.kind === 'accepted' && alone.events).toMatchObject([{ stream: 'call/c2', entryId: 'x' }]);
    expect(desk.ask(call({ callId: 'c2', disposition: { kind: 'duplicate', ofCallId: 'c1' } })).kind).toBe('accepted');
    expect(refusal(desk.ask(call({ callId: 'c2', disposition: { kind: 'duplicate', ofCallId: 'c9' } })))).toMatchObject(
      {
        code: 'unknownCall',
        params: { field: 'disposition.ofCallId', id: 'c9' },
      },
    );
  });

  test('[KEYS-1] the keys of the intake stand with the incident it opened or joined; not counted, nothing stands there', () => {
    const payloadOf = (desk: TestDesk) => desk.lastPayload();
    expect(payloadOf(new TestDesk().do(call({ keysPressed: 57 })))).toMatchObject({ keysPressed: 57 });
    expect(payloadOf(new TestDesk().do(call()))).not.toHaveProperty('keysPressed');
    const joined = call({ callId: 'c2', keysPressed: 0, disposition: { kind: 'join', incidentId: 'i1' } });
    expect(payloadOf(openedDesk().do(joined))).toMatchObject({ callId: 'c2', keysPressed: 0 });
    expect(openedDesk({ keysPressed: 57 }).do(joined).file().intakeKeys).toBe(57);
    expect(openedDesk().do(joined).file().intakeKeys).toBeNull();
  });

  test('keys are used once', () => {
    const desk = openedDesk();
    expect(refusal(desk.ask(call()))).toMatchObject({ code: 'idTaken', params: { field: 'callId', id: 'c1' } });
    expect(refusal(desk.ask(call({ callId: 'c2' })))).toMatchObject({
      code: 'idTaken',
      params: { field: 'disposition.incidentId', id: 'i1' },
    });
  });

  test('observed when it was received, unless said otherwise', () => {
    const given = { figures: { dead: 1 } };
    expect(openedDesk(given).file().figureHistory).toMatchObject([{ observed: { at: at('03:10') } }]);
    const seen = openedDesk({ ...given, observedAt: minute('03:05') });
    expect(seen.file().figureHistory).toMatchObject([{ observed: { at: at('03:05') } }]);
  });

  test('future and disordered times are asked back', () => {
    expect(questions(new TestDesk().ask(call({ receivedAt: minute('03:12') })))).toEqual(['futureTime']);
    expect(questions(new TestDesk().ask(call({ receivedAt: minute('02:11') })))).toEqual(['timesOutOfOrder']);
  });
});

describe('joining an incident', () => {
  const join = (more = {}) =>
    call({ callId: 'c2', conditions: {}, disposition: { kind: 'join', incidentId: 'i1' }, ...more });

  test('brings its facts, and its times only where they were unknown', () => {
    const known = openedDesk().do(join({ occurredAt: minute('02:00'), figures: { injured: 4 } }));
    expect(known.assessment().times.occurred?.at).toBe(at('02:12'));
    expect(known.file().calls).toEqual(['c1', 'c2']);
    expect(known.file().figureHistory).toMatchObject([{ figure: 'injured' }]);
    const unknown = openedDesk({ occurredAt: null })
      .at('03:15')
      .do(join({ occurredAt: minute('02:00') }));
    expect(unknown.assessment().times.occurred?.at).toBe(at('02:00'));
  });

  test('what it does not know erases nothing; what it knows is the latest word', () => {
    const desk = openedDesk({ details: { place: '甲地', trend: '扩散' } });
    desk.do(join({ details: { place: null, trend: '稳定' } }));
    expect(desk.file().details).toMatchObject({ place: { value: '甲地' }, trend: { value: '稳定' } });
    desk.do({ type: 'ReviseDetails', incidentId: 'i1', details: { place: null } });
    expect(desk.file().details['place']).toMatchObject({ value: null });
  });

  test('an unknown incident is refused', () => {
    expect(refusal(new TestDesk().ask(join()))).toMatchObject({ code: 'unknownIncident', params: { id: 'i1' } });
  });
});

describe('the title, where none is given', () => {
  test.each([
    [
      { details: { area: 'zezhou', place: '某某公路旁' }, conditions: { leak: 'yes', fire: 'yes' } },
      '泽州县某某公路旁 泄漏、起火',
    ],
    [{ details: { place: '泽州县某某公路旁', area: 'zezhou' }, conditions: {} }, '泽州县某某公路旁突发事件'],
    [{ details: {}, conditions: { leak: 'yes' } }, '地点待核 泄漏'],
    [{ details: { place: '某某路'.repeat(30) }, conditions: {} }, `${'某某路'.repeat(30).slice(0, 23)}…突发事件`],
  ] as const)('%j', (facts, title) => {
    expect(openedDesk(facts).state().title).toBe(title);
  });
});
