/** [PEOPLE-4] Roles: every command against every role; and what the log says of PINs. */
import { describe, expect, test } from 'vitest';
import { type Command, type CommandInput, commandSchema, commandTypes } from '../commands.ts';
import { UNNAMED_ACTOR } from '../recorded.ts';
import { viewRoster } from '../roster/view.ts';
import { ACTOR, at, call, refusal, TestDesk } from '../testing/testDesk.ts';
import { neededRoles } from './neededRoles.ts';
import { type Role, roles, rolesOf } from './roles.ts';
import { servingOfficers } from './serving.ts';

const WATCHERS: readonly Role[] = ['watch', 'lead', 'director', 'administrator'];
/** Written down here once more: what not everybody may, and who may. Everything else is everybody's. */
const GOVERNED: Readonly<Record<string, readonly Role[]>> = {
  AddOfficer: WATCHERS,
  TakeDuty: WATCHERS,
  RecordHandover: WATCHERS,
  RemoveContact: WATCHERS,
  StartContactImport: WATCHERS,
  StageContacts: WATCHERS,
  FinishContactImport: WATCHERS,
  CancelContactImport: WATCHERS,
  UndoContactImport: WATCHERS,
  RecordExport: ['watch', 'lead', 'director', 'commander', 'administrator'],
  SetDocumentSettings: ['lead', 'director', 'administrator'],
  SetRoster: ['lead', 'director', 'administrator'],
  SetDutySettings: ['lead', 'director', 'administrator'],
  RecordZeroReport: WATCHERS,
  SetAttentionMarks: ['lead', 'director', 'administrator'],
  RecordPin: ['director', 'administrator'],
  SetRoles: ['director', 'administrator'],
  RetireOfficer: ['director', 'administrator'],
  ReinstateOfficer: ['director', 'administrator'],
  SetLockSettings: ['director', 'administrator'],
};

/** An officer who has just this role. */
function deskOf(role: Role) {
  const { context } = new TestDesk();
  const actor = { officerId: 'other', name: '某', post: '岗位' };
  const people = { ...context.desk.people, roles: { other: [role] } };
  return { ...context, actor, desk: { ...context.desk, officers: [...context.desk.officers, actor], people } };
}

describe('every command × role', () => {
  test.each(commandTypes)('%s', (type) => {
    const may = roles.filter((role) => neededRoles({ type } as Command, deskOf(role)) === null);
    expect(may).toEqual(GOVERNED[type] ?? roles);
  });

  test('there is no rule for a command that does not exist', () => {
    expect(Object.keys(GOVERNED).filter((type) => !(commandTypes as readonly string[]).includes(type))).toEqual([]);
  });

  test('a refused command names the roles that may', () => {
    const desk = new TestDesk();
    desk.do({ type: 'AddOfficer', officerId: 'zhou', name: '周', post: 'commander' });
    desk.actor = { officerId: 'zhou', name: '周', post: 'commander' };
    const { code, params } = refusal(desk.ask({ type: 'TakeDuty', duty: 'watch', officerId: 'zhou' }));
    expect({ code, params }).toEqual({ code: 'roleNeeded', params: { roles: GOVERNED['TakeDuty'] } });
  });

  test('authority stays with posts and the plan: a liaison writes down a decision the commander took', () => {
    const context = deskOf('liaison');
    expect(neededRoles({ type: 'StartResponse' } as Command, context)).toBeNull();
  });
});

describe('roles come with the post', () => {
  const { plan } = new TestDesk();
  const of = (post: string, index: 0 | 1 = 1) => {
    const [first, one] = [
      { officerId: 'a', post: 'watchOfficer' },
      { officerId: 'b', post },
    ];
    const officers = index === 0 ? [one] : [first, one];
    return rolesOf('b', { officers, people: { roles: {}, retired: {} } }, plan);
  };
  test.each([
    ['watchOfficer', ['watch']],
    ['dutyLead', ['lead']],
    ['officeDirector', ['director']],
    ['commander', ['commander']],
    ['deputyCommander', ['commander']],
    ['实习', ['watch']],
  ])('%s: %j', (post, expected) => expect(of(post)).toEqual(expected));

  test('the desk’s first officer is its 管理员 too', () => {
    expect(of('watchOfficer', 0)).toEqual(['watch', 'administrator']);
  });
});

