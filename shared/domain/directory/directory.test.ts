/** 通讯录: entries, imports that count as a whole, calls, and how an entry is found [plan 6.3]. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandInput, commandSchema } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Decision, DecisionContext } from '../decision.ts';
import { at, call, questions, refusal, TestDesk } from '../testing/testDesk.ts';
import type { KnownContact } from './contact.ts';
import { EMPTY_CONTACTS, eachContact, findContact, withContacts } from './contactMap.ts';
import { isPrepared } from './find.ts';
import { listContacts } from './list.ts';
import { planContacts } from './planContacts.ts';

type Of<T extends CommandInput['type']> = Extract<CommandInput, { type: T }>;
type ContactInput = Of<'AddContact'>['contact'];

const person = (name: string, more: Partial<ContactInput> = {}): ContactInput => ({ kind: 'person', name, ...more });
const mobile = (number: string) => [{ kind: 'mobile', number } as const];
const add = (contactId: string, contact: ContactInput): CommandInput => ({ type: 'AddContact', contactId, contact });
const list = (desk: TestDesk, filter: object = {}) =>
  listContacts(desk.plan, desk.context.directory(), { offset: 0, limit: 500, ...filter }, desk.context.now);
const names = (desk: TestDesk, filter: object = {}) => list(desk, filter).rows.map(({ name }) => name);
/** Without what the plan gives. */
const own = (desk: TestDesk, filter: object = {}) =>
  list(desk, filter)
    .rows.filter(({ ofPlan }) => !ofPlan)
    .map(({ name }) => name);

describe('what it ships with', () => {
  test('2.1: the plan’s posts and units, each once, and not one number', () => {
    const desk = new TestDesk();
    const { rows, size } = list(desk);
    expect(rows).toHaveLength(size);
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['指挥长', '市公安局', '市委、市政府', '晋城市人民医院']),
    );
    expect(new Set(rows.map(({ name }) => name)).size).toBe(size);
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual([]);
    expect(rows.every(({ head, confirmedAt }) => head === null && confirmedAt === null)).toBe(true);
  });

  test('a unit of the plan has its roles in the plan: itself and its working groups [附件4]', () => {
    expect(planContacts(new TestDesk().plan).get('plan-unit.police')?.contact.roles).toEqual([
      { in: 'party', id: 'police' },
      ...['coordination', 'rescue', 'security', 'publicity', 'aftermath'].map((id) => ({ in: 'group', id })),
    ]);
  });

  test('what an officer adds to one is an entry; removed, it is again as the plan gives it', () => {
    const contactId = 'plan-unit.police';
    const police: ContactInput = { kind: 'unit', name: '市公安局', numbers: [{ kind: 'duty', number: '110' }] };
    const desk = new TestDesk();
    expect(refusal(desk.ask({ type: 'RemoveContact', contactId })).code).toBe('contactOfPlan');
    desk.do({ type: 'ChangeContact', contactId, against: null, contact: police });
    expect(list(desk, { text: '110' }).rows).toMatchObject([{ contactId, ofPlan: true, confirmedAt: at('03:10') }]);
    desk.do({ type: 'RemoveContact', contactId });
    expect(list(desk, { text: '市公安局' }).rows).toMatchObject([{ contactId, head: null, numbers: [] }]);
  });
});

