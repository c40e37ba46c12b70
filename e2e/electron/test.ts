// `test` with a running desktop program on data of its own, and the few steps most flows begin with.
import { test as base, expect, type Page } from '@playwright/test';
import { launchStandIn } from '../electronStandIn/launch.ts';
import { type Desktop, MAIN } from './desktop.ts';
import { launchReal } from './realElectron.ts';

export const test = base.extend<{ kind: 'standIn' | 'real'; desktop: Desktop }>({
  kind: ['standIn', { option: true }],
  desktop: async ({ kind }, provide, { status, expectedStatus }) => {
    const desktop = await (kind === 'real' ? launchReal() : launchStandIn());
    await provide(desktop);
    if (status !== expectedStatus) console.log(desktop.output());
    await desktop.close();
  },
});
export { expect };

type Answer = { status: number; value: unknown };
type Asked = {
  call: 'host' | 'execute' | 'query' | 'openWall' | 'openIncidentWindow' | 'saveFile' | 'savePdf' | 'saveArchive';
  body: unknown;
};

/** Calls the desk as the page's own scripts do. */
export const ask = (page: Page, call: Asked['call'], body: unknown): Promise<Answer> =>
  page.evaluate(
    (asked: Asked) =>
      (window as unknown as { watchdesk: Record<string, (body: unknown) => Promise<Answer>> }).watchdesk[asked.call]?.(
        asked.body,
      ) as Promise<Answer>,
    { call, body },
  );

let commands = 0;
export async function execute(page: Page, command: object, officerId = 'wang'): Promise<Answer> {
  commands += 1;
  return ask(page, 'execute', { desk: 'main', commandId: `flow-command-${commands}`, officerId, command });
}

export async function setUpDesk(desktop: Desktop): Promise<Page> {
  const page = await desktop.window(MAIN);
  await page.getByRole('heading').first().waitFor({ state: 'attached' });
  await execute(page, { type: 'AddOfficer', officerId: 'wang', name: '王值班', post: 'watchOfficer' });
  const answer = await execute(page, { type: 'SetUpDesk', planId: 'jincheng-pipeline-2026' });
  expect(answer.value).toMatchObject({ ok: true });
  return page;
}

/** A leak discovered so long ago that something is overdue at once. */
export async function takeCall(page: Page, incidentId: string, minutesAgo: number): Promise<void> {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const answer = await execute(page, {
    type: 'TakeCall',
    callId: `call-${incidentId}`,
    occurredAt: at,
    receivedAt: at,
    conditions: { leak: 'yes' },
    details: { pipeline: '东黄复线' },
    disposition: { kind: 'open', incidentId },
  });
  expect(answer.value).toMatchObject({ ok: true });
}