describe('PINs in the log', () => {
  const record = (officerId: string, what: 'set' | 'reset') => ({ type: 'RecordPin', officerId, what }) as const;

  test('set by their owner and nobody else, reset by others and never by oneself', () => {
    const desk = new TestDesk().do({ type: 'AddOfficer', officerId: 'o2', name: '乙', post: 'watchOfficer' });
    expect(refusal(desk.ask(record('o2', 'set'))).code).toBe('pinNotYours');
    expect(refusal(desk.ask(record('o1', 'reset'))).code).toBe('pinResetOwn');
    expect(refusal(desk.ask(record('o9', 'reset'))).code).toBe('unknownOfficer');
    desk.do(record('o1', 'set'));
    expect(Object.keys(desk.context.desk.people.pins)).toEqual(['o1']);
    desk.actor = { officerId: 'o2', name: '乙', post: 'watchOfficer' };
    expect(refusal(desk.ask(record('o1', 'reset'))).code).toBe('roleNeeded');
    desk.do(record('o2', 'set'));
    desk.actor = { officerId: 'o1', name: '值班员', post: 'watchOfficer' };
    desk.do(record('o2', 'reset'));
    expect(Object.keys(desk.context.desk.people.pins)).toEqual(['o1']);
  });
});

describe('[PEOPLE-4] giving roles', () => {
  const setRoles = (officerId: string, ...given: Role[]) => ({ type: 'SetRoles', officerId, roles: given }) as const;
  const desk = () => new TestDesk().do({ type: 'AddOfficer', officerId: 'o2', name: '乙', post: 'watchOfficer' });

  test('the last 管理员 stays one, until there is another', () => {
    const two = desk();
    expect(refusal(two.ask(setRoles('o1', 'watch'))).code).toBe('lastAdministrator');
    two.do(setRoles('o2', 'watch', 'administrator')).do(setRoles('o1', 'watch'));
    two.actor = { officerId: 'o2', name: '乙', post: 'watchOfficer' };
    expect(refusal(two.ask(setRoles('o2', 'lead'))).code).toBe('lastAdministrator');
  });

  test('the same again, nobody, none and one twice are refused', () => {
    expect(refusal(desk().ask(setRoles('o2', 'watch'))).code).toBe('nothingChanged');
    expect(refusal(desk().ask(setRoles('o9', 'watch'))).code).toBe('unknownOfficer');
    for (const given of [[], ['watch', 'watch'], ['king']]) {
      expect(commandSchema.safeParse({ type: 'SetRoles', officerId: 'o2', roles: given }).success).toBe(false);
    }
  });

  test('what was given takes the place of what came with the post', () => {
    const changed = desk().do(setRoles('o2', 'liaison'));
    changed.actor = { officerId: 'o2', name: '乙', post: 'watchOfficer' };
    expect(refusal(changed.ask({ type: 'TakeDuty', duty: 'watch', officerId: 'o2' })).code).toBe('roleNeeded');
  });
});