describe('entries', () => {
  test('are added, changed as a whole, confirmed and taken out', () => {
    const desk = new TestDesk().do(add('k1', person('单伟', { numbers: mobile('138 0000 0001') })));
    const first = desk.lastEntryId('ContactAdded');
    desk.do({ type: 'ChangeContact', contactId: 'k1', against: first, contact: person('单伟', { unit: '市水务局' }) });
    expect(list(desk, { text: '单伟' }).rows).toMatchObject([{ unit: '市水务局', numbers: [] }]);
    desk.at('04:00').do({ type: 'ConfirmContact', contactId: 'k1' });
    expect(list(desk, { text: '单伟' }).rows[0]?.confirmedAt).toBe(at('04:00'));
    desk.do({ type: 'RemoveContact', contactId: 'k1' });
    expect(own(desk)).toEqual([]);
  });

  test('[RESPONSE-2] a change made against what another officer changed since is refused', () => {
    const desk = new TestDesk().do(add('k1', person('单伟')));
    const against = desk.lastEntryId('ContactAdded');
    desk.do({ type: 'ConfirmContact', contactId: 'k1', against });
    const late = { type: 'ChangeContact', contactId: 'k1', against, contact: person('单') } as const;
    expect(refusal(desk.ask(late)).code).toBe('stateChanged');
    expect(refusal(desk.ask({ type: 'ConfirmContact', contactId: 'k1', against })).code).toBe('stateChanged');
    expect(refusal(desk.ask({ type: 'RemoveContact', contactId: 'k1', against })).code).toBe('stateChanged');
  });

  test('ids and roles are checked, and the same again changes nothing', () => {
    const desk = new TestDesk().do(add('k1', person('单伟')));
    expect(refusal(desk.ask(add('k1', person('甲')))).code).toBe('idTaken');
    expect(refusal(desk.ask(add('plan-post.commander', person('甲')))).code).toBe('idTaken');
    expect(refusal(desk.ask({ type: 'ChangeContact', contactId: 'k1', contact: person('单伟') })).code).toBe(
      'nothingChanged',
    );
    expect(refusal(desk.ask({ type: 'ConfirmContact', contactId: 'k9' })).code).toBe('unknownContact');
    const odd = add('k2', person('甲', { roles: [{ in: 'group', id: 'choir' }] }));
    expect(refusal(desk.ask(odd))).toMatchObject({ code: 'unknownPlanItem', params: { id: 'choir' } });
  });

  test.each(['0356-2022222', '０３５６—2022222', '+86 138 0000 0001', '110', '2022222转801', '(0356)2022222'])(
    '%s is a number',
    (number) => {
      expect(commandSchema.safeParse(add('k1', person('甲', { numbers: mobile(number) }))).success).toBe(true);
    },
  );

  test.each(['', '12', '无', '138x', 'javascript:alert(1)', '1'.repeat(41)])('%s is none', (number) => {
    expect(commandSchema.safeParse(add('k1', person('甲', { numbers: mobile(number) }))).success).toBe(false);
  });

  test('not confirmed for 180 days: to be looked at again, from that instant on', () => {
    const desk = new TestDesk().do(add('k1', person('单伟')));
    const day = 86_400_000;
    desk.now = at('03:10') + 180 * day - 1;
    expect(own(desk, { lacks: 'confirmation' })).toEqual([]);
    desk.now = at('03:10') + 180 * day;
    expect(own(desk, { lacks: 'confirmation' })).toEqual(['单伟']);
    expect(list(desk, { text: '单伟' }).rows[0]?.doubtfulFrom).toBe(at('03:10') + 180 * day);
  });
});

