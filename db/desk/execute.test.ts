import { describe, expect, test } from 'vitest';
import { openSqlite } from '#db/log/sqlite.ts';
import { finish, verifyChain } from '#db/log/verify.ts';
import { iso, MINUTE, openIncident, PLAN_ID, readyDesk, tempFolder, testDesk } from '#db/testing/testDesk.ts';
import { playWholeNight } from '#db/testing/wholeNight.ts';
import type { Changed, ExecuteRequest } from '#shared/contract/deskApi.ts';
import type { CommandInput } from '#shared/domain/commands.ts';

const request = (command: CommandInput, commandId: string): ExecuteRequest => ({
  desk: 'live',
  commandId,
  officerId: 'officer',
  command,
});
const note = (text: string): CommandInput => ({ type: 'AddNote', incidentId: 'i1', text });

function openDesk() {
  const desk = readyDesk();
  openIncident(desk, 'i1');
  return desk;
}

describe('executing a command', () => {
  test('[DESK-1] answers the ids and the position of what it recorded, and tells who listens', () => {
    const desk = readyDesk();
    const told: Changed[] = [];
    const stop = desk.subscribe((changed) => told.push(changed));
    const reply = openIncident(desk, 'i1');
    expect(reply).toEqual({ ok: true, entryIds: [expect.any(String), expect.any(String)], position: 4 });
    expect(told).toEqual([{ desk: 'live', position: 4, streams: ['call/call-of-i1', 'incident/i1'] }]);
    stop();
    desk.must(note('不再听'));
    expect(told).toHaveLength(1);
  });

  test('[LOG-5] the same command again answers the same and records nothing, whatever happened in between', () => {
    const desk = openDesk();
    const first = desk.execute(request(note('一'), 'same-command'));
    desk.must({ type: 'CloseIncident', incidentId: 'i1', outcome: 'falseAlarm', reason: '误报' });
    const position = desk.position();
    expect(desk.execute(request(note('一'), 'same-command'))).toEqual(first);
    expect(desk.position()).toBe(position);
  });

  test('[LOG-5] the same command is known again after a restart', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const first = desk.execute(request(note('一'), 'same-command'));
    desk.close();
    const again = testDesk({ path });
    expect(again.execute(request(note('一'), 'same-command'))).toEqual(first);
    again.close();
  });

  test.each<[string, Partial<ExecuteRequest>]>([
    ['another content', { command: note('二') }],
    ['another officer', { officerId: 'system' }],
  ])('[LOG-5] a used command id with %s is refused', (_what, change) => {
    const desk = openDesk();
    const first = request(note('一'), 'same-command');
    desk.execute(first);
    expect(desk.execute({ ...first, ...change })).toEqual({
      ok: false,
      error: { code: 'commandIdReused', params: { id: 'same-command' } },
    });
  });

  test('[LOG-5] the order of fields makes no other content', () => {
    const desk = openDesk();
    const first = desk.execute(request({ type: 'AddNote', incidentId: 'i1', text: '一' }, 'same-command'));
    expect(desk.execute(request({ text: '一', incidentId: 'i1', type: 'AddNote' }, 'same-command'))).toEqual(first);
  });

  test('[LOG-5] a refused command id may be used again once the reason is gone', () => {
    const desk = readyDesk();
    expect(desk.execute(request(note('一'), 'same-command'))).toMatchObject({ error: { code: 'unknownIncident' } });
    openIncident(desk, 'i1');
    expect(desk.execute(request(note('一'), 'same-command'))).toMatchObject({ ok: true });
  });

  test('[DESK-1] a refusal leaves nothing behind', () => {
    const desk = openDesk();
    const before = [desk.position(), desk.query({ type: 'getIncident', incidentId: 'i1' })];
    const refused: [unknown, string][] = [
      [{ type: 'RecordFigures', incidentId: 'i1', figures: { dead: -1 } }, 'invalidCommand'],
      [{ type: 'RecordFigures', incidentId: 'i1', figures: { unicorns: 1 } }, 'unknownPlanItem'],
      [{ type: 'RecordFigures', incidentId: 'nowhere', figures: { dead: 1 } }, 'unknownIncident'],
      [{ type: 'AddNote', incidentId: 'i1', text: '字'.repeat(10_000) }, 'invalidCommand'],
      [{ type: 'AddNote', incidentId: 'i1', text: 'a\u0007b' }, 'invalidCommand'],
      [{ type: 'FlyToTheMoon' }, 'unknownCommand'],
      [{}, 'invalidCommand'],
      [null, 'invalidCommand'],
      [[], 'invalidCommand'],
      ['AddNote', 'invalidCommand'],
    ];
    for (const [command, code] of refused) {
      const reply = desk.run(command as CommandInput);
      expect([command, reply]).toMatchObject([command, { ok: false, error: { code } }]);
    }
    expect([desk.position(), desk.query({ type: 'getIncident', incidentId: 'i1' })]).toEqual(before);
  });

  test('[DESK-1] a faulty command names every fault with its field', () => {
    const reply = openDesk().run({ type: 'RecordFigures', incidentId: 7, figures: { dead: 'many' } } as never);
    expect(reply).toMatchObject({
      error: { params: { issues: [{ path: 'incidentId' }, { path: 'figures.dead' }] } },
    });
  });

  test('[DESK-1] an entry id is taken once, in the log and within a command', () => {
    const desk = openDesk();
    openIncident(desk, 'i2');
    desk.must({ ...note('一'), entryId: 'chosen' } as CommandInput);
    const elsewhere = desk.run({ type: 'AddNote', incidentId: 'i2', text: '二', entryId: 'chosen' });
    expect(elsewhere).toEqual({ ok: false, error: { code: 'idTaken', params: { field: 'entryId', id: 'chosen' } } });
  });

  test('[DESK-1] when the rows cannot be written the entry is not either, and the next command finds all as before', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const before = [desk.position(), desk.query({ type: 'getIncident', incidentId: 'i1' })];
    const saboteur = openSqlite(path);
    saboteur.exec(`CREATE TRIGGER broken BEFORE INSERT ON rm_incident BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    expect(desk.run(note('一'))).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect([desk.position(), desk.query({ type: 'getIncident', incidentId: 'i1' })]).toEqual(before);
    saboteur.exec('DROP TRIGGER broken');
    saboteur.close();
    desk.must(note('二'));
    desk.close();
    const reader = openSqlite(path, { readonly: true });
    expect(finish(verifyChain(reader))).toEqual({ checked: 5, redacted: 0, faults: [] });
    reader.close();
  });

  test('[DESK-1] a file that another program locks is refused as such, and then goes on', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const other = openSqlite(path);
    other.exec('BEGIN IMMEDIATE');
    expect(desk.run(note('一'))).toEqual({ ok: false, error: { code: 'fileInUse', params: {} } });
    other.exec('ROLLBACK');
    other.close();
    expect(desk.run(note('一'))).toMatchObject({ ok: true });
    desk.close();
  });
});

describe('what is odd but allowed', () => {
  const future = (desk: ReturnType<typeof openDesk>, text = '将来'): CommandInput => ({
    type: 'RecordFigures',
    incidentId: 'i1',
    figures: { dead: 4 },
    source: text,
    observedAt: iso(desk.clock.now() + 60 * MINUTE),
  });

  test('[DESK-2] is asked back with a token, and recorded when the token comes with it', () => {
    const desk = openDesk();
    const asked = desk.execute(request(future(desk), 'odd-command'));
    if (!('confirm' in asked)) throw new Error('not asked');
    expect(asked.confirm.questions).toMatchObject([{ code: 'futureTime' }]);
    expect(desk.position()).toBe(4);
    const confirmed = { ...request(future(desk), 'odd-command'), confirmToken: asked.confirm.token };
    const done = desk.execute(confirmed);
    expect(done).toMatchObject({ ok: true, position: 5 });
    expect(desk.execute(confirmed), 'and once more').toEqual(done);
    expect(desk.execute(request(future(desk), 'odd-command')), 'the token is no content').toEqual(done);
  });

  test('[DESK-2] a changed command asks again', () => {
    const desk = openDesk();
    const asked = desk.execute(request(future(desk), 'odd-command'));
    if (!('confirm' in asked)) throw new Error('not asked');
    const changed = { ...request(future(desk, '另一来源'), 'odd-command'), confirmToken: asked.confirm.token };
    expect(desk.execute(changed)).toMatchObject({ confirm: { questions: [{ code: 'futureTime' }] } });
    expect(desk.position()).toBe(4);
  });

  test('[DESK-2] a made-up token is no yes', () => {
    const desk = openDesk();
    const reply = desk.execute({ ...request(future(desk), 'odd-command'), confirmToken: 'yes' });
    expect(reply).toHaveProperty('confirm');
  });
});

describe('who acts', () => {
  test('[DESK-3] an unknown officer records nothing, but may sign in', () => {
    const desk = testDesk();
    expect(desk.run({ type: 'SetUpDesk', planId: PLAN_ID })).toMatchObject({ error: { code: 'unknownOfficer' } });
    desk.must({ type: 'AddOfficer', officerId: 'officer', name: '王值班', post: 'watchOfficer' });
    desk.must({ type: 'SetUpDesk', planId: PLAN_ID });
    expect(desk.query({ type: 'getDesk' })).toMatchObject({
      result: { planId: PLAN_ID, officers: [{ officerId: 'officer', name: '王值班' }] },
    });
  });

  test('[DESK-3] nobody signs somebody else in without being known', () => {
    const command = { type: 'AddOfficer', officerId: 'other', name: '李', post: 'dutyLead' } as const;
    expect(testDesk().run(command)).toMatchObject({ error: { code: 'unknownOfficer' } });
  });

  test('[DESK-3] entries keep name, post and duty as they were', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    desk.must({ type: 'TakeDuty', duty: 'watch', officerId: 'officer' });
    openIncident(desk, 'i1');
    desk.close();
    const reader = openSqlite(path, { readonly: true });
    const actors = reader.prepare('SELECT name, post, role FROM log_actor ORDER BY id').all();
    expect(actors).toEqual([
      { name: '王值班', post: 'watchOfficer', role: null },
      { name: '王值班', post: 'watchOfficer', role: 'watch' },
    ]);
    reader.close();
  });
});

describe('one fold', () => {
  test('[READ-1] every screen is the same after a restart', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    playWholeNight(desk);
    openIncident(desk, 'still-open');
    const { clock } = desk;
    const screens = (d: typeof desk) => [
      d.query({ type: 'getDesk' }),
      d.query({ type: 'getBoard' }),
      d.query({ type: 'listIncidents', status: 'all' }),
      d.query({ type: 'getIncident', incidentId: 'pipe' }),
      d.query({ type: 'getIncident', incidentId: 'other' }),
      d.query({ type: 'listCalls' }),
      d.query({ type: 'listLog', limit: 500 }),
      d.query({ type: 'listLog', incidentId: 'pipe', limit: 500 }),
    ];
    const before = screens(desk);
    desk.close();
    const again = testDesk({ path, clock });
    expect(screens(again)).toEqual(before);
    again.close();
  });

  test('[LOG-1] entries carry the plan they were made under', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    openIncident(desk, 'i1');
    const row = desk.query({ type: 'getDesk' });
    desk.close();
    const reader = openSqlite(path, { readonly: true });
    const hashes = reader
      .prepare('SELECT p.hash FROM log_entry e LEFT JOIN plan_package p ON p.id = e.plan ORDER BY e.position')
      .pluck()
      .all();
    const hash = row.ok ? row.result.planHash : '';
    expect(hashes).toEqual([null, hash, hash, hash]);
    reader.close();
  });
});
