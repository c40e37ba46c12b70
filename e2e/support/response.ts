/** What the flows about a response do again and again: a decision filled in, an act pressed, a place gone to. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The post and name of whoever decides; of several deciders in a form, the first whose legend fits. */
export async function decider(page: Page, legend: RegExp, post: string, name: string): Promise<void> {
  const group = page.getByRole('dialog').getByRole('group', { name: legend }).first();
  await choose(page, group.getByRole('button', { name: /职务/ }), new RegExp(`^${post}`));
  await group.getByRole('textbox', { name: '姓名' }).fill(name);
}

/** One of a list behind a button. */
export async function choose(page: Page, button: ReturnType<Page['locator']>, option: RegExp): Promise<void> {
  await button.click();
  await page.getByRole('option', { name: option }).click();
}

/** The act of the form that stands open. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

/** A field with suggestions, such as a person's name. */
export const nameField = (page: Page) => page.getByRole('dialog').getByRole('combobox', { name: '姓名' });
export const person = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('combobox', { name });
export const field = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('textbox', { name });
export const confirm = (page: Page) => page.getByRole('alertdialog').getByRole('button', { name: /^确认/ }).click();
export const goto = (page: Page, place: string) => page.goto(new URL(`/desk#/${place}`, page.url()).href);

export async function faults(page: Page, within = 'body'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}

export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
