import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchPath } from '#db/files/names.ts';
import { openSqlite, type Sqlite } from '#db/log/sqlite.ts';
import {
  MINUTE,
  manualClock,
  openIncident,
  readyDesk,
  START,
  type TestDesk,
  tempFolder,
  testDesk,
} from '#db/testing/testDesk.ts';
import { playWholeNight } from '#db/testing/wholeNight.ts';
import type { Query } from '#shared/contract/deskApi.ts';
import { charactersOf, isFound } from '#shared/domain/search/fold.ts';
import { entryKinds, type FoundKind, foundKinds } from '#shared/domain/search/kinds.ts';
import type { Found, SearchRow } from '#shared/domain/search/rows.ts';
import type { Cursor, Page } from './find.ts';
import { createSearch } from './search.ts';
import { SEARCH_VERSION } from './searchFile.ts';
import { askedOf } from './tokens.ts';

type Asked = Omit<Extract<Query, { type: 'search' }>, 'type' | 'text'>;

function search(desk: TestDesk, text: string, asked: Asked = {}): SearchRow {
  const reply = desk.query({ type: 'search', text, limit: 100, ...asked });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.result;
}

const found = (desk: TestDesk, text: string, asked: Asked = {}): Found[] =>
  search(desk, text, asked).groups.flatMap(({ rows }) => rows);
const ofKind = (desk: TestDesk, text: string, kind: FoundKind): Found[] => found(desk, text, { kinds: [kind] });
const lineOf = ({ parts }: Found): string => parts.map(({ text }) => text).join('');
const notes = (desk: TestDesk, text: string, asked: Asked = {}): string[] =>
  found(desk, text, { kinds: ['entry'], ...asked }).map(lineOf);

function deskWith(texts: readonly string[], path?: string): TestDesk {
  const desk = readyDesk(path === undefined ? {} : { path });
  openIncident(desk, 'i1');
  for (const text of texts) {
    desk.clock.pass(MINUTE);
    desk.must({ type: 'AddNote', incidentId: 'i1', text });
  }
  return desk;
}

/** Everything that the index holds, the state aside. */
function contents(db: Sqlite): unknown {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name")
    .pluck()
    .all();
  expect(tables.length).toBeGreaterThanOrEqual(foundKinds.length - 2);
  const words = tables.map((table) => {
    db.exec(`CREATE VIRTUAL TABLE temp.all_${table} USING fts5vocab(main, ${table}, instance)`);
    return [table, db.prepare(`SELECT * FROM temp.all_${table} ORDER BY term, doc, "offset"`).all()];
  });
  return [
    words,
    db.prepare('SELECT * FROM name ORDER BY id').all(),
    db.prepare('SELECT * FROM struck ORDER BY position').all(),
    db.prepare('SELECT version, position, hash FROM search_state').get(),
  ];
}

function contentsOf(path: string): unknown {
  const db = openSqlite(searchPath(path), { readonly: true });
  const all = contents(db);
  db.close();
  return all;
}

