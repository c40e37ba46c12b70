// Finding in a million entries: the desk's own search, from words to rows, beside LIKE and FTS5 trigram over the same
// texts in the same run; and how long after its commit an entry is found. `bench/search.ts ENTRIES` takes another size.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openDeskClient } from '#db/desk/deskClient.ts';
import { searchPath } from '#db/files/names.ts';
import { openSqlite } from '#db/log/sqlite.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { benchDesk, benchFolder } from './lib/benchDesk.ts';
import { writeBigFile } from './lib/bigFile.ts';
import { printTable, spread, verdict } from './lib/figures.ts';

const LIMIT_MS = 20;
const FINDABLE_LIMIT_MS = 200;
const ROUNDS = 25;
/** A scan of all takes as long each time. */
const ROUNDS_OF_SCANS = 2;
const NEW_ENTRIES = 40;
const SLICE = 20;

const entries = Number(process.argv[2] ?? 1_000_000);

/** Words of a night's log: a few very common, most rare. */
const PLACES = [
  '巴公镇',
  '金村镇',
  '高都镇',
  '北石店',
  '川底',
  '下村',
  '大东沟',
  '周村',
  '南村',
  '柳树口',
  '晋庙铺',
  '大阳',
];
const WHAT = [
  '疏散群众',
  '封路',
  '设卡',
  '检测浓度',
  '堵漏',
  '供水',
  '送餐',
  '照明',
  '清点人数',
  '转运伤员',
  '布设围油栏',
];
const WHO = ['消防', '公安', '卫生', '环保', '交通', '应急', '管输企业', '抢维修队', '医疗队', '志愿者'];
const STATE = ['已到场', '正在进行', '已完成', '遇阻', '请求支援', '等待命令', '已核实', '有变化'];
const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华';

let seed = 7;
function chance(): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed / 0x7fffffff;
}
/** The first ones far more often. */
const skewed = (list: string | readonly string[]): string => list[Math.floor(chance() ** 3 * list.length)] ?? '';

/** Two rare characters out of twenty thousand, as in names and places. */
const rareWord = (): string =>
  String.fromCodePoint(0x4e00 + Math.floor(chance() * 20_000), 0x4e00 + Math.floor(chance() * 20_000));

const texts: string[] = [];
function textOf(n: number): string {
  const name = `${skewed(FAMILY)}${skewed(GIVEN)}${skewed(GIVEN)}`;
  const text = `${skewed(PLACES)}${rareWord()}，${skewed(WHO)}${skewed(WHAT)}${skewed(STATE)}，${name}报：第${n}条，${Math.floor(chance() * 1000)}人`;
  texts[n] = text;
  return text;
}

/** The rare word of a note a fifth, two fifths … into the log. */
const rareOf = (fifth: number): string =>
  (texts[Math.floor((entries * fifth) / 250) * 50 + 2] ?? '').match(/(?<=镇|店|底|村|沟|口|铺|阳)..(?=，)/u)?.[0] ??
  '报';
const wordsAsked = (): [what: string, words: readonly string[]][] => [
  ['1 character, common', ['消', '报', '镇', '一', '，']],
  ['1 character, rare', [1, 2, 3].map((n) => rareOf(n).slice(0, 1))],
  ['1 character, absent', ['𪚥', 'ж', '§']],
  ['2 characters, common', ['消防', '封路', '已到', '人数']],
  ['2 characters, rare', [1, 2, 3].map((n) => rareOf(n))],
  ['2 characters, absent', ['管涌', '防消', '𪚥𪚥']],
  ['4 characters, common', ['疏散群众', '转运伤员', '已到场，']],
  ['4 characters, rare', ['王伟敏报', '罗华英报', '9876']],
  ['4 characters, absent', ['管涌险情', '消防消防', '到场到场', '群众封路']],
  ['2 words', ['消防 巴公', '罗华英 大阳', '志愿者 遇阻 柳树口']],
  ['2 common words, never together', ['消防疏 公安封', '疏散群众 封路']],
];

type Timed = { cpu: number; wall: number };
function timed(work: () => void): Timed {
  const cpu = process.cpuUsage();
  const began = performance.now();
  work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall: performance.now() - began };
}
const p99 = (all: readonly Timed[], of: keyof Timed): number => spread(all.map((one) => one[of])).p99;
const ms = (value: number): string => value.toFixed(2);