describe('[PEOPLE-7] who has left', () => {
  const retire = (officerId: string) => ({ type: 'RetireOfficer', officerId, reason: '调离' }) as const;
  const reinstate = (officerId: string) => ({ type: 'ReinstateOfficer', officerId }) as const;
  const take = { type: 'TakeDuty', duty: 'watch', officerId: 'o2' } as const;
  const desk = () =>
    new TestDesk()
      .do({ type: 'AddOfficer', officerId: 'o2', name: '乙', post: 'watchOfficer' })
      .do({ type: 'AddOfficer', officerId: 'o3', name: '丙', post: 'officeDirector' });

  test('takes no duty, is in no new roster, gets no role and writes nothing, until reinstated', () => {
    const left = desk().do(call()).do(retire('o2'));
    const shift = { date: '2013-12-01', start: '08:00', lead: null, watch: { officerId: 'o2' } };
    const roster: CommandInput = { type: 'SetRoster', shifts: [shift] };
    const refused: CommandInput[] = [take, roster, { type: 'SetRoles', officerId: 'o2', roles: ['lead'] }];
    for (const command of refused) expect(refusal(left.ask(command)).code, command.type).toBe('officerRetired');
    left.actor = { officerId: 'o2', name: '乙', post: 'watchOfficer' };
    for (const command of [{ type: 'AddNote', incidentId: 'i1', text: '记' }, call({ callId: 'c2' })] as const)
      expect(refusal(left.ask(command))).toMatchObject({ code: 'officerRetired', params: { name: '乙' } });
    left.actor = ACTOR;
    left
      .do(reinstate('o2'))
      .do(take)
      .do({ type: 'SetRoster', shifts: [shift] });
  });

  test('what stood in the roster stays as it was; what is still to come counts as nobody', () => {
    const shifts = ['2013-11-20', '2013-12-01'].map((date) => ({
      date,
      start: '08:00',
      watch: { officerId: 'o2' },
      lead: { name: '周' },
    }));
    const known = desk().do({ type: 'SetRoster', shifts }).do(retire('o2'));
    const view = viewRoster(known.context.desk, '2013-11-20', '2013-12-01', known.plan.timeZone);
    const named = view.shifts.flatMap(({ date, watch }) => (watch === null ? [] : [date]));
    expect(named).toEqual(['2013-11-20', '2013-12-01']);
    const gaps = view.faults.filter(({ kind }) => kind === 'gap').map(({ date }) => date);
    expect(gaps).not.toContain('2013-11-20');
    expect(gaps).toContain('2013-12-01');
  });

  test('nobody retires the own name, nor somebody on duty, nor the last 管理员 or 办公室主任', () => {
    const known = desk();
    expect(refusal(known.ask(retire('o1'))).code).toBe('retireSelf');
    known.do(take);
    expect(refusal(known.ask(retire('o2')))).toMatchObject({ code: 'retireOnDuty', params: { name: '乙' } });
    expect(refusal(known.ask(retire('o3'))).code).toBe('lastDirector');
    known.actor = { officerId: 'o3', name: '丙', post: 'officeDirector' };
    expect(refusal(known.ask(retire('o1'))).code).toBe('lastAdministrator');
    known.do({ type: 'SetRoles', officerId: 'o3', roles: ['director', 'administrator'] });
    known.do(retire('o1'));
    expect(refusal(known.ask({ type: 'SetRoles', officerId: 'o3', roles: ['director'] })).code).toBe(
      'lastAdministrator',
    );
  });

  test('once; nobody unknown; and what was written keeps the name', () => {
    const known = desk().do(retire('o2'));
    expect(refusal(known.ask(retire('o2'))).code).toBe('nothingChanged');
    expect(refusal(known.ask(reinstate('o3'))).code).toBe('nothingChanged');
    for (const make of [retire, reinstate]) expect(refusal(known.ask(make('o9'))).code).toBe('unknownOfficer');
    expect(known.context.desk.officers.map(({ name }) => name)).toContain('乙');
    expect(servingOfficers(known.context.desk).map(({ officerId }) => officerId)).toEqual(['o1', 'o3']);
  });
});

describe('[PEOPLE-6] a call at a locked desk', () => {
  test('opens its incident at once, waits for a name, and is claimed once', () => {
    const desk = new TestDesk();
    desk.actor = UNNAMED_ACTOR;
    desk.do(call());
    expect(desk.state().title).not.toBe('');
    expect(desk.context.desk.people.unclaimed).toEqual([{ callId: 'c1', at: at('03:10') }]);
    desk.actor = ACTOR;
    desk.do({ type: 'ClaimCall', callId: 'c1' });
    expect(desk.context.desk.people.unclaimed).toEqual([]);
    expect(refusal(desk.ask({ type: 'ClaimCall', callId: 'c1' })).code).toBe('callNotUnnamed');
  });

  test('a call with a name needs no claim; nobody may be registered under that of nobody', () => {
    const desk = new TestDesk().do(call());
    expect(desk.context.desk.people.unclaimed).toEqual([]);
    for (const officerId of ['unnamed', 'system']) {
      expect(refusal(desk.ask({ type: 'AddOfficer', officerId, name: '某', post: 'x' })).code).toBe('idTaken');
    }
  });
});

describe('[PEOPLE-5] lock settings', () => {
  const set = (idleMinutes: number | null, pinRequired = false) =>
    ({ type: 'SetLockSettings', idleMinutes, pinRequired }) as const;
  test('are kept as set, and the same again changes nothing', () => {
    const desk = new TestDesk().do(set(null, true));
    expect(desk.context.desk.people.lock).toEqual({ idleMinutes: null, pinRequired: true });
    expect(refusal(desk.ask(set(null, true))).code).toBe('nothingChanged');
  });
  test.each([0, 241, 1.5])('%d minutes is refused at the boundary', (minutes) => {
    expect(commandSchema.safeParse(set(minutes)).success).toBe(false);
  });
});
