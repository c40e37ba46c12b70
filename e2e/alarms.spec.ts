/**
 * Alarms on the running host: how late they are heard and seen, with the tab hidden, the desk's worker blocked, after
 * sleep and start; and the host's own clock moved while it runs. Figures are printed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureFaketime, HOW_TO_GET_FAKETIME } from '#build/faketime.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import type { Obligation } from '#shared/plan/assessment.ts';
import { type Desk, expect, lateCall, OFFICER, openDesk, type Page, test } from './support/fixtures.ts';
import { openPlainBrowser } from './support/plainBrowser.ts';

const MINUTE = 60_000;
const AWAKE_MS = 2000;
const RESUMED_MS = 5000;
const BLOCKED_MS = 30_000;
const BLOCK_HOOK = new URL('support/blockWorker.mjs', import.meta.url).href;

/** A leak so long ago that its phone report falls due in `ms`. */
const dueIn = (incidentId: string, ms: number): CommandInput => {
  const at = new Date(Date.now() - 30 * MINUTE + ms).toISOString();
  return {
    type: 'TakeCall',
    callId: `call-${incidentId}`,
    occurredAt: at,
    receivedAt: at,
    conditions: { leak: 'yes' },
    details: { pipeline: '东黄复线' },
    disposition: { kind: 'open', incidentId, title: `泄漏 ${incidentId}` },
  };
};

async function obligations(desk: Desk): Promise<readonly Obligation[]> {
  const reply = await desk.api().query('main', { type: 'getBoard' });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.result.incidents.flatMap(({ assessment }) => assessment.obligations);
}

/** The next instant at which a clock of the desk falls due. */
async function nextDue(desk: Desk): Promise<number> {
  const ahead = (await obligations(desk)).flatMap(({ dueAt, supervised }) => (supervised ? [] : [dueAt ?? 0]));
  return Math.min(...ahead.filter((at) => at > Date.now()));
}

async function logged(desk: Desk, type: string): Promise<{ recordedAt: number; payload: Record<string, unknown> }[]> {
  const reply = await desk.api().query('main', { type: 'listLog', limit: 500 });
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.result.filter((row) => row.type === type) as never;
}

/** Tones and words of the bar, by when they came. */
type Noted = { tones: number[]; bar: { at: number; text: string }[] };

