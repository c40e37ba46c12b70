import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { parsePlanPackage } from '#shared/plan/parsePlan.ts';
import { eventSchemas } from '../streams.ts';
import frozen from '../testing/frozenEvents.v1.json' with { type: 'json' };
import { entryFields } from './entryFields.ts';
import { charactersOf, fold, folded, isFound, numbersIn, wordsOf } from './fold.ts';
import { excerpt, hasHit, highlight } from './highlight.ts';
import { initialsOf } from './initials.ts';
import { namesIn } from './names.ts';
import { planLabels } from './planLabels.ts';
import { TYPE_WORDS } from './typeWords.ts';

const parsed = parsePlanPackage(builtinPlans[0]);
if (!parsed.ok) throw new Error('the built-in plan does not parse');
const labels = planLabels(parsed.plan);
const fieldsOf = (type: string, payload: unknown) => entryFields({ type, payload }, labels);

describe('what counts as the same', () => {
  test.each([
    ['one character', '险', '险'],
    ['Latin, upper and lower case', 'PE管 Dn300', 'pe管dn300'],
    ['full width', 'ＰＥ１００', 'pe100'],
    ['half-width katakana', 'ｶﾀ', 'カタ'],
    ['signs of several characters', '㎡ Ⅲ级 ℃', 'm2iii级°c'],
    ['spaces of every width', ' 险\u3000情\t！\n', '险情！'],
    ['punctuation in both widths', '(险情),!', '（险情），！'],
    ['traditional quotation marks', '「险」『情』“报”', '＂险＂＂情＂＂报＂'],
    ['Chinese stops and commas', '甲、乙。', '甲，乙．'],
    ['brackets of document numbers', '〔2026〕[2026]', '［2026］［2026］'],
    ['dashes', 'a—b–c-d', 'a－b－c－d'],
    ['the dot in a name', '阿卜杜·热合曼', '阿卜杜・热合曼'],
    ['a surrogate pair is one character', '𠮷田', '𠮷田'],
    ['extension B and later in names', '𬭚𫖯', '𬭚𫖯'],
    ['marks that only choose a glyph', '葛\u{E0100}飾\uFE0F', '葛飾'],
    ['invisible characters', '险\u200B情\uFDD0', '险情'],
    ['composed and decomposed', 'e\u0301', 'é'],
  ])('[SEARCH-1] %s', (_, text, same) => expect(fold(text)).toBe(same));

  test('[SEARCH-1] half a surrogate pair is no character of its own text', () => {
    expect(folded('𠮷')).toEqual(['𠮷']);
    expect(() => fold('\uD842')).not.toThrow();
  });

  test('[SEARCH-1] folding what is folded changes nothing', () => {
    const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(character, (one) => {
        expect(fold(fold(one))).toBe(fold(one));
      }),
    );
  });

  test('[SEARCH-1] a number in groups is found by its digits', () => {
    expect(numbersIn('电话 138-0000 1234，内线 12')).toEqual(['13800001234']);
    expect(isFound(['电话 138-0000 1234'], '00001234')).toBe(true);
    expect(numbersIn('13800001234')).toEqual([]);
  });

  test('[SEARCH-1] every word must be found, at most eight, none across two texts', () => {
    expect(wordsOf('  巴公　爆炸 ')).toEqual(['巴公', '爆炸']);
    expect(wordsOf('一 二 三 四 五 六 七 八 九')).toHaveLength(8);
    expect(isFound(['巴公镇', '发生爆炸'], '爆炸 巴公')).toBe(true);
    expect(isFound(['巴公镇', '发生爆炸'], '镇发')).toBe(false);
    expect(isFound(['巴公镇'], '巴公 失联')).toBe(false);
    expect(isFound(['巴公镇'], '  ')).toBe(false);
  });
});