describe('finding', () => {
  const desk = new TestDesk()
    .do(add('k1', person('单伟', { reading: 'shan wei', unit: '市水务局', numbers: mobile('138-0000-0001') })))
    .do(add('k2', person('仇小明', { reading: 'qiu xiao ming', unit: '泽州县应急局', post: '局长' })))
    .do(add('k3', person('曾国强', { reading: 'zeng guo qiang', numbers: mobile('13900000002') })))
    .do(add('k4', person('吕梁', { reading: 'lü liang', roles: [{ in: 'group', id: 'rescue' }] })))
    .do(add('k5', { kind: 'material', name: '防爆泵', unit: '某公司', holds: '6 台', place: '泽州县某库' }));

  test.each([
    ['单', ['单伟']],
    ['sw', ['单伟']],
    ['shanw', ['单伟']],
    ['SW', ['单伟']],
    ['qxm', ['仇小明']],
    ['xm', ['仇小明']],
    ['ming', ['仇小明']],
    ['zgq', ['曾国强']],
    ['zengguo', ['曾国强']],
    ['engguo', []],
    ['lvliang', ['吕梁']],
    ['lüliang', ['吕梁']],
    ['泽州', ['防爆泵', '仇小明']],
    ['泽州 局长', ['仇小明']],
    ['泽州 qxm', ['仇小明']],
    ['13800000001', ['单伟']],
    ['0002', ['曾国强']],
    ['ｓｗ', ['单伟']],
    ['某库', ['防爆泵']],
    ['没有', []],
    ['.*', []],
  ])('6.3: “%s” finds %j', (text, expected) => {
    expect(own(desk, { text })).toEqual(expected);
  });

  test('by kind, by role, by what it lacks', () => {
    expect(own(desk, { kind: 'material' })).toEqual(['防爆泵']);
    expect(own(desk, { role: 'group:rescue' })).toEqual(['吕梁']);
    expect(names(desk, { role: 'post:commander' })).toEqual(['指挥长']);
    expect(own(desk, { lacks: 'number' })).toEqual(['吕梁', '防爆泵', '仇小明']);
  });

  test('the plan’s own are found by initials too', () => {
    expect(names(desk, { text: 'sgaj' })).toEqual(['市公安局']);
    expect(names(desk, { text: 'zhz' })[0]).toBe('指挥长');
  });

  test('what begins so comes before what only holds it', () => {
    expect(names(desk, { text: '市公安' })[0]).toBe('市公安局');
    const shan = new TestDesk().do(add('k1', person('甲', { unit: '单县某局' }))).do(add('k2', person('单甲')));
    expect(own(shan)).toEqual(['单甲', '甲']);
    expect(own(shan, { text: '甲' })).toEqual(['甲', '单甲']);
    // Units of the plan hold 市委 somewhere; whose initials they are comes first.
    expect(names(desk, { text: 'sw' })[0]).toBe('单伟');
  });

  test('a page of it, and how many there are', () => {
    const { total, rows } = listContacts(desk.plan, desk.context.directory(), { offset: 2, limit: 3 }, 0);
    expect(rows).toHaveLength(3);
    expect(total).toBe(planContacts(desk.plan).size + 5);
  });
});

describe('calls', () => {
  const phone: CommandInput = { type: 'RecordPhoneCall', name: '周队长', number: '119', result: 'answered' };

  test('stand in the directory’s log, those for an incident in the incident’s', () => {
    const desk = new TestDesk().do(call()).do(add('k1', person('单伟')));
    desk.do({ ...phone, contactId: 'k1', result: 'busy' });
    expect(desk.log.at(-1)).toMatchObject({ stream: 'directory', type: 'ContactCalled', payload: { result: 'busy' } });
    desk.do({ ...phone, incidentId: 'i1' });
    expect(desk.log.at(-1)).toMatchObject({ stream: 'incident/i1', type: 'PhoneCallRecorded' });
    expect(desk.context.directory().calls).toHaveLength(1);
    desk.do({ type: 'StrikeEntry', incidentId: 'i1', strikes: desk.lastEntryId('PhoneCallRecorded'), reason: '记错' });
  });

  test('of nobody known, or about no incident, are refused; a future minute is asked back', () => {
    const desk = new TestDesk();
    expect(refusal(desk.ask({ ...phone, contactId: 'k9' })).code).toBe('unknownContact');
    expect(refusal(desk.ask({ ...phone, incidentId: 'i9' })).code).toBe('unknownIncident');
    expect(questions(desk.ask({ ...phone, at: new Date(at('05:00')).toISOString() }))).toEqual(['futureTime']);
  });
});