/** Runs in the page, before its own scripts. */
function noteAlarms(): void {
  const noted: Noted = { tones: [], bar: [] };
  Object.assign(window, { noted });
  window.AudioContext = class extends AudioContext {
    override createOscillator(): OscillatorNode {
      noted.tones.push(Date.now());
      return super.createOscillator();
    }
  };
  new MutationObserver(() => {
    const text = document.querySelector('section[aria-label="未确认的告警"]')?.textContent ?? '';
    const last = noted.bar.at(-1)?.text;
    if (text !== last) noted.bar.push({ at: Date.now(), text });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

async function listening(page: Page): Promise<() => Promise<Noted>> {
  await page.addInitScript(noteAlarms);
  return () => page.evaluate(() => (window as unknown as { noted: Noted }).noted);
}

const say = (what: string, ms: number, limit: number): void =>
  console.log(`lateness ${what}: ${(ms / 1000).toFixed(2)} s (limit ${limit / 1000} s)`);

async function lateness(noted: () => Promise<Noted>, dueAt: number): Promise<{ heard: number; seen: number }> {
  const isLate = ({ at, text }: Noted['bar'][number]): boolean => at >= dueAt - 500 && text.includes('超时');
  const both = async () => {
    const { tones, bar } = await noted();
    return tones.some((at) => at >= dueAt - 500) && bar.some(isLate);
  };
  await expect.poll(both, { timeout: 60_000 }).toBe(true);
  const { tones, bar } = await noted();
  const heard = Math.min(...tones.filter((at) => at >= dueAt - 500)) - dueAt;
  return { heard, seen: Math.min(...bar.filter(isLate).map(({ at }) => at)) - dueAt };
}

/** A touch of the page arms the sound. */
async function armSound(page: Page): Promise<void> {
  await page.mouse.click(700, 650);
  await expect(page.getByRole('button', { name: '告警声 开' })).toBeVisible();
}

test.describe('a due clock is heard and seen', () => {
  test.setTimeout(240_000);

  test('[ALARM-1] awake, in front', async ({ desk, page }) => {
    const noted = await listening(page);
    await desk.setUp();
    await desk.enter(page);
    await armSound(page);
    await desk.record(dueIn('front', 6000));
    const front = await lateness(noted, await nextDue(desk));
    say('awake, heard', front.heard, AWAKE_MS);
    say('awake, seen', front.seen, AWAKE_MS);
    for (const ms of [front.heard, front.seen]) expect(ms).toBeLessThanOrEqual(AWAKE_MS);
  });

  test('[ALARM-1] awake, in a tab behind another one', async ({ desk }) => {
    await desk.setUp();
    const browser = await openPlainBrowser();
    try {
      const tab = await browser.open(await desk.address(), `(${String(noteAlarms)})()`);
      const body = () => tab.evaluate<string>('document.body?.innerText ?? ""');
      await expect.poll(body, { timeout: 20_000 }).toContain('没有在办事件');
      await tab.click(700, 500);
      await expect.poll(body).toContain('告警声 开');
      await (await browser.open('about:blank')).activate();
      await expect.poll(() => tab.evaluate('document.visibilityState')).toBe('hidden');
      await desk.record(dueIn('hidden', 8000));
      const hidden = await lateness(() => tab.evaluate<Noted>('window.noted'), await nextDue(desk));
      expect(await tab.evaluate('document.visibilityState')).toBe('hidden');
      say('tab hidden, heard', hidden.heard, AWAKE_MS);
      say('tab hidden, shown', hidden.seen, AWAKE_MS);
      for (const ms of [hidden.heard, hidden.seen]) expect(ms).toBeLessThanOrEqual(AWAKE_MS);
    } finally {
      await browser.close();
    }
  });

  test('[ALARM-8] while the desk’s worker does not answer for 30 s; and it is recorded once it does', async ({
    page,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'watchdesk-e2e-'));
    const blockFile = join(folder, 'block-until');
    const desk = await openDesk(folder, { NODE_OPTIONS: `--import ${BLOCK_HOOK}`, BLOCK_UNTIL: blockFile });
    try {
      const noted = await listening(page);
      await desk.setUp();
      await desk.enter(page);
      await armSound(page);
      await desk.record(dueIn('blocked', 10_000));
      const dueAt = await nextDue(desk);
      await expect(page.getByRole('region', { name: '未确认的告警' })).toContainText('泄漏 blocked');
      const until = Date.now() + BLOCKED_MS;
      writeFileSync(blockFile, String(until));
      await wait(500);
      const asked = Date.now();
      const answered = obligations(desk)
        .then(() => Date.now() - asked)
        .catch(() => Date.now() - asked);
      const { heard, seen } = await lateness(noted, dueAt);
      expect(Date.now(), 'the worker still stands').toBeLessThan(until);
      say('worker blocked, heard', heard, AWAKE_MS);
      say('worker blocked, seen', seen, AWAKE_MS);
      expect(Math.max(heard, seen)).toBeLessThanOrEqual(AWAKE_MS);
      console.log(`a query had no answer for ${((await answered) / 1000).toFixed(1)} s`);
      expect(await answered).toBeGreaterThan(10_000);
      const stage = { stage: 'due', stageAt: dueAt };
      const times = async () =>
        [...(await logged(desk, 'AlarmRaised')), ...(await logged(desk, 'AlarmJoined'))]
          .flatMap(({ payload }) => payload['stages'] as (typeof stage)[])
          .filter((each) => each.stage === 'due' && each.stageAt === dueAt).length;
      await expect.poll(times, { timeout: 60_000 }).toBeGreaterThan(0);
      await wait(3000);
      const keys = [...(await logged(desk, 'AlarmRaised')), ...(await logged(desk, 'AlarmJoined'))].flatMap(
        ({ payload }) =>
          (payload['stages'] as { key: string; stage: string }[]).map(({ key, stage: name }) => `${key} ${name}`),
      );
      expect(new Set(keys).size).toBe(keys.length);
    } finally {
      await desk.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('[ALARM-3] after sleep and after a start, with its lateness', async ({ desk, page }) => {
    const noted = await listening(page);
    await desk.setUp();
    await desk.enter(page);
    await armSound(page);
    await desk.record(dueIn('asleep', 5000));
    const dueAt = await nextDue(desk);
    desk.host().signal('SIGSTOP');
    await wait(dueAt - Date.now() + 4000);
    const awoke = Date.now();
    desk.host().signal('SIGCONT');
    const resumed = await lateness(noted, awoke);
    say('after resume, heard', resumed.heard, RESUMED_MS);
    expect(resumed.heard).toBeLessThanOrEqual(RESUMED_MS);
    await expect.poll(() => desk.host().stderr()).toContain('awake again after');

    await desk.record(dueIn('started', 4000));
    const due = await nextDue(desk);
    await desk.host().kill();
    await wait(due - Date.now() + 3000);
    const from = Date.now();
    await desk.killAndRestart();
    const isCalled = async (): Promise<boolean> =>
      [...(await logged(desk, 'AlarmRaised')), ...(await logged(desk, 'AlarmJoined'))].some(({ payload }) =>
        (payload['stages'] as { key: string; stage: string; stageAt: number }[]).some(
          ({ key, stage, stageAt }) => key.startsWith('started/') && stage === 'due' && stageAt === due,
        ),
      );
    await expect.poll(isCalled, { timeout: 30_000, intervals: [100] }).toBe(true);
    const started = Date.now() - from;
    say('after a start, recorded', started, RESUMED_MS);
    expect(started).toBeLessThanOrEqual(RESUMED_MS);
  });
});

test('[ALARM-6] the wall clock set back by two hours and on by a day: alarm, entry, banner, answer', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const library = ensureFaketime((line) => console.log(line));
  if (library === null) console.log(HOW_TO_GET_FAKETIME);
  test.skip(library === null, HOW_TO_GET_FAKETIME);
  const folder = mkdtempSync(join(tmpdir(), 'watchdesk-e2e-'));
  const clockFile = join(folder, 'clock');
  writeFileSync(clockFile, '+0\n');
  const desk = await openDesk(folder, {
    LD_PRELOAD: library ?? '',
    FAKETIME_TIMESTAMP_FILE: clockFile,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  try {
    await desk.setUp();
    await desk.enter(page);
    await desk.record(dueIn('clock', 12_000));
    const dueAt = await nextDue(desk);
    writeFileSync(clockFile, '-7200\n');
    const banner = page.getByRole('alert').filter({ hasText: '系统时钟' });
    await expect(banner).toContainText('往回拨了');
    const back = async () =>
      (await logged(desk, 'ClockJumped')).map(({ payload }) => Math.round(Number(payload['seconds'])));
    await expect.poll(back).toEqual([-7200]);
    // By the clock nobody set it falls due all the same.
    await wait(Math.max(0, dueAt - Date.now()));
    const due = async () =>
      [...(await logged(desk, 'AlarmRaised')), ...(await logged(desk, 'AlarmJoined'))].flatMap(({ payload }) =>
        (payload['stages'] as { stage: string; stageAt: number }[]).filter(
          ({ stage, stageAt }) => stage === 'due' && stageAt === dueAt,
        ),
      ).length;
    await expect.poll(due, { timeout: 10_000 }).toBeGreaterThan(0);
    say('clock set back two hours, recorded within', Date.now() - dueAt, RESUMED_MS);
    await expect(page.getByRole('region', { name: '未确认的告警' })).toContainText('泄漏 clock');

    writeFileSync(clockFile, '+86400\n');
    await expect.poll(back).toEqual([93_600, -7200]);
    await expect(banner).toContainText('往前拨了');
    // [LOG-9] Nobody has called that day right: the log does not follow.
    await desk.record({ type: 'AddNote', incidentId: 'clock', text: '钟快了一天' });
    const [note] = await logged(desk, 'NoteAdded');
    expect(Math.abs((note?.recordedAt ?? 0) - Date.now())).toBeLessThan(MINUTE);
    await page.getByRole('button', { name: `已核对，时间正确（${OFFICER.name}）` }).click();
    await expect(banner).toBeHidden();
    expect(await logged(desk, 'ClockJumpAcknowledged')).toMatchObject([{ payload: { clock: 'right' } }]);
  } finally {
    await desk.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('[ALARM-5] one clock is silenced with a reason, and that is logged', async ({ desk, page }) => {
  await desk.setUp();
  await desk.enter(page);
  await desk.record(lateCall('late'));
  const bar = page.getByRole('region', { name: '未确认的告警' });
  const silence = bar.getByRole('button', { name: /^静音/ });
  await silence.first().click();
  const dialog = page.getByRole('dialog');
  const before = await silence.count();
  await dialog.getByRole('button', { name: '静音本次' }).click();
  await expect(dialog).toContainText('请写明理由');
  await dialog.getByRole('textbox', { name: /理由/ }).fill('正在通话');
  await dialog.getByRole('button', { name: '静音本次' }).click();
  await expect(dialog).toBeHidden();
  await expect(silence).toHaveCount(before - 1);
  const silenced = (await logged(desk, 'AlarmSilenced')).map(({ payload }) => payload);
  expect(new Set(silenced.map(({ reason }) => reason))).toEqual(new Set(['正在通话']));
  expect(new Set(silenced.map(({ stage }) => (stage as { key: string }).key)).size).toBe(1);
});