describe('what is found', () => {
  test.each([
    ['one character', '涌', 1],
    ['two', '管涌', 1],
    ['four', '管涌险情', 1],
    ['at the beginning', '坝脚', 1],
    ['at the end', '漏点', 1],
    ['a letter', 'p', 1],
    ['digits', '1234', 1],
    ['a number in groups, by its digits', '13800001234', 1],
    ['full width for half', 'ＰＥ', 1],
    ['other quotation marks', '“甲”', 1],
    ['a surrogate pair', '𠮷', 1],
    ['extension B in a name', '𠮷田𪚥', 1],
    ['words in any order', '漏点 管涌', 1],
    ['half of a surrogate pair', '\uD842', 0],
    ['what stands in no text', '龘', 0],
    ['across two texts', '漏点巴公', 0],
    ['characters that are not together', '坝涌', 0],
    ['only spaces', ' 　', 0],
    ['what would be an expression', '" OR tokens:*', 0],
  ])('[SEARCH-1] %s', (_, text, count) => {
    const desk = deskWith(['坝脚出现管涌险情，PE管，「甲」来电138-0000 1234，𠮷田𪚥说有3处漏点', '巴公镇已封路']);
    expect(notes(desk, text)).toHaveLength(count);
  });

  test('[SEARCH-1] every entry is found by any part of its text, and nothing without it', () => {
    const text = fc
      .array(fc.constantFrom(...charactersOf('险情管涌，,Aa1２Ⅲ㎡𠮷 　')), { minLength: 1, maxLength: 12 })
      .map((characters) => characters.join(''))
      .filter((characters) => characters.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 4 }),
        (texts, which, at, more) => {
          const desk = deskWith(texts);
          const characters = charactersOf((texts[which % texts.length] ?? '').trim());
          const from = at % characters.length;
          const query = characters.slice(from, from + 1 + more).join('');
          const lines = texts.map((each) => each.trim()).filter((each) => isFound([each], query));
          const noted = ofKind(desk, query, 'entry').filter((row) => 'row' in row && row.row.type === 'NoteAdded');
          expect(noted.length).toBe(lines.length);
          desk.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('[SEARCH-1] every entry of a whole night is found by its texts, in the kind it is of', () => {
    const desk = readyDesk();
    playWholeNight(desk);
    const all = ['管', '通报', '泡沫车', '周队长', '报告', '交办', '接报', '告警', '签发'];
    for (const text of all) expect(found(desk, text).length, text).toBeGreaterThan(0);
    expect(ofKind(desk, '泡沫车', 'entry').map(lineOf)).toContain('泡沫车');
    expect(ofKind(desk, '通报', 'bulletin'), 'one row for each bulletin').toHaveLength(2);
    const warnings = ofKind(desk, '预警', 'warning');
    expect(warnings.length, 'by its level’s label').toBeGreaterThan(0);
    expect(new Set(warnings.map(({ id }) => id)).size, 'one row for each warning').toBe(warnings.length);
    const positions = entryKinds
      .flatMap((kind) => ofKind(desk, '管', kind))
      .map((row) => 'row' in row && row.row.position);
    expect(new Set(positions).size, 'an entry is of one kind').toBe(positions.length);
  });

  test('[SEARCH-2] people by name, initials and number; more is learned of one, another number is another', () => {
    const desk = readyDesk();
    playWholeNight(desk);
    const [chief] = ofKind(desk, '周队长', 'person');
    expect(chief).toMatchObject({ phone: [{ text: '13800000000', hit: false }], officerId: null });
    for (const text of ['zdz', '周', '0000000', '13800000000']) {
      expect(ofKind(desk, text, 'person').map(lineOf), text).toContain('周队长');
    }
    const head = (personId: string, phone?: string) => ({
      personId,
      name: '钱工',
      ...(phone === undefined ? {} : { phone }),
    });
    openIncident(desk, 'i9');
    const decision = { post: 'commander', name: '陈立', means: 'phone' as const };
    desk.must({ type: 'OpenOnSceneCommand', incidentId: 'i9', head: head('q1'), place: '路口', decision });
    expect(ofKind(desk, 'qg', 'person')).toMatchObject([{ phone: null }]);
    desk.must({ type: 'ChangeOnSceneCommand', incidentId: 'i9', head: head('q2', '139 0000 0001'), decision });
    expect(ofKind(desk, 'qg', 'person'), 'his number was learned').toMatchObject([
      { phone: [{ text: '139 0000 0001' }] },
    ]);
    desk.must({ type: 'ChangeOnSceneCommand', incidentId: 'i9', head: head('q3', '139 0000 0002'), decision });
    expect(ofKind(desk, 'qg', 'person'), 'another of that name').toHaveLength(2);
    expect(ofKind(desk, '王值班', 'person')).toMatchObject([{ officerId: 'officer' }]);
    expect(ofKind(desk, '王值班', 'person')).toHaveLength(1);
  });

  test('[SEARCH-2] units of the plan and units named in words', () => {
    const desk = readyDesk();
    playWholeNight(desk);
    expect(ofKind(desk, '指挥部办公室', 'unit')).toMatchObject([{ unitId: 'office', name: '市指挥部办公室' }]);
    expect(ofKind(desk, '运水', 'unit')).toMatchObject([{ unitId: null, name: '运水车队' }]);
  });

  test('[SEARCH-2] an incident by what it is called now; struck, by what it was called before', () => {
    const desk = readyDesk();
    openIncident(desk, 'i1');
    const before = desk.clock.now();
    desk.clock.pass(MINUTE);
    desk.must({ type: 'ReviseDetails', incidentId: 'i1', entryId: 'renamed', title: '暗渠爆炸' });
    expect(ofKind(desk, '暗渠', 'incident').map(lineOf)).toEqual(['暗渠爆炸']);
    expect(ofKind(desk, '事件 i1', 'incident')).toEqual([]);
    expect(found(desk, '事件i1', { kinds: ['incident'], at: before }).map(lineOf), 'as it was known').toEqual([
      '事件 i1',
    ]);
    desk.clock.pass(MINUTE);
    desk.must({ type: 'StrikeEntry', incidentId: 'i1', strikes: 'renamed', reason: '录错' });
    expect(ofKind(desk, '暗渠', 'incident')).toEqual([]);
    expect(ofKind(desk, '事件i1', 'incident').map(lineOf)).toEqual(['事件 i1']);
  });

  test('[SEARCH-5] what was struck is found and says so, as the log does', () => {
    const desk = deskWith([]);
    desk.must({ type: 'AddNote', incidentId: 'i1', entryId: 'wrong', text: '有三人被困' });
    const before = desk.clock.now();
    desk.clock.pass(MINUTE);
    desk.must({ type: 'StrikeEntry', incidentId: 'i1', strikes: 'wrong', reason: '录错' });
    const [row] = ofKind(desk, '三人被困', 'entry');
    const log = desk.query({ type: 'listLog', incidentId: 'i1' });
    const listed = log.ok ? log.result.find(({ entryId }) => entryId === 'wrong') : null;
    expect(row).toMatchObject({ row: listed, incidentTitle: '事件 i1' });
    expect(listed?.struck?.reason).toBe('录错');
    expect(found(desk, '三人被困', { kinds: ['entry'], at: before })).toMatchObject([{ row: { struck: null } }]);
  });
});

describe('in which order, and how much', () => {
  test('[SEARCH-4] the whole text before the words together before all of the words; of each the latest first', () => {
    const texts = ['封路', '爆炸后封路', '路已封，爆炸', '爆炸封路', '爆炸 封路', '封路爆炸'];
    expect(notes(deskWith(texts), '爆炸 封路')).toEqual(['爆炸 封路', '爆炸封路', '封路爆炸', '爆炸后封路']);
    expect(notes(deskWith(texts), '封路')).toEqual(['封路', '封路爆炸', '爆炸 封路', '爆炸封路', '爆炸后封路']);
  });

  test('[SEARCH-4] page by page each is answered once, and the last page says so', () => {
    const desk = deskWith(Array.from({ length: 23 }, (_, n) => (n % 5 === 0 ? '封路' : `第${n}次封路`)));
    const pages: string[][] = [];
    let page: string | null = null;
    do {
      const { groups } = search(desk, '封路', { kinds: ['entry'], limit: 5, ...(page === null ? {} : { page }) });
      pages.push((groups[0]?.rows ?? []).map(lineOf));
      page = groups[0]?.next ?? null;
    } while (page !== null);
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat()).toEqual(notes(desk, '封路'));
  });

  test('[SEARCH-4] a million entries stand in parts: page by page, also where time runs out, all are answered once', () => {
    const desk = deskWith(Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? '封路' : `第${n}次封路 爆炸`)));
    const index = createSearch({ path: ':memory:', log: desk.log, planOf: () => null, positionsAPart: 7 });
    index.step(1000);
    const span = { first: 9, last: desk.position() - 5 };
    const asked = askedOf('爆炸 封路', { incidentId: null, officerId: null });
    const whole = index.find({ kind: 'entry', asked, span, limit: 1000, from: null, isLate: () => false });
    expect(whole.ids.length).toBeGreaterThan(30);
    expect(whole.next).toBeNull();
    for (const isLate of [() => false, () => true]) {
      const ids: number[] = [];
      let from: Cursor | null = null;
      do {
        const page: Page = index.find({ kind: 'entry', asked, span, limit: 4, from, isLate });
        expect(page.ids.length).toBeLessThanOrEqual(4);
        ids.push(...page.ids);
        from = page.next;
      } while (from !== null);
      expect(ids).toEqual(whole.ids);
    }
    index.close();
  });

  test('[SEARCH-4] by incident, kind, author and time', () => {
    const desk = deskWith(['封路']);
    openIncident(desk, 'i2');
    const from = desk.clock.now() + MINUTE;
    desk.clock.pass(MINUTE);
    desk.must({ type: 'AddNote', incidentId: 'i2', text: '又封路' });
    desk.must({ type: 'AddOfficer', officerId: 'li', name: '李封路', post: 'dutyLead' });
    expect(notes(desk, '封路', { incidentId: 'i2' })).toEqual(['又封路']);
    expect(notes(desk, '封路', { officerId: 'officer' })).toContain('封路');
    expect(notes(desk, '封路', { officerId: 'nobody' })).toEqual([]);
    expect(notes(desk, '封路', { from })).toEqual(['李封路', '又封路']);
    expect(notes(desk, '封路', { to: from })).toEqual(['封路']);
    expect(search(desk, '封路').groups.map(({ kind }) => kind)).toEqual(['person', 'entry']);
    expect(found(desk, '封路', { incidentId: 'i2' }).every(({ kind }) => kind !== 'person')).toBe(true);
  });

  test('[READ-4] at a past instant only what was known then', () => {
    const desk = deskWith(['封路', '封路二']);
    expect(notes(desk, '封路', { at: START + MINUTE })).toEqual(['封路']);
    expect(notes(desk, '封路', { at: START - 1 })).toEqual([]);
  });

  test.each([
    ['a long text', { text: '险'.repeat(101) }],
    ['an unknown kind', { text: '险', kinds: ['hat'] }],
    ['no kind', { text: '险', kinds: [] }],
    ['a page that is none', { text: '险', page: '1.1; DROP TABLE name' }],
    ['too many', { text: '险', limit: 1000 }],
    ['an incident that is no id', { text: '险', incidentId: '../..' }],
  ])('[SEARCH-4] %s is refused', (_, asked) => {
    const reply = readyDesk().query({ type: 'search', ...asked } as Extract<Query, { type: 'search' }>);
    expect(reply).toMatchObject({ ok: false, error: { code: 'query' } });
  });
});

