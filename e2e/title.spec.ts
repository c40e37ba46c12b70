// What a tab behind others shows: title and icon carry the next due; the wall board is a page of its own [issue: a real desktop, 3].
import type { CommandInput } from '#shared/domain/commands.ts';
import { ago, expect, lateCall, type Page, test } from './support/fixtures.ts';

test('title and icon show what is late, without a touch; the wall says so too', async ({ page, desk }) => {
  await desk.setUp();
  await desk.enter(page);
  const icon = () => page.locator('link[rel=icon]').getAttribute('href');
  await expect(page).toHaveTitle(/^值守板/);
  expect(await icon()).toMatch(/\/icon-[\w-]+\.svg$/);
  await desk.record(lateCall('i1'));
  await expect(page).toHaveTitle(/^超时 \d+ 项 · 值守板/);
  const late = (await icon()) ?? '';
  expect(late).toContain('icon-late');
  const answer = await page.request.get(new URL(late, page.url()).href);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);

  await page.goto(new URL('/desk#/settings', page.url()).href);
  // What is late calls within a second: its bar moves the page, and a click under way would miss.
  await expect(page.getByRole('region', { name: '未确认的告警' })).toBeVisible();
  const [wall] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '在新页打开大屏' }).click(),
  ]);
  await expect(wall).toHaveTitle(/^超时 \d+ 项 · 大屏/);
  await expect(wall.getByRole('button')).toHaveCount(0);
  await expect(wall.getByText('超时').first()).toBeVisible();
});

test('[ux 9] no hanzi on the wall is smaller than 40 mm on a 55" screen, and nothing overflows', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(lateCall('i1'), lateCall('i2'));
  await desk.enter(page);
  await page.goto(new URL('/desk#/wall', page.url()).href);
  await expect(page.getByText('超时').first()).toBeVisible();
  await measure(page);
});

test('3.4: on the wall a warning has the hero’s place where no clock runs, as large as the rest [ux 9]', async ({
  page,
  desk,
}) => {
  await desk.setUp();
  await desk.record(...issued('w1'), ...issued('w2'), {
    type: 'RecordClue',
    clueId: 'k1',
    source: 'hotline',
    said: '河水漫过标志桩',
    receivedAt: ago(90),
  });
  await desk.enter(page);
  await expect(page).toHaveTitle(/^预警 2 · 值守板/);
  await page.goto(new URL('/desk#/wall', page.url()).href);
  const hero = page.locator('main section');
  await expect(hero).toContainText('橙色预警');
  await expect(hero).toContainText('未签收 2/2');
  await expect(page.getByText('线索待研判 1')).toBeVisible();
  await measure(page);
});

/** `warningId`: of a warning in force. */
const issued = (warningId: string): CommandInput[] => [
  {
    type: 'AssessWarning',
    warningId,
    participants: [{ name: '周工' }],
    conclusion: { kind: 'warn', level: 'orange' },
    reason: '暴雨',
  },
  { type: 'ReportWarning', warningId, person: '孙某', means: 'phone' },
  {
    type: 'ApproveWarning',
    warningId,
    approval: { post: 'deputyCommander', name: '孙某', means: 'phone' },
    ground: 'rules',
  },
  {
    type: 'IssueWarning',
    warningId,
    content: {
      areas: ['zezhou'],
      place: '某输气管道丹河穿越段上下游各两公里范围',
      kind: 'flood',
      startsAt: ago(10),
      endsAt: ago(-600),
      impact: '两岸两村',
      cautions: '远离河道',
      measures: '加密巡查',
    },
    issuer: { post: 'officeDirector', name: '赵某' },
  },
];

async function measure(page: Page): Promise<void> {
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height });
    const found = await page.evaluate(() => {
      const all = [...document.querySelectorAll('main *')].filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      );
      const hero = document.querySelector('main section')?.getBoundingClientRect();
      const inside = [...document.querySelectorAll('main section *')].every(
        (element) => element.getBoundingClientRect().bottom <= (hero?.bottom ?? 0) + 1,
      );
      return {
        smallest: Math.min(...all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
        inside,
        tall: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      };
    });
    // A 55" screen of 16:9 is 685 mm high.
    expect((found.smallest / height) * 685, `${width}×${height}`).toBeGreaterThanOrEqual(40);
    expect([found.inside, found.tall]).toEqual([true, 0]);
  }
}