describe('an import', () => {
  const start = (importId: string, rows: number, parts = 1): CommandInput => ({
    type: 'StartContactImport',
    importId,
    fileName: '通讯录.xlsx',
    rows,
    parts,
    asOf: new Date(at('01:00')).toISOString(),
  });
  type Row = Of<'StageContacts'>['rows'][number];
  const row = (contactId: string, name = contactId, against: string | null = null): Row => ({
    contactId,
    against,
    contact: person(name),
  });
  const stage = (importId: string, part: number, ...rows: Row[]): CommandInput => ({
    type: 'StageContacts',
    importId,
    part,
    rows,
  });
  const finish = (importId: string): CommandInput => ({ type: 'FinishContactImport', importId });
  const undo = (importId: string): CommandInput => ({ type: 'UndoContactImport', importId });

  test('[DIRECTORY-1] counts from its end on, never before', () => {
    const desk = new TestDesk().do(start('m1', 3, 2)).do(stage('m1', 0, row('a'), row('b')));
    expect(own(desk)).toEqual([]);
    expect(refusal(desk.ask(finish('m1')))).toMatchObject({ code: 'importIncomplete', params: { parts: 1, of: 2 } });
    desk.do(stage('m1', 1, row('c'))).do(finish('m1'));
    expect(own(desk)).toEqual(['a', 'b', 'c']);
    expect(list(desk, { kind: 'person' }).rows[0]?.confirmedAt).toBe(at('01:00'));
    expect(desk.lastPayload()).toMatchObject({ added: 3, merged: 0 });
  });

  test('[DIRECTORY-1] what a part is found by is worked out as it comes, and is what counts after the end', () => {
    const desk = new TestDesk().do(start('m1', 2, 2)).do(stage('m1', 0, row('a')));
    const rows = desk.context.directory().running?.staged.buckets.flatMap((bucket) => bucket ?? []);
    const first = rows?.[0]?.contact;
    expect(first !== undefined && isPrepared(first)).toBe(true);
    expect(own(desk, { text: 'a' })).toEqual([]);
    desk.do(stage('m1', 1, row('b'))).do(finish('m1'));
    const { contacts } = desk.context.directory();
    expect(findContact(contacts, 'a')?.contact).toBe(first);
    expect([...eachContact(contacts)].every(({ contact }) => isPrepared(contact))).toBe(true);
    expect(refusal(desk.ask(finish('m1'))).code).toBe('importNotOpen');
  });

  test('[DIRECTORY-1] parts come in order, each once, no more and no fewer than were said', () => {
    const desk = new TestDesk().do(start('m1', 2, 2));
    expect(refusal(desk.ask(stage('m1', 1, row('a')))).code).toBe('importIncomplete');
    desk.do(stage('m1', 0, row('a')));
    expect(refusal(desk.ask(stage('m1', 0, row('a')))).code).toBe('importIncomplete');
    expect(refusal(desk.ask(stage('m2', 1, row('b')))).code).toBe('importNotOpen');
    desk.do(stage('m1', 1, row('b'), row('c')));
    expect(refusal(desk.ask(finish('m1'))).code, 'three rows where two were said').toBe('importIncomplete');
    expect(refusal(desk.ask(stage('m1', 2, row('d')))).code).toBe('importIncomplete');
  });

  test('[DIRECTORY-1] cancelled, or overtaken by another one, it leaves nothing', () => {
    const desk = new TestDesk().do(start('m1', 1)).do(stage('m1', 0, row('a')));
    desk.do({ type: 'CancelContactImport', importId: 'm1' });
    expect(refusal(desk.ask(finish('m1'))).code).toBe('importNotOpen');
    desk
      .do(start('m2', 1))
      .do(stage('m2', 0, row('b')))
      .do(start('m3', 1))
      .do(stage('m3', 0, row('c')));
    expect(refusal(desk.ask(finish('m2'))).code).toBe('importNotOpen');
    desk.do(finish('m3'));
    expect(own(desk)).toEqual(['c']);
  });

  test('another officer’s import is let be while it moves', () => {
    const desk = new TestDesk().do(start('m1', 1));
    const running = desk.context.directory().running;
    if (running === null) throw new Error('none runs');
    const other = { ...running, actor: { ...running.actor, officerId: 'o2', name: '乙' } };
    const context = { ...desk.context, directory: () => ({ ...desk.context.directory(), running: other }) };
    const begin = (now: number) => decideIn({ ...context, now }, start('m2', 1));
    expect(refusal(begin(running.lastAt + 59_999))).toMatchObject({ code: 'importRunning', params: { by: '乙' } });
    expect(begin(running.lastAt + 60_000).kind).toBe('accepted');
  });

  test('a row is merged into what was seen, and refused as a whole where that changed since', () => {
    const desk = new TestDesk().do(add('a', person('甲')));
    const head = desk.lastEntryId('ContactAdded');
    desk.do(start('m1', 2)).do(stage('m1', 0, row('a', '甲改', head), row('b')));
    desk.do({ type: 'ConfirmContact', contactId: 'a' });
    expect(refusal(desk.ask(finish('m1')))).toMatchObject({ code: 'importOvertaken', params: { n: 1 } });
    const now = desk.lastEntryId('ContactConfirmed');
    desk
      .do(start('m2', 2))
      .do(stage('m2', 0, row('a', '甲改', now), row('b')))
      .do(finish('m2'));
    expect(own(desk)).toEqual(['b', '甲改']);
    expect(desk.lastPayload()).toMatchObject({ added: 1, merged: 1 });
  });

  test('one entry twice in one import is refused', () => {
    const desk = new TestDesk().do(start('m1', 2)).do(stage('m1', 0, row('a'), row('a')));
    expect(refusal(desk.ask(finish('m1'))).code).toBe('idTaken');
  });

  test('[DIRECTORY-2] undone as a whole: what it added goes, what it changed is as before', () => {
    const desk = new TestDesk().do(add('a', person('甲'))).do({ type: 'ConfirmContact', contactId: 'a' });
    const before = list(desk);
    const head = desk.lastEntryId('ContactConfirmed');
    desk
      .do(start('m1', 2))
      .do(stage('m1', 0, row('a', '甲改', head), row('b')))
      .do(finish('m1'))
      .do(undo('m1'));
    expect(list(desk)).toEqual(before);
    expect(desk.lastPayload()).toMatchObject({ removed: 1, restored: 1, kept: 0 });
    expect(refusal(desk.ask(undo('m1'))).code).toBe('importUndone');
    expect(refusal(desk.ask(undo('m9'))).code).toBe('importNotOpen');
  });

  test('[DIRECTORY-2] what was changed or confirmed by hand since stays', () => {
    const desk = new TestDesk()
      .do(start('m1', 3))
      .do(stage('m1', 0, row('a'), row('b'), row('c')))
      .do(finish('m1'));
    desk.do({ type: 'ConfirmContact', contactId: 'a' });
    desk.do({ type: 'ChangeContact', contactId: 'b', contact: person('乙') }).do(undo('m1'));
    expect(own(desk)).toEqual(['a', '乙']);
    expect(desk.lastPayload()).toMatchObject({ removed: 1, restored: 0, kept: 2 });
  });

  test('[DIRECTORY-2] two imports one over the other, undone in either order, leave nothing of either', () => {
    for (const order of [
      ['m1', 'm2'],
      ['m2', 'm1'],
    ]) {
      const desk = new TestDesk()
        .do(start('m1', 1))
        .do(stage('m1', 0, row('a', '一')))
        .do(finish('m1'));
      const head = desk.lastEntryId('ContactImportFinished');
      desk
        .do(start('m2', 1))
        .do(stage('m2', 0, row('a', '二', head)))
        .do(finish('m2'));
      desk.do(undo(order[0] ?? ''));
      expect(own(desk)).toEqual(order[0] === 'm1' ? ['二'] : ['一']);
      desk.do(undo(order[1] ?? ''));
      expect(own(desk)).toEqual([]);
    }
  });
});

