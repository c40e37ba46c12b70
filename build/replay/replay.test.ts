/** The headless replay as a program: what it prints, and how it refuses. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { commandTypes } from '#shared/domain/commands.ts';
import { runReplay } from './program.ts';
import { playSteps } from './testing.ts';

const PROGRAM = fileURLToPath(new URL('../replay.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'watchdesk-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function replay(args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = runReplay(args, { folder, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { status, out, stderr: err.join('\n') };
}
/** As its own process, as npm starts it. */
function spawned(args: string[], input = '') {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { input, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}
function write(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const by = { name: '甲', post: 'watchOfficer' };
const open = {
  type: 'TakeCall',
  callId: 'c1',
  receivedAt: '2013-11-22T03:10',
  occurredAt: '2013-11-22T02:12',
  disposition: { kind: 'open', incidentId: 'i1' },
};
const at = '2013-11-22T03:10';
const file = (steps: unknown[], more = {}) => ({
  scenario: 1,
  title: '某夜',
  plan: 'jincheng-pipeline-2026',
  timeZone: 'Asia/Shanghai',
  steps,
  ...more,
});

describe('lines', () => {
  test('a step done names the keys it chose and the entries it wrote', () => {
    expect(playSteps([{ at, by, do: { ...open, entryId: 'opening' } }])).toEqual([
      {
        at: '2013-11-21T19:10:00.000Z',
        type: 'TakeCall',
        ok: true,
        ids: { incidentId: 'i1', callId: 'c1', entryId: 'opening', entryIds: [expect.any(String), 'opening'] },
      },
    ]);
  });

  test('a refusal is told in Chinese with its clause, and the night goes on', () => {
    const decision = { post: 'officeDirector', name: '乙', means: 'phone' };
    const lines = playSteps([
      { at, by, do: open },
      {
        at,
        by,
        do: { type: 'StartResponse', incidentId: 'i1', level: 'II', decision, expectedHours: 24, reason: 'x' },
      },
      { at, by, do: { type: 'RecordFigures', incidentId: 'i1', figures: { dead: -1 } } },
      { at, by, do: { type: 'Dance' } },
      { at, by, do: open },
      { at, board: true },
    ]);
    expect(lines.slice(1, 5).map(({ error }) => error)).toEqual([
      {
        code: 'noAuthority',
        clause: '4.3.2',
        message:
          '办公室主任无权作此决定，有权者：指挥长、副指挥长；如本人同时担任副指挥长，请以该职务作出（依据 4.3.2）',
      },
      { code: 'invalidCommand', clause: null, message: '数字 · 遇难：不能小于0' },
      { code: 'unknownCommand', clause: null, message: '没有这种操作：Dance' },
      { code: 'idTaken', clause: null, message: '接报编号已被使用：c1' },
    ]);
    expect(lines[5]?.incidents).toHaveLength(1);
  });

  test('what a person would be asked is told as confirm and not done, unless the step confirms it', () => {
    const odd = { type: 'RecordFigures', incidentId: 'i1', figures: { atRisk: 2, dead: 3 } };
    const lines = playSteps([
      { at, by, do: open },
      { at, by, do: odd },
      { at, board: true },
      { at, by, do: odd, confirmed: true },
      { at, board: true },
    ]);
    expect(lines[1]).toMatchObject({
      ok: false,
      error: { code: 'confirm', clause: null, message: '遇难3人多于涉险2人，确认无误吗？' },
    });
    expect(lines[2]?.incidents).toMatchObject([{ clockGradeBasis: { kind: 'undetermined' }, proposedLevel: null }]);
    expect(lines[3]).toMatchObject({ ok: true });
    expect(lines[4]?.incidents).toMatchObject([{ proposedLevel: 'II' }]);
  });

  test('incidents are sorted by key; a closed one still shows what it owes', () => {
    const lines = playSteps([
      { at, by, do: { ...open, disposition: { kind: 'open', incidentId: 'b' } } },
      { at, by, do: { ...open, callId: 'c2', disposition: { kind: 'open', incidentId: 'a' } } },
      { at, by, do: { type: 'CloseIncident', incidentId: 'b', reason: '处置完毕' }, confirmed: true },
      { at, board: true },
    ]);
    const [a, b] = lines[3]?.incidents ?? [];
    expect([a?.key, b?.key]).toEqual(['a', 'b']);
    expect(b?.obligations.filter(({ state }) => state === 'open')).toMatchObject([{ rule: 'F1' }]);
  });

  test('a board before anything happened is empty', () => {
    expect(playSteps([{ at, board: true }])).toEqual([{ at: '2013-11-21T19:10:00.000Z', incidents: [], warnings: [] }]);
  });

  test('an id of theirs that a step gave to somebody else is passed over', () => {
    const stranger = { type: 'AddOfficer', officerId: 'by-2', name: '丙', post: '值班员' };
    const lines = playSteps([
      { at, by, do: stranger },
      { at, by: { name: '丁', post: 'dutyLead' }, do: open },
    ]);
    expect(lines.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test('officers who appear sign in by themselves and can take a duty', () => {
    const lead = { name: '乙', post: 'dutyLead' };
    const lines = playSteps([
      { at, by, do: { type: 'TakeDuty', duty: 'watch', officerId: 'by-1' } },
      { at, by: lead, do: { type: 'TakeDuty', duty: 'lead', officerId: 'by-2' } },
      { at, by, do: open },
    ]);
    expect(lines.map(({ ok }) => ok)).toEqual([true, true, true]);
  });
});

describe('the program', () => {
  test('prints JSON Lines alone, from a file or from standard input', () => {
    const steps = [
      { at, by, do: open },
      { at, board: true },
    ];
    const read = spawned([write('night.json', file(steps))]);
    expect(read).toMatchObject({ status: 0, stderr: '' });
    expect(read.stdout).toBe(
      `${playSteps(steps)
        .map((line) => JSON.stringify(line))
        .join('\n')}\n`,
    );
    expect(spawned(['-'], JSON.stringify(file(steps)))).toEqual(read);
  });

  test('a bad file ends with 2, without a trace on standard output', () => {
    expect(spawned(['none.json'])).toEqual({ status: 2, stdout: '', stderr: 'none.json：没有这个文件\n' });
  });

  test('takes a plan by its path beside the file', () => {
    const plan = readFileSync(
      new URL('../../shared/plan/packages/jincheng-pipeline-2026/plan.json', import.meta.url),
      'utf8',
    );
    mkdirSync(join(folder, 'nights'), { recursive: true });
    write('nights/own.json', { ...(JSON.parse(plan) as object), id: 'own' });
    write('nights/night.json', file([{ at, by, do: open }], { plan: 'own.json' }));
    expect(replay(['nights/night.json'])).toMatchObject({ status: 0 });
  });

  test('--commands prints the schema of every command, by type', () => {
    const { status, out } = replay(['--commands']);
    expect(status).toBe(0);
    const schemas = JSON.parse(out.join('')) as Record<string, { type?: string; required?: string[] }>;
    expect(Object.keys(schemas).sort()).toEqual(commandTypes.toSorted());
    expect(schemas['AddNote']?.required?.toSorted()).toEqual(['incidentId', 'text', 'type']);
  });
});

describe('a bad file ends with 2, says every fault on stderr, and plays nothing', () => {
  const bad: [string, () => string[], RegExp[]][] = [
    ['no argument', () => [], [/usage/]],
    ['too many', () => ['a', 'b'], [/usage/]],
    ['an unknown option', () => ['--fast'], [/usage/]],
    ['no such file', () => ['none.json'], [/^none\.json：没有这个文件$/m]],
    ['a folder', () => ['.'], [/这是一个文件夹/]],
    ['no JSON', () => [write('broken.json', '{"scenario":1,')], [/不是有效的 JSON/]],
    ['an empty file', () => [write('empty.json', '')], [/不是有效的 JSON/]],
    ['a key twice', () => [write('twice.json', '{"scenario":1,"scenario":1}')], [/scenario：同一个键出现了两次/]],
    [
      'an unknown plan',
      () => [write('plan.json', file([], { plan: 'atlantis' }))],
      [/^plan\.json：1 处错误$/m, /^ {2}plan：atlantis：没有这个文件$/m],
    ],
    [
      'a plan that is none',
      () => [write('noplan.json', file([], { plan: 'noplan.json' }))],
      [/^noplan\.json：\d+ 处错误$/m, /^ {2}plan：noplan\.json：format：/m],
    ],
    [
      'several faults at once',
      () => [
        write(
          'faults.json',
          file([{ at: 'x', board: true }, { at, by: {}, do: { type: 'AddNote' } }, 7], { timeZone: 'x' }),
        ),
      ],
      [
        /^faults\.json：5 处错误$/m,
        /timeZone：不是有效的时区/,
        /第1步 steps\.0\.at：不是有效的时间/,
        /第2步 steps\.1\.by\.name：缺少此项/,
        /第2步 steps\.1\.by\.post：缺少此项/,
        /第3步 steps\.2：每一步必须是 do 或 board/,
      ],
    ],
    [
      'time running backwards',
      () => [
        write(
          'back.json',
          file([
            { at, board: true },
            { at: '2013-11-22T03:09', board: true },
          ]),
        ),
      ],
      [/第2步 steps\.1\.at：时间早于上一步/],
    ],
  ];
  test.each(bad)('%s', (_name, args, patterns) => {
    const { status, out, stderr } = replay(args());
    expect({ status, out }).toEqual({ status: 2, out: [] });
    for (const pattern of patterns) expect(stderr).toMatch(pattern);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('text that is not UTF-8', () => {
    writeFileSync(join(folder, 'gbk.json'), Buffer.from([0x7b, 0x22, 0xc7, 0xe0, 0x22, 0x7d]));
    expect(replay(['gbk.json'])).toEqual({ status: 2, out: [], stderr: 'gbk.json：不是 UTF-8 文本' });
  });
});
