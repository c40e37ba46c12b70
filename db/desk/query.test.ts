import { describe, expect, test } from 'vitest';
import { iso, MINUTE, openIncident, readyDesk, START, type TestDesk, testDesk } from '#db/testing/testDesk.ts';
import { playWholeNight } from '#db/testing/wholeNight.ts';
import type { Query, QueryResults } from '#shared/contract/deskApi.ts';
import { joinFile } from '#shared/domain/incident/fileAfter.ts';

function ask<T extends Query['type']>(desk: TestDesk, query: Extract<Query, { type: T }>): QueryResults[T] {
  const reply = desk.query<T>(query);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.result;
}

function nightDesk(): TestDesk {
  const desk = readyDesk();
  playWholeNight(desk);
  return desk;
}

describe('queries', () => {
  test('[READ-4] 3: attention marks an officer set hold from then on; before, the package’s own', () => {
    const desk = readyDesk();
    openIncident(desk, 'pipe');
    const marksAt = (at?: number) => {
      const { incidents } = ask(desk, { type: 'getBoard', ...(at === undefined ? {} : { at }) });
      const rows = incidents.flatMap(({ assessment }) => assessment.obligations);
      const { attentionAt, trigger } = rows.find(({ state }) => state === 'immediate') ?? {
        attentionAt: [],
        trigger: 0,
      };
      return attentionAt.map((at) => (at - trigger) / MINUTE);
    };
    desk.clock.pass(MINUTE);
    const before = desk.clock.now();
    desk.clock.pass(MINUTE);
    desk.must({ type: 'SetAttentionMarks', minutes: [3, 8] });
    expect(marksAt()).toEqual([3, 8]);
    expect(marksAt(before)).toEqual([5, 10]);
    expect(ask(desk, { type: 'getPlan' }).attentionMinutes).toEqual([3, 8]);
    expect(ask(desk, { type: 'getDesk' }).attention).toMatchObject({ minutes: [3, 8], actor: { name: '王值班' } });
  });

  test('[READ-6] an incident told from any entry on, joined to what was known with it, is the whole incident', () => {
    const desk = nightDesk();
    const query = { type: 'getIncident', incidentId: 'pipe' } as const;
    const whole = ask(desk, query);
    const told = whole.entries.map(({ entryId, recordedAt: at }) => {
      const known = ask(desk, { ...query, at });
      const last = known.entries.at(-1)?.entryId ?? entryId;
      const answer = ask(desk, { ...query, after: last });
      expect(joinFile(known, answer), last).toEqual(whole);
      return answer.entries.length;
    });
    expect(told.at(-1), 'nothing came since').toBe(0);
    expect(told.some((entries) => entries > 0 && entries < whole.entries.length)).toBe(true);
    expect(whole.entries.some(({ type }) => type === 'EntryStruck')).toBe(true);
    expect(ask(desk, { ...query, after: 'of-another' })).toEqual(whole);
  });

  test('[DIRECTORY-1] a line of the log says how many rows a part of an import has, not which', () => {
    const desk = readyDesk();
    const row = (contactId: string) => ({ contactId, against: null, contact: { kind: 'person' as const, name: '甲' } });
    const importId = 'm1';
    desk.must({ type: 'StartContactImport', importId, fileName: 'a.xlsx', rows: 2, parts: 1, asOf: iso(0) });
    desk.must({ type: 'StageContacts', importId, part: 0, rows: [row('a'), row('b')] });
    const [line] = ask(desk, { type: 'listLog', limit: 1 });
    expect(line).toMatchObject({ type: 'ContactsStaged', payload: { importId, part: 0, rows: 2 } });
    expect(desk.log.readAt(desk.position())?.event.payload, 'the log itself has them').toMatchObject({
      rows: [{ contactId: 'a' }, { contactId: 'b' }],
    });
    desk.must({ type: 'FinishContactImport', importId });
    expect(ask(desk, { type: 'listContacts', text: '甲' }).total).toBe(2);
    const { entryId = '' } = line ?? {};
    desk.log.redact(entryId);
    expect(ask(desk, { type: 'listLog', limit: 2 })[1]).toMatchObject({ entryId, payload: { type: 'ContactsStaged' } });
  });

  test('[READ-3] the board shows open incidents, the recently closed, who is on duty and the latest entries', () => {
    const desk = nightDesk();
    desk.clock.pass(MINUTE);
    openIncident(desk, 'new');
    const board = ask(desk, { type: 'getBoard' });
    expect(board.incidents.map(({ incidentId }) => incidentId)).toEqual(['new']);
    expect(board.recentlyClosed, 'a merged one lives on in the other').toMatchObject([
      { incidentId: 'pipe', title: '管道泄漏起火' },
    ]);
    expect(board.onDuty).toMatchObject([{ duty: 'watch', name: '王值班' }]);
    expect(board.latest[0]).toMatchObject({ type: 'IncidentOpened', incidentId: 'new' });
    expect(board.nextChangeAt).toBeGreaterThan(board.at);
  });

  test('[READ-3] an alarm is on the board until an officer has heard it, also of a closed incident', () => {
    const desk = readyDesk();
    openIncident(desk, 'i1');
    const stages = [{ key: 'i1/R1', stage: 'due', stageAt: START }];
    desk.clock.pass(MINUTE);
    desk.must({ type: 'RaiseAlarm', incidentId: 'i1', alarmId: 'a1', stages });
    const raised = [{ alarmId: 'a1', incidentId: 'i1', incidentTitle: '事件 i1', acknowledged: null, stages }];
    expect(ask(desk, { type: 'getBoard' }).alarms).toMatchObject(raised);
    desk.must({ type: 'CloseIncident', incidentId: 'i1', outcome: 'falseAlarm', reason: '误报' });
    expect(ask(desk, { type: 'getBoard' }).alarms).toMatchObject(raised);
    desk.clock.pass(MINUTE);
    desk.must({ type: 'AcknowledgeAlarm', incidentId: 'i1', alarmId: 'a1' });
    expect(ask(desk, { type: 'getBoard' }).alarms).toEqual([]);
    expect(ask(desk, { type: 'getBoard', at: desk.clock.now() - 1 }).alarms, 'as known before').toMatchObject(raised);
  });

  test('[READ-3] a closed incident leaves the board after 24 hours, and the board says when', () => {
    const desk = readyDesk();
    openIncident(desk, 'i1');
    desk.must({ type: 'CloseIncident', incidentId: 'i1', outcome: 'falseAlarm', reason: '误报' });
    // Whoever asks again whenever the board says so sees it go at that instant, and not before.
    const leavesAt = START + 24 * 60 * MINUTE;
    const instants: number[] = [];
    for (let at = START; at < leavesAt; desk.clock.set(at)) {
      expect(ask(desk, { type: 'getBoard' }).recentlyClosed).toHaveLength(1);
      at = ask(desk, { type: 'getBoard' }).nextChangeAt ?? 0;
      expect(at).toBeGreaterThan(instants.at(-1) ?? START);
      instants.push(at);
    }
    expect(instants.at(-1)).toBe(leavesAt);
    desk.clock.set(leavesAt - 1);
    expect(ask(desk, { type: 'getBoard' }).recentlyClosed).toHaveLength(1);
    desk.clock.pass(1);
    expect(ask(desk, { type: 'getBoard' }).recentlyClosed).toEqual([]);
  });

  test('[READ-4, HANDOVER-2] every screen as known at an instant is what it was at that instant', () => {
    const desk = readyDesk();
    const seen: { at: number; screens: unknown[] }[] = [];
    const screens = (at?: number) => {
      const then = at === undefined ? {} : { at };
      return [
        ask(desk, { type: 'getBoard', ...then }),
        ask(desk, { type: 'getHandover', ...then }),
        ask(desk, { type: 'listIncidents', status: 'open', ...then }),
        ask(desk, { type: 'listIncidents', status: 'closed', ...then }),
        ask(desk, { type: 'listIncidents', status: 'all', ...then }),
        ask(desk, { type: 'listCalls', ...then }),
        ask(desk, { type: 'listLog', ...then }),
        ask(desk, { type: 'listLog', incidentId: 'pipe', ...then }),
        desk.query({ type: 'getIncident', incidentId: 'pipe', ...then }),
        desk.query({ type: 'getCallTree', subject: { incidentId: 'pipe' }, ...then }),
        desk.query({ type: 'getCallTree', subject: { warningId: 'rain' }, officerId: 'officer', ...then }),
      ];
    };
    playWholeNight(desk, () => seen.push({ at: desk.clock.now(), screens: screens() }));
    for (const { at, screens: then } of seen) expect(screens(at), new Date(at).toISOString()).toEqual(then);
  });

  test('4.3: a 补签 left open when closing stays on the board as long as the incident does, and goes once signed', () => {
    const desk = nightDesk();
    const open = () => ask(desk, { type: 'getBoard' }).reminders.filter(({ kind }) => kind === 'signature');
    const before = open();
    expect(before).toContainEqual(expect.objectContaining({ incidentId: 'pipe' }));
    for (const row of before) {
      if (row.kind !== 'signature') continue;
      const { of, part } = row.signature;
      desk.must({ type: 'RecordSignature', incidentId: row.incidentId, of, part });
    }
    expect(open()).toEqual([]);
  });

  test('[READ-4] before it was opened an incident is unknown', () => {
    const desk = readyDesk();
    desk.clock.pass(MINUTE);
    openIncident(desk, 'i1');
    expect(desk.query({ type: 'getIncident', incidentId: 'i1', at: START })).toMatchObject({
      error: { code: 'unknownIncident' },
    });
  });

  test('[READ-3] the log is listed newest first, page by page, with what was struck marked', () => {
    const desk = nightDesk();
    const whole = ask(desk, { type: 'listLog', limit: 500 });
    expect(whole.map(({ position }) => position)).toEqual(Array.from(whole, (_, i) => desk.position() - i));
    const first = ask(desk, { type: 'listLog', limit: 10 });
    const second = ask(desk, { type: 'listLog', limit: 500, before: first.at(-1)?.position });
    expect([...first, ...second]).toEqual(whole);
    expect(whole.find(({ entryId }) => entryId === 'wrong-figures')).toMatchObject({ struck: { reason: '听错' } });
    const ofPipe = ask(desk, { type: 'listLog', incidentId: 'pipe', limit: 500 });
    expect(ofPipe).toEqual(
      whole.filter(({ incidentId, stream }) => incidentId === 'pipe' && !stream.startsWith('call/')),
    );
  });

  test('[READ-3] calls are listed newest first with what became of them', () => {
    const calls = ask(nightDesk(), { type: 'listCalls' });
    expect(calls.map(({ callId, disposition }) => [callId, disposition.kind])).toEqual([
      ['unnamed', 'falseAlarm'],
      ['fifth', 'duplicate'],
      ['fourth', 'falseAlarm'],
      ['third', 'join'],
      ['second', 'open'],
      ['first', 'open'],
    ]);
    expect(calls.at(-1)).toMatchObject({ details: { place: '泽州县', operator: null }, actor: { name: '王值班' } });
  });

  test('[READ-3] incidents by status', () => {
    const desk = nightDesk();
    openIncident(desk, 'new');
    const ids = (status: 'open' | 'closed' | 'all') =>
      ask(desk, { type: 'listIncidents', status }).map(({ incidentId }) => incidentId);
    expect(ids('open')).toEqual(['new']);
    expect(ids('closed')).toEqual(['pipe', 'other']);
    expect(ids('all')).toEqual(['new', 'other', 'pipe']);
  });

  test("[READ-3] the plan is the desk's own unless another is named", () => {
    expect(testDesk().query({ type: 'getPlan' })).toMatchObject({ error: { code: 'deskNotSetUp' } });
    const desk = readyDesk();
    const own = ask(desk, { type: 'getPlan' });
    expect(ask(desk, { type: 'getPlan', planId: own.id })).toBe(own);
    expect(desk.query({ type: 'getPlan', planId: 'atlantis' })).toMatchObject({ error: { code: 'unknownPlan' } });
  });

  test('[READ-3] what is not a query is refused with its faults', () => {
    const desk = readyDesk();
    const wrong = desk.query({ type: 'listLog', limit: 0 });
    expect(wrong).toMatchObject({ error: { code: 'query', params: { issues: [{ path: 'limit' }] } } });
    for (const query of [null, {}, { type: 'dropTable' }, { type: 'getBoard', at: 'yesterday' }]) {
      expect(desk.query(query as never)).toMatchObject({ error: { code: 'query' } });
    }
  });

  test('[LOG-6] when the clock is set back the board still shows everything recorded', () => {
    const desk = readyDesk();
    desk.clock.pass(60 * MINUTE);
    openIncident(desk, 'i1');
    desk.clock.set(START);
    const board = ask(desk, { type: 'getBoard' });
    expect(board.at).toBe(START + 60 * MINUTE);
    expect(board.incidents).toHaveLength(1);
    desk.must({ type: 'AddNote', incidentId: 'i1', text: '钟被拨回' });
    expect(ask(desk, { type: 'getIncident', incidentId: 'i1' }).lastEntryAt).toBe(START + 60 * MINUTE);
  });

  test('[READ-3] an incident is read with the plan it was pinned to, whatever ships later', async () => {
    const { builtinPlans } = await import('#shared/plan/packages/builtin.ts');
    const { tempFolder } = await import('#db/testing/testDesk.ts');
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const before = ask(desk, { type: 'getPlan' });
    const { clock } = desk;
    desk.close();
    const [plan] = structuredClone(builtinPlans) as { version: string; title: string }[];
    if (plan === undefined) throw new Error('no plan');
    Object.assign(plan, { version: 'later', title: '修订版' });
    const later = testDesk({ path, clock, plans: [plan] });
    expect(ask(later, { type: 'getPlan' })).toEqual(before);
    expect(ask(later, { type: 'getBoard' }).incidents).toHaveLength(1);
    later.must({ type: 'RecordFigures', incidentId: 'i1', figures: { dead: 2 }, observedAt: iso(clock.now()) });
    later.close();
  });
});