describe('highlighting', () => {
  const hits = (text: string, query: string) =>
    highlight(text, query).flatMap(({ text: part, hit }) => (hit ? [part] : []));

  test.each([
    ['together where the words stand together', '巴公镇 爆炸', '巴公 镇爆', ['巴公镇 爆']],
    ['each where they do not', '爆炸，巴公镇', '巴公 爆炸', ['爆炸', '巴公']],
    ['as it was written', 'ＰＥ管 Pe100', 'pe', ['ＰＥ', 'Pe']],
    ['a sign that is several characters, whole', '3㎡', 'm', ['㎡']],
    ['surrogate pairs whole', '𠮷田来电', '𠮷', ['𠮷']],
    ['neighbours as one', '哈哈哈', '哈', ['哈哈哈']],
    ['nothing', '巴公镇', '爆', []],
  ])('[SEARCH-5] %s', (_, text, query, expected) => expect(hits(text, query)).toEqual(expected));

  test('[SEARCH-5] the parts are the text, and what is found is marked', () => {
    const text = fc.string({
      unit: fc.constantFrom(...charactersOf('险情管涌 ，,A a1Ⅲ㎡𠮷')),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 3 }), (written, at, more) => {
        const characters = charactersOf(written);
        const from = at % characters.length;
        const query = characters.slice(from, from + 1 + more).join('');
        const parts = highlight(written, query);
        expect(parts.map(({ text: part }) => part).join('')).toBe(written);
        expect(hasHit(parts)).toBe(isFound([written], query));
      }),
    );
  });

  test('[SEARCH-5] a long text is cut around the first hit', () => {
    const parts = excerpt(['甲', `${'前'.repeat(60)}爆炸${'后'.repeat(200)}`], '爆炸');
    const line = parts.map(({ text }) => text).join('');
    expect(line.startsWith('…前')).toBe(true);
    expect(line.endsWith('后…')).toBe(true);
    expect(charactersOf(line).length).toBeLessThanOrEqual(82);
    expect(parts.find(({ hit }) => hit)?.text).toBe('爆炸');
  });
});

/** The first and the last syllables of each letter: 阿 … 奥, 八 … 部. */
const EDGES: readonly [letter: string, characters: string][] = [
  ['a', '阿奥澳'],
  ['b', '八巴部簿'],
  ['c', '擦嚓错措'],
  ['d', '搭哒跺惰'],
  ['e', '婀鹅二贰'],
  ['f', '发伐富覆'],
  ['g', '旮嘎过裹'],
  ['h', '哈蛤霍豁'],
  ['j', '讥击郡骏'],
  ['k', '咖卡阔廓'],
  ['l', '拉垃落洛录律略'],
  ['m', '妈马墓牧谬'],
  ['n', '拿那诺懦疟'],
  ['o', '噢喔藕偶'],
  ['p', '趴啪瀑铺'],
  ['q', '七期群裙'],
  ['r', '然染若弱'],
  ['s', '仨撒索锁缩'],
  ['t', '他塌唾拓'],
  ['w', '挖娃物悟'],
  ['x', '西夕迅逊'],
  ['y', '丫压韵运'],
  ['z', '匝杂作座'],
];
test.each(EDGES)('[SEARCH-2] %s is the initial of its first and last syllables', (letter, characters) => {
  for (const character of charactersOf(characters))
    expect(initialsOf(`吴${character}`), character).toEqual([`w${letter}`]);
});

test.each([
  ['张海峰', ['zhf']],
  ['李卫东', ['lwd']],
  ['欧阳 娜娜', ['oynn']],
  ['单国强', ['dgq', 'sgq']],
  ['曾志伟', ['czw', 'zzw']],
  ['堃犇', ['kb']],
  ['𠮷田', ['𠮷t']],
  ['王A', ['wa']],
  ['John', []],
])('[SEARCH-2] the initials of %s are %j', (name, initials) => expect(initialsOf(name)).toEqual(initials));

