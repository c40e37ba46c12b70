// A night with 200 tasks and 60 people in the groups, on the production build, the real host and its file: how long the
// page takes to answer 50 acts, by the browser's own event timing (from the input to the next paint). An act counts as its
// slowest event; what an act brings later, as when the desk has answered, shows as the page's longest blocks.
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium, HOW_TO_GET_ONE } from '#build/chromium.ts';
import { addressWith, askRunningHost } from '#electron/web/runningHost.ts';
import type { CommandInput } from '#shared/domain/commands.ts';
import { startHostProcess } from '../e2e/support/hostProcess.ts';
import { connectWebApi, signIn } from '../e2e/support/webClient.ts';
import { benchFolder, PLAN_ID } from './lib/benchDesk.ts';
import { percentile, printTable, verdict } from './lib/figures.ts';

const TASKS = 200;
const PEOPLE = 60;
const ACTS = 50;
const LIMIT_MS = 200;
const DESK_SCREEN = { width: 1920, height: 1080 };
const MINUTE = 60_000;
/** Longer than the frame after the one an event is timed to. */
const SETTLE_MS = 120;
const incidentId = 'i1';

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString();
const taskName = (n: number): string => `任务${n}：沿线巡查并上报`;

/** The night before the acts. */
async function playNight(address: string): Promise<void> {
  const api = connectWebApi(await signIn(address));
  let sent = 0;
  async function record(...commands: CommandInput[]): Promise<void> {
    for (const command of commands) {
      sent += 1;
      const request = { desk: 'main', commandId: `bench-night-${sent}`, officerId: 'o1', command };
      const reply = await api.execute(request);
      const done = 'confirm' in reply ? await api.execute({ ...request, confirmToken: reply.confirm.token }) : reply;
      if (!done.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(done)}`);
    }
  }
  await record(
    { type: 'AddOfficer', officerId: 'o1', name: '王值班', post: 'watchOfficer' },
    { type: 'SetUpDesk', planId: PLAN_ID },
    { type: 'TakeDuty', duty: 'watch', officerId: 'o1' },
    {
      type: 'TakeCall',
      callId: 'c1',
      occurredAt: minutesFromNow(-120),
      receivedAt: minutesFromNow(-110),
      figures: { dead: 10, injured: '20+' },
      conditions: { leak: 'yes', fire: 'yes' },
      details: { place: '晋城市泽州县巴公镇' },
      disposition: { kind: 'open', incidentId, title: '东黄复线泄漏爆炸' },
    },
    {
      type: 'StartResponse',
      incidentId,
      level: 'I',
      decision: { post: 'commander', name: '陈立', means: 'phone' },
      reason: '遇难 10 人',
      expectedHours: 24,
    },
    { type: 'SetUpGroups', incidentId },
  );
  const file = await api.query('main', { type: 'getResponse', incidentId });
  if (!file.ok) throw new Error(file.error.code);
  const groups = file.result.groups.map(({ groupId }) => groupId);
  const groupOf = (n: number): string => groups[n % groups.length] ?? '';
  for (let n = 0; n < PEOPLE; n += 1) {
    const person = { personId: `p${n}`, name: `队员${n}`, phone: `1370000${1000 + n}` };
    await record({ type: 'CheckInPerson', incidentId, groupId: groupOf(n), person });
  }
  for (let n = 0; n < TASKS; n += 1) {
    await record({
      type: 'AssignTask',
      incidentId,
      taskId: `t${n}`,
      to: { group: groupOf(n) },
      what: taskName(n),
      source: { kind: 'order' },
      assignedAt: minutesFromNow(-60),
      ...(n % 2 === 0 && { dueAt: minutesFromNow(n % 20 === 0 ? -5 : n + 10) }),
    });
    if (n % 5 === 0) await record({ type: 'NoteTask', incidentId, taskId: `t${n}`, text: '已到达指定位置' });
  }
  api.close();
  console.log(`${TASKS} tasks, ${PEOPLE} people, ${groups.length} groups`);
}

/** What an officer does, and how to see that the screen has followed. */
type Act = { name: string; do: () => Promise<void>; seen?: Locator; gone?: Locator };

function script(page: Page): Act[] {
  const dialog = page.getByRole('dialog');
  const list = page.getByRole('tabpanel');
  const columns = page.getByRole('list', { name: '工作组' }).getByRole('button');
  const checklists = page.getByRole('region', { name: /^措施清单/ });
  const click = (name: string, what: Locator, then: Pick<Act, 'seen' | 'gone'> = {}): Act => ({
    name,
    do: () => what.click(),
    ...then,
  });
  const type = (name: string, text: string): Act => ({ name, do: () => page.keyboard.type(text, { delay: 30 }) });
  const goTo = (screen: string, seen: Locator): Act =>
    click(`to ${screen}`, page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${screen}`) }), { seen });
  const send = (name: string): Act =>
    click(`record: ${name}`, dialog.getByRole('button', { name: new RegExp(`^${name}`) }), { gone: dialog });
  const task = (act: string, n: number): Locator => list.getByRole('button', { name: `${act}：${taskName(n)}` });
  const said = (act: string, n: number, text: string): Act[] => [
    click(`form: ${act}`, task(act, n), { seen: dialog }),
    type(`type: ${act}`, text),
    send(act === '进展' ? '登记进展' : act),
  ];

  return [
    goTo('工作组', columns.first()),
    ...[1, 2].map((n) => click('accept a task', task('接受', n), { gone: task('接受', n) })),
    ...said('办结', 2, 'done 12 km of pipe'),
    ...said('进展', 3, 'at K12+300, water is clear'),
    ...said('退回', 4, 'no boat here'),
    click('form: new task', list.getByRole('button', { name: '交办任务' }), { seen: dialog }),
    type('type: new task', 'close valve 7'),
    click('leave the form', dialog.getByRole('button', { name: '取消' }), { gone: dialog }),
    click('all tasks', list.getByRole('button', { name: '只看未办' }), { seen: list.getByText(taskName(2)) }),
    click('open tasks only', list.getByRole('button', { name: '只看未办' }), { gone: list.getByText(taskName(2)) }),
    click('open a group', columns.nth(0), { seen: page.getByRole('radio', { name: '到位' }) }),
    click('group in place', page.getByText('到位', { exact: true }), { seen: columns.nth(0).getByText('到位') }),
    click('form: new task', page.getByRole('toolbar').getByRole('button', { name: '交办任务' }), { seen: dialog }),
    type('type: new task', 'close valve 9'),
    send('交办任务'),
    ...['zhou', 'qian'].flatMap((name) => [
      click('form: check in', page.getByRole('button', { name: '人员签到' }), { seen: dialog }),
      type('type: check in', name),
      send('人员签到'),
    ]),
    click('check out', page.getByRole('button', { name: '签退：队员0' }), {
      gone: page.getByRole('button', { name: '签退：队员0' }),
    }),
    click('another group', columns.nth(3), { seen: page.getByRole('button', { name: '签退：队员3' }) }),
    click('group at work', page.getByText('执行', { exact: true }), { seen: columns.nth(3).getByText('执行') }),
    click('close the group', columns.nth(3), { gone: page.getByRole('button', { name: '签退：队员3' }) }),
    click('tab: units', page.getByRole('tab', { name: /^调集单位/ }), { seen: list.getByText('没有调集单位') }),
    click('tab: instructions', page.getByRole('tab', { name: /^批示/ }), { seen: list.getByText('没有批示') }),
    click('form: instruction', list.getByRole('button', { name: '登记批示' }), { seen: dialog }),
    type('type: instruction', 'mayor Li'),
    click('leave the form', dialog.getByRole('button', { name: '取消' }), { gone: dialog }),
    click('tab: tasks', page.getByRole('tab', { name: /^任务/ }), { seen: task('接受', 5) }),
    goTo('响应', checklists),
    ...[1, 2, 3].map(() => click('measure done', checklists.getByRole('button', { name: /^已办：/ }).first())),
    click('form: assign a measure', checklists.getByRole('button', { name: /^交办：/ }).first(), { seen: dialog }),
    { name: 'leave the form', do: () => page.keyboard.press('Escape'), gone: dialog },
    click('form: end the response', page.getByRole('button', { name: '终止响应' }), { seen: dialog }),
    { name: 'leave the form', do: () => page.keyboard.press('Escape'), gone: dialog },
    goTo('值守板', page.getByRole('region', { name: /工作组 9/ })),
    goTo('接报', page.getByRole('textbox').first()),
    type('type: intake', '0212'),
    goTo('工作组', columns.first()),
  ];
}