const { folder, remove } = benchFolder();
try {
  const path = join(folder, 'live.db');
  const writing = timed(() => writeBigFile(path, entries, textOf));
  console.log(`${entries} entries written in ${(writing.wall / 1000).toFixed(0)} s, ${megabytes(path)} MB`);

  const desk = benchDesk({ path });
  const slices: Timed[] = [];
  for (let progress = 'more'; progress === 'more'; ) slices.push(timed(() => (progress = desk.indexSome(SLICE))));
  const cpu = slices.reduce((sum, slice) => sum + slice.cpu, 0);
  console.log(
    `indexed in ${slices.length} slices of ${SLICE}: ${(cpu / 1000).toFixed(0)} s of CPU, ${((cpu * 1000) / entries).toFixed(0)} µs an entry, ` +
      `p99 of a slice ${ms(p99(slices, 'cpu'))} ms, ${megabytes(searchPath(path))} MB`,
  );

  const other = openSqlite(join(folder, 'other.db'));
  other.pragma('journal_mode = WAL');
  other.exec(`CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE VIRTUAL TABLE trigram USING fts5(text, tokenize = 'trigram')`);
  const filling = timed(() => {
    const insert = other.prepare('INSERT INTO plain (id, text) VALUES (?, ?)');
    const insertTrigram = other.prepare('INSERT INTO trigram (rowid, text) VALUES (?, ?)');
    other.transaction(() => {
      texts.forEach((text, n) => {
        insert.run(n + 1, text);
        insertTrigram.run(n + 1, text);
      });
    })();
  });
  console.log(
    `LIKE and trigram tables: ${(filling.cpu / 1000).toFixed(0)} s of CPU, ${megabytes(join(folder, 'other.db'))} MB`,
  );
  const like = other.prepare(`SELECT id FROM plain WHERE text LIKE '%' || ? || '%' ORDER BY id DESC LIMIT 6`);
  const trigram = other.prepare('SELECT rowid FROM trigram WHERE trigram MATCH ? ORDER BY rowid DESC LIMIT 6');

  const words = wordsAsked();
  const rows: string[][] = [['p99 ms, CPU', 'search', 'on the wall', 'cut short', 'found', 'LIKE', 'trigram', 'found']];
  const all: Timed[] = [];
  for (const [what, asked] of words) {
    const own: Timed[] = [];
    let cut = 0;
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of asked) {
        own.push(
          timed(() => {
            const reply = desk.query({ type: 'search', text });
            if (!reply.ok || reply.result.index.kind !== 'whole') throw new Error(JSON.stringify(reply));
            const { groups } = reply.result;
            if (round > 0) return;
            found += groups.reduce((sum, group) => sum + group.rows.length, 0);
            if (groups.some((group) => group.rows.length === 0)) cut += 1;
          }),
        );
      }
    }
    all.push(...own);
    const scans: Timed[] = [];
    const trigrams: Timed[] = [];
    let byTrigram = 0;
    for (let round = 0; round < ROUNDS_OF_SCANS; round += 1) {
      for (const text of asked) {
        const [first = ''] = text.split(' ');
        scans.push(timed(() => void like.all(first)));
        const phrases = text.split(' ').map((word) => `"${word}"`);
        trigrams.push(timed(() => (byTrigram += trigram.all(phrases.join(' ')).length)));
      }
    }
    rows.push([
      what,
      ms(p99(own, 'cpu')),
      ms(p99(own, 'wall')),
      `${cut}/${asked.length}`,
      String(found),
      ms(p99(scans, 'cpu')),
      ms(p99(trigrams, 'cpu')),
      String(byTrigram / ROUNDS_OF_SCANS),
    ]);
  }
  other.close();
  desk.close();
  printTable(rows);
  for (const [index, [what]] of words.entries())
    verdict(`${what}, p99 of CPU`, Number(rows[index + 1]?.[1]), LIMIT_MS, 'ms');
  verdict('all of them, p99 of CPU', p99(all, 'cpu'), LIMIT_MS, 'ms');
  verdict('an entry is found after its commit, p99', await findableAfter(path), FINDABLE_LIMIT_MS, 'ms');
} finally {
  remove();
}

/** Through the desk's worker, as a screen asks: from the acknowledged commit to the answer that has the entry. */
async function findableAfter(path: string): Promise<number> {
  const worker = new URL('../db/desk/deskWorker.ts', import.meta.url);
  const client = await openDeskClient({ path, kind: 'live', plans: builtinPlans, worker, checkAfterMs: 3_600_000 });
  const waits: number[] = [];
  for (let n = 0; n < NEW_ENTRIES; n += 1) {
    const text = `新到第${n}号管涌`;
    const command = { type: 'AddNote' as const, incidentId: `i${Math.floor(entries / 50) - 1}`, text };
    const request = { desk: 'live', commandId: `findable-${n}-${entries}`, officerId: 'o1', command };
    const reply = await client.execute(request);
    const settled =
      'confirm' in reply ? await client.execute({ ...request, confirmToken: reply.confirm.token }) : reply;
    if (!settled.ok) throw new Error(JSON.stringify(settled));
    const committed = performance.now();
    while (!(await isFound(text))) continue;
    waits.push(performance.now() - committed);
  }
  await client.close();
  return spread(waits).p99;

  async function isFound(text: string): Promise<boolean> {
    const reply = await client.query({ type: 'search', text });
    return reply.ok && reply.result.groups.some(({ rows: found }) => found.length > 0);
  }
}

function megabytes(path: string): string {
  return (statSync(path).size / 1e6).toFixed(0);
}
