// A list of 20,000 as xlsx, from its bytes to the desk's log: read and matched as the page's thread does it, then written
// part by part while the board is asked for again and again. Found in at once (`find at once`), and after a pause no longer
// than it takes to read that the import is done: what a search needs of 20,000 entries is made ready in slices meanwhile.

import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDeskClient } from '#db/desk/deskClient.ts';
import { readingOf } from '#renderer/app/directory/reading.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { partRowsOf } from '#shared/domain/directory/commands.ts';
import { guessColumns, matchImport, readImport, stageImport } from '#shared/domain/directory/importTable.ts';
import { builtinPlans } from '#shared/plan/packages/builtin.ts';
import { readTable } from '#shared/spreadsheet/readTable.ts';
import { writeXlsx } from '#shared/spreadsheet/writeTable.ts';
import { benchDesk, benchFolder } from './lib/benchDesk.ts';
import { printTable, spread, verdict } from './lib/figures.ts';

const ROWS = 20_000;
const TOTAL_LIMIT_MS = 5000;
const ANSWER_LIMIT_MS = 20;
const FIND_LIMIT_MS = 20;
const EVERY_MS = 20;
const SETTLE_MS = 300;
const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇曾解';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华';

const name = (n: number): string =>
  `${FAMILY[n % FAMILY.length]}${GIVEN[(n >> 3) % GIVEN.length]}${GIVEN[(n >> 7) % GIVEN.length]}`;
const line = (n: number) => [
  name(n),
  `某县第${n % 500}单位`,
  '科长',
  `138${String(n).padStart(8, '0')}`,
  `0356-${2_000_000 + n}`,
];
const table = [['姓名', '单位', '职务', '手机', '办公电话'], ...Array.from({ length: ROWS }, (_, n) => line(n))];
const bytes = writeXlsx('通讯录', table);

const { folder, remove } = benchFolder();
const path = join(folder, 'desk.db');
benchDesk({ path }).close();
const worker = new URL('../db/desk/deskWorker.ts', import.meta.url);
const desk = await openDeskClient({ worker, path, kind: 'live', plans: builtinPlans });
let sent = 0;
async function run(command: CommandInput): Promise<void> {
  sent += 1;
  const reply = await desk.execute({ desk: 'live', commandId: `import-bench-${sent}`, officerId: 'o1', command });
  if (!reply.ok) throw new Error(`${command.type}: ${JSON.stringify(reply)}`);
}

const answers: number[] = [];
/** How late a timer was beside it: the machine's own share, and what sending the parts takes of this thread. */
const late: number[] = [];
let isWriting = true;
/** Asked at fixed instants, whether or not the one before was answered: a wait counts for everyone who waits. */
async function askAll(): Promise<void> {
  const asked: Promise<unknown>[] = [];
  while (isWriting) {
    const from = performance.now();
    asked.push(desk.query({ type: 'getBoard' }).then(() => answers.push(performance.now() - from)));
    const waiting = performance.now();
    await wait(EVERY_MS);
    late.push(performance.now() - waiting - EVERY_MS);
  }
  await Promise.all(asked);
}

const start = performance.now();
const cpuBefore = process.cpuUsage();
const read = await readTable(bytes);
const plan = await desk.query({ type: 'getPlan' });
if (!plan.ok) throw new Error('no plan');
const { rows, faults } = readImport(read, guessColumns(read[0] ?? []), plan.result);
if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
for (const row of rows) {
  const reading = await readingOf(row.contact.name);
  if (reading !== null) row.contact = { ...row.contact, reading };
}
const staged = stageImport(
  matchImport(rows, []),
  () => 'merge',
  (row) => `bench-${row}`,
);
const readMs = performance.now() - start;

const asking = askAll();
const partRows = partRowsOf(staged.length);
const parts = Math.ceil(staged.length / partRows);
const asOf = new Date().toISOString();
await run({ type: 'StartContactImport', importId: 'm', fileName: 'bench.xlsx', rows: staged.length, parts, asOf });
for (let part = 0; part < parts; part += 1) {
  await run({
    type: 'StageContacts',
    importId: 'm',
    part,
    rows: staged.slice(part * partRows, (part + 1) * partRows),
  });
}
await run({ type: 'FinishContactImport', importId: 'm' });
const totalMs = performance.now() - start;
const cpu = process.cpuUsage(cpuBefore);
isWriting = false;
await asking;

async function find(text: string): Promise<number> {
  const from = performance.now();
  const reply = await desk.query({ type: 'listContacts', text, limit: 50 });
  if (!reply.ok || reply.result.size < ROWS) throw new Error('not all of it is there');
  return performance.now() - from;
}
const atOnce = await find('sw');
await wait(SETTLE_MS);
const finds: number[] = [];
for (const text of ['sw', '单', 'zgq', '13800012345', '第77单位', '没有的']) {
  for (let round = 0; round < 10; round += 1) finds.push(await find(text));
}
await desk.close();
remove();

const answer = spread(answers);
const found = spread(finds);
printTable([
  [
    `${staged.length} entries, ms`,
    'read',
    'all',
    'CPU',
    'board p50',
    'p99',
    'timer late p99',
    'find at once',
    'p50',
    'p99',
  ],
  [
    `${(bytes.length / 1_048_576).toFixed(1)} MB`,
    ...[
      readMs,
      totalMs,
      (cpu.user + cpu.system) / 1000,
      answer.p50,
      answer.p99,
      spread(late).p99,
      atOnce,
      found.p50,
      found.p99,
    ].map((ms) => ms.toFixed(1)),
  ],
]);
verdict('import of 20,000', totalMs, TOTAL_LIMIT_MS, 'ms');
verdict('the board meanwhile, p99', answer.p99, ANSWER_LIMIT_MS, 'ms');
verdict('finding among them, p99', found.p99, FIND_LIMIT_MS, 'ms');