type Measured = { name: string; events: { name: string; duration: number }[]; shownInMs: number; blockMs: number };

/** Collects what the browser says about events and long blocks, from before the page's own code runs. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: { kind: string; name: string; duration: number }[] = [];
    const note = (entries: PerformanceEntryList) => {
      for (const { entryType, name, duration } of entries) seen.push({ kind: entryType, name, duration });
    };
    const observers = (['event', 'longtask'] as const).map((type) => {
      const observer = new PerformanceObserver((list) => note(list.getEntries()));
      observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
      return observer;
    });
    Object.assign(window, {
      takeTimings: () => {
        for (const observer of observers) note(observer.takeRecords());
        return seen.splice(0);
      },
    });
  });
}

const takeTimings = (page: Page): Promise<{ kind: string; name: string; duration: number }[]> =>
  page.evaluate(() => (window as unknown as { takeTimings: () => never[] }).takeTimings());

async function measure(page: Page, act: Act): Promise<Measured> {
  const from = performance.now();
  await act.do();
  await act.seen?.first().waitFor();
  await act.gone?.first().waitFor({ state: 'hidden' });
  const shownInMs = performance.now() - from;
  await page.waitForTimeout(SETTLE_MS);
  const timings = await takeTimings(page);
  const events = timings.filter(({ kind }) => kind === 'event');
  const blocks = timings.filter(({ kind }) => kind === 'longtask').map(({ duration }) => duration);
  return { name: act.name, events, shownInMs, blockMs: Math.max(0, ...blocks) };
}

/** Below the threshold of 16 ms the browser reports nothing. */
const slowest = ({ events }: Measured): number => Math.max(0, ...events.map(({ duration }) => duration));