describe('what an entry is found by', () => {
  test('[SEARCH-3] a word is of an event type there is', () => {
    expect(Object.keys(TYPE_WORDS).filter((type) => !Object.hasOwn(eventSchemas, type))).toEqual([]);
  });

  /** An empty word says that its own texts are enough; that nobody thought of it is never silent. */
  test('[SEARCH-3] no event type there is was forgotten', () => {
    expect(Object.keys(eventSchemas).filter((type) => !Object.hasOwn(TYPE_WORDS, type))).toEqual([]);
  });

  /** Texts of a payload, wherever they stand, but for keys, hashes and instants. */
  function textsIn(value: unknown): string[] {
    if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap(textsIn);
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  }

  /** The rows of an import are found in the directory. */
  const own = Object.entries(frozen as Record<string, unknown>).filter(([type]) => type !== 'ContactsStaged');
  test.each(own)('[SEARCH-3] every Chinese text of %s', (type, payload) => {
    const fields = fieldsOf(type, payload);
    for (const text of textsIn(payload))
      expect(isFound(fields, text), `${text} in ${JSON.stringify(fields)}`).toBe(true);
  });

  test('[SEARCH-3] ids are found by the plan’s labels, figures with their numbers', () => {
    const observed = { at: 0, precision: 'minute' };
    const figures = { dead: { kind: 'exact', n: 22 }, missing: { kind: 'atLeast', n: 6 } };
    const fields = fieldsOf('FiguresRecorded', { observed, source: '市卫健委', figures });
    for (const text of ['遇难22人', '失联至少6人', '市卫健委']) expect(isFound(fields, text), text).toBe(true);
    expect(isFound(fieldsOf('GradeDetermined', { grade: 'major', reason: null, shown: {} }), '重大')).toBe(true);
    expect(
      isFound(fieldsOf('DetailsRevised', { title: null, details: { area: 'zezhou' }, source: null }), '泽州'),
    ).toBe(true);
  });

  test('[SEARCH-3] an alarm is found by its rule and recipient, never by its key', () => {
    const stages = [{ key: 'i1/R1/city/x/1', stage: 'due', stageAt: 0 }];
    const fields = fieldsOf('AlarmRaised', { incidentId: 'i1', alarmId: 'a', kind: 'alarm', calledAt: null, stages });
    expect(isFound(fields, labels.labelOf('R1') ?? '?')).toBe(true);
    expect(isFound(fields, 'i1')).toBe(false);
  });

  test('[SEARCH-3] what stood on the screen, and hashes, are not searched', () => {
    const payload = frozen.DocumentSigned as { issue?: unknown };
    expect(isFound(fieldsOf('DocumentSigned', payload), 'chainId')).toBe(false);
    expect(fieldsOf('NotKnownHere', { text: '险情' })).toEqual([]);
    expect(fieldsOf('constructor', { text: '险情' })).toEqual([]);
  });
});

describe('whom and what an entry names', () => {
  const event = (type: string, payload: unknown, stream = 'incident/i1') => ({
    entryId: 'e',
    stream,
    type,
    payload,
    recordedAt: 0,
    position: 1,
    actor: { officerId: 'o', name: '王', post: 'watchOfficer' },
  });
  const names = (type: string, payload: unknown) =>
    namesIn(event(type, payload), labels).map(({ kind, title, more, phone }) => [kind, title, more, phone]);

  test('[SEARCH-2] people with post, unit and number; units named in words; incidents by title', () => {
    const leader = {
      personId: 'p',
      name: '周队长',
      phone: '13800000000',
      title: '队长',
      unit: { id: null, name: '通航公司' },
    };
    expect(names('GroupLeaderSet', { groupId: 'g', name: '救援组', leader, at: null })).toEqual([
      ['person', '周队长', '通航公司 队长', '13800000000'],
      ['unit', '通航公司', '', null],
    ]);
    expect(names('OfficerAdded', { officerId: 'o2', name: '李', post: 'watchOfficer' })).toEqual([
      ['person', '李', labels.labelOf('watchOfficer'), null],
    ]);
    expect(names('DetailsRevised', { title: '新名称', details: { place: '暗渠' }, source: null })).toEqual([
      ['incident', '新名称', '暗渠', null],
    ]);
    expect(names('DetailsRevised', { title: null, details: { trend: '扩大' }, source: null })).toEqual([]);
  });

  test('[SEARCH-2] channels, files and papers are neither person nor unit', () => {
    expect(names('BulletinReleased', frozen.BulletinReleased)).toEqual([['person', '某发言人', '', null]]);
    expect(names('FileAttached', frozen.FileAttached)).toEqual([]);
  });
});
