// Who gets in, and how: the printed address, reloads, second tabs, and what is said to everybody else.
import { expect, test } from './support/fixtures.ts';

test('the address lets its first reader in; reload and a second tab need no token', async ({ page, desk }) => {
  await desk.enter(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const second = await page.context().newPage();
  await second.goto(new URL('/', desk.host().address).href);
  await second.waitForURL('**/desk');
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the address is good once; a stranger is told how to open the desk', async ({ page, browser, desk }) => {
  const address = await desk.address();
  await page.goto(address);
  await page.waitForURL('**/desk');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(address);
  await expect(stranger.getByRole('alert')).toContainText('npm start');
  await stranger.goto(new URL('/desk', desk.host().address).href);
  await expect(stranger.getByRole('alert')).toContainText('npm start');
});

test('a new address pasted into an open tab works', async ({ page, desk }) => {
  await page.goto(new URL('/', desk.host().address).href);
  await expect(page.getByRole('alert')).toContainText('npm start');
  await desk.enter(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