describe('drafts', () => {
  test('[READ-5] are kept, replaced, deleted, and never in the log', () => {
    const desk = readyDesk();
    expect(desk.drafts.save('call/new', '{"place":"泽州"}')).toEqual({ savedAt: START });
    desk.clock.pass(5);
    desk.drafts.save('call/new', '{"place":"高平"}');
    desk.drafts.save('another', '1');
    expect(desk.drafts.list()).toEqual([
      { key: 'another', value: '1', savedAt: START + 5 },
      { key: 'call/new', value: '{"place":"高平"}', savedAt: START + 5 },
    ]);
    desk.drafts.save('another', null);
    expect(desk.drafts.list()).toHaveLength(1);
    expect(desk.position()).toBe(2);
  });
});

describe('statistics', () => {
  const day = 24 * 60 * MINUTE;

  test('[READ-4] 3: every obligation of every incident, as known at the instant, closed and merged ones too', () => {
    const desk = nightDesk();
    const during = desk.clock.now();
    desk.clock.pass(MINUTE);
    openIncident(desk, 'new');
    desk.clock.pass(day);
    for (const at of [START, during, desk.clock.now()]) {
      const row = ask(desk, { type: 'getStatistics', at });
      const engine = ask(desk, { type: 'listIncidents', status: 'all', at }).flatMap(
        ({ assessment }) => assessment.obligations,
      );
      const counted = [row.own, row.supervised].flatMap(({ states }) => Object.values(states));
      expect(counted.reduce((sum, n) => sum + n, 0)).toBe(engine.length);
      for (const one of engine) {
        const tally = one.supervised ? row.supervised : row.own;
        const same = engine.filter(({ state, supervised }) => state === one.state && supervised === one.supervised);
        expect(tally.states[one.state], one.state).toBe(same.length);
      }
    }
  });

  test('[ENGINE-3] what was settled and kept answers as made anew, and a late entry counts', () => {
    const desk = readyDesk();
    openIncident(desk, 'i1');
    desk.clock.pass(MINUTE);
    desk.must({ type: 'CloseIncident', incidentId: 'i1', outcome: 'falseAlarm', reason: '误报' });
    desk.clock.pass(MINUTE);
    const first = ask(desk, { type: 'getStatistics' });
    expect(first.nextChangeAt).toBeNull();
    desk.clock.pass(40 * day);
    expect(ask(desk, { type: 'getStatistics' })).toEqual({ ...first, at: desk.clock.now() });
    expect(ask(desk, { type: 'getStatistics', at: START + MINUTE - 1 }).own.states.superseded).toBe(0);
    desk.must({ type: 'RecordDemand', incidentId: 'i1', demandId: 'd1', from: 'city', what: '核实' });
    expect(ask(desk, { type: 'getStatistics' }).own.states.pending).toBe(first.own.states.pending + 1);
  });

  test('3: the obligations behind a number, no more of them than asked for', () => {
    const desk = nightDesk();
    const whole = ask(desk, { type: 'getStatistics' });
    for (const { rule, side, planId, tally } of whole.rules) {
      const behind = ask(desk, { type: 'listObligations', planId, rule, side, limit: 1 });
      expect(behind.total, rule).toBe(Object.values(tally.states).reduce((sum, n) => sum + n, 0));
      expect(behind.rows.map(({ obligation }) => obligation.rule)).toEqual([rule]);
    }
    const reply = desk.query({ type: 'listObligations', outcome: 'nonsense' as never });
    expect(!reply.ok && reply.error.code).toBe('query');
  });
});