describe('the index', () => {
  test('[SEARCH-6] entry by entry it is what the whole log gives', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = readyDesk({ path });
    playWholeNight(desk, () => desk.indexSome(1000));
    desk.close();
    const stepwise = contentsOf(path);
    writeFileSync(searchPath(path), '');
    const again = readyAt(path);
    while (again.indexSome(7) === 'more');
    again.close();
    expect(contentsOf(path)).toEqual(stepwise);
  });

  const readyAt = (path: string): TestDesk => testDesk({ path, clock: manualClock(START + 1e9) });

  test('[SEARCH-7] it survives a restart and goes on where it was', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = deskWith(['封路'], path);
    expect(notes(desk, '封路')).toHaveLength(1);
    desk.must({ type: 'AddNote', incidentId: 'i1', text: '又封路' });
    desk.close();
    const again = readyAt(path);
    expect(notes(again, '封路')).toEqual(['封路', '又封路']);
    again.close();
  });

  test('[SEARCH-6] while it is built it says so and answers from what there is', () => {
    const desk = deskWith(Array.from({ length: 450 }, (_, n) => `第${n}次封路`));
    const first = search(desk, '封路', { kinds: ['entry'], limit: 1 });
    expect(first.index).toEqual({ kind: 'building', done: 200, total: desk.position() });
    expect(first.groups[0]?.rows).toHaveLength(1);
    while (desk.indexSome(100) === 'more');
    expect(search(desk, '封路', { limit: 1 }).index).toEqual({ kind: 'whole' });
    expect(notes(desk, '第449次')).toHaveLength(1);
  });

  test.each([
    ['of another version', (path: string) => tamper(path, `UPDATE search_state SET version = ${SEARCH_VERSION + 1}`)],
    ['of another log', (path: string) => tamper(path, "UPDATE search_state SET hash = x'00'")],
    ['beyond the log', (path: string) => tamper(path, 'UPDATE search_state SET position = 9999')],
    ['without a table', (path: string) => tamper(path, 'DROP TABLE name')],
    ['cut short', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['overwritten within', (path: string) => overwrite(path)],
    ['no database', (path: string) => writeFileSync(path, 'nothing of the kind '.repeat(500))],
    ['empty', (path: string) => writeFileSync(path, '')],
  ])('[SEARCH-7] one %s is made anew, and the log is whole', (_, harm) => {
    const path = `${tempFolder()}/live.db`;
    const desk = deskWith(
      Array.from({ length: 60 }, (_unused, n) => `第${n}次封路`),
      path,
    );
    notes(desk, '封路');
    desk.close();
    harm(searchPath(path));
    const again = readyAt(path);
    const length = again.position();
    for (let n = 0; n < 5 && notes(again, '封路').length < 60; n += 1) again.indexSome(1000);
    expect(notes(again, '封路')).toHaveLength(60);
    expect(notes(again, '第59次')).toHaveLength(1);
    expect(again.position()).toBe(length);
    again.close();
  });

  function tamper(path: string, sql: string): void {
    const db = openSqlite(path);
    db.exec(sql);
    db.close();
  }

  function overwrite(path: string): void {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 2);
    writeFileSync(path, bytes);
  }

  test('[SEARCH-7] what cannot be written stops no command and no answer', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = deskWith(['封路'], path);
    expect(notes(desk, '封路')).toHaveLength(1);
    const other = openSqlite(searchPath(path), { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    desk.must({ type: 'AddNote', incidentId: 'i1', text: '又封路' });
    expect(search(desk, '封路').index).toEqual({ kind: 'stopped' });
    other.exec('ROLLBACK');
    other.close();
    expect(notes(desk, '封路')).toHaveLength(2);
    desk.close();
  });

  test('[LOG-4] what was redacted is no longer found, nor is it in the file', () => {
    const path = `${tempFolder()}/live.db`;
    const desk = deskWith(['公开'], path);
    desk.must({ type: 'AddNote', incidentId: 'i1', entryId: 'private', text: '王某住址槐树巷' });
    expect(notes(desk, '槐树巷')).toHaveLength(1);
    desk.log.redact('private');
    expect(notes(desk, '槐树巷')).toEqual([]);
    expect(notes(desk, '公开')).toHaveLength(1);
    desk.close();
    expect(readFileSync(searchPath(path)).includes(Buffer.from('槐树'))).toBe(false);
  });

  test('[SEARCH-7] a desk in memory keeps none; a file’s own lies beside it, in no backup', async () => {
    const folder = tempFolder();
    const desk = deskWith(['封路'], `${folder}/live.db`);
    expect(existsSync(`${folder}/live-search.db`)).toBe(false);
    notes(desk, '封路');
    expect(existsSync(`${folder}/live-search.db`)).toBe(true);
    const backup = await desk.backUp();
    const copy = openSqlite(backup?.path ?? '', { readonly: true });
    const tables = copy.prepare<[], string>("SELECT name FROM sqlite_schema WHERE name LIKE '%words%'").pluck().all();
    copy.close();
    expect(tables).toEqual([]);
    desk.close();
  });
});