function report(measured: readonly Measured[]): void {
  const worst = measured.toSorted((a, b) => slowest(b) - slowest(a)).slice(0, 12);
  printTable([
    ['slowest acts, ms', 'event', 'of', 'longest block', 'shown'],
    ...worst.map((act) => [
      act.name,
      slowest(act).toFixed(0),
      act.events.toSorted((a, b) => b.duration - a.duration)[0]?.name ?? '-',
      act.blockMs.toFixed(0),
      act.shownInMs.toFixed(0),
    ]),
  ]);
  const events = measured.map(slowest).toSorted((a, b) => a - b);
  const blocks = measured.map(({ blockMs }) => blockMs).toSorted((a, b) => a - b);
  console.log(`event timing p50 ${percentile(events, 0.5).toFixed(0)} ms, longest block of all ${blocks.at(-1)} ms`);
  verdict(`event timing over ${measured.length} acts, p98`, percentile(events, 0.98), LIMIT_MS, 'ms');
}

async function runActs(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: DESK_SCREEN, locale: 'zh-CN' });
  page.on('pageerror', (error) => console.log(`page: ${error.message}`));
  await watch(page);
  await page.goto(address);
  await page.getByRole('region', { name: /工作组 9/ }).waitFor();
  await page.waitForTimeout(2000);
  const acts = script(page);
  if (acts.length !== ACTS) throw new Error(`${acts.length} acts in the script, not ${ACTS}`);
  await takeTimings(page);
  const measured: Measured[] = [];
  for (const act of acts) measured.push(await measure(page, act));
  report(measured);
}

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.log(`NOT RUN: no Chromium; ${HOW_TO_GET_ONE}`);
    return;
  }
  const { folder, remove } = benchFolder();
  const host = await startHostProcess(folder);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    await playNight(host.address);
    const running = await askRunningHost(folder);
    if (running === null) throw new Error('the host does not answer');
    await runActs(browser, addressWith(running.port, running.token));
  } finally {
    await browser.close();
    await host.kill();
    remove();
  }
}

await main();