describe('the map of entries', () => {
  test('holds what a plain map would, and never changes one that was handed out', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'aa', 'ab', '\u0000', '__proto__');
    const step = fc.record({ id: ids, name: fc.option(fc.string(), { nil: null }) });
    fc.assert(
      fc.property(fc.array(fc.array(step)), (batches) => {
        const plain = new Map<string, KnownContact>();
        let map = EMPTY_CONTACTS;
        for (const batch of batches) {
          const [held, size] = [[...eachContact(map)], map.size];
          const changes = batch.map(({ id, name }) => [id, name === null ? null : known(id, name)] as const);
          const next = withContacts(map, changes);
          expect([[...eachContact(map)], map.size]).toEqual([held, size]);
          for (const [id, value] of changes) {
            if (value === null) plain.delete(id);
            else plain.set(id, value);
          }
          map = next;
        }
        expect(map.size).toBe(plain.size);
        expect(new Map([...eachContact(map)].map((each) => [each.contactId, each]))).toEqual(plain);
        for (const [id, value] of plain) expect(findContact(map, id)).toBe(value);
      }),
      { numRuns: 100 },
    );
  });
});

const decideIn = (context: DecisionContext, input: CommandInput): Decision =>
  decide(commandSchema.parse(input), context);

const known = (contactId: string, name: string): KnownContact => ({
  contactId,
  contact: { kind: 'person', name, numbers: [], roles: [] },
  head: null,
  changedAt: null,
  changedBy: null,
  confirmedAt: null,
  importId: null,
  before: null,
});
