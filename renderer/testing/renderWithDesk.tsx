/** Renders a component on a desk in memory, as the shell would: queries, drafts, commands, questions and live regions. */
import { act, cleanup, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, vi } from 'vitest';
import { useClockStore } from '#renderer/app/clock/clock.ts';
import { ConfirmDialog } from '#renderer/app/desk/ConfirmDialog.tsx';
import { createHost } from '#renderer/app/desk/createHost.ts';
import { DeskProvider } from '#renderer/app/desk/DeskProvider.tsx';
import { HostContext } from '#renderer/app/desk/deskContext.ts';
import { readHostInfo } from '#renderer/app/desk/hostInfo.ts';
import { createFakeApi, type FakeApi, type FakeApiOptions } from '#renderer/platform/fakeApi.ts';
import { LiveRegion } from '#renderer/ui/LiveRegion.tsx';

/** Friday 2026-02-13, 14:31:13 in the plan's zone. */
export const TEST_NOW = Date.parse('2026-02-13T14:31:13+08:00');

/** What jsdom lacks. */
export function completeJsdom(): void {
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  })) as unknown as typeof window.matchMedia;
  if (!('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView: () => {} });
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

afterEach(cleanup);
configure({ asyncUtilTimeout: 15_000 });

export type Rendered = ReturnType<typeof render> & { api: FakeApi; host: ReturnType<typeof createHost> };

/**
 * Lets everything asked so far be answered and shown: the desk in memory answers in microtasks, so a few turns of the
 * event loop hold a command, what it changed and the queries after it. Lazy screens take longer: wait with `findBy…`.
 */
export const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve));
  });

export async function renderWithDesk(children: ReactNode, options: FakeApiOptions = {}): Promise<Rendered> {
  completeJsdom();
  const now = options.now ?? (() => TEST_NOW);
  const api = createFakeApi({ ...options, now });
  const host = createHost(api);
  api.subscribe((changed) => host.cache.onChanged(changed));
  vi.spyOn(Date, 'now').mockImplementation(now);
  await readHostInfo(api);
  useClockStore.setState({ wall: now(), practice: null });
  await host.drafts.load('live');
  const rendered = render(
    <HostContext.Provider value={host}>
      <DeskProvider setup={<p>setup</p>} waiting={() => <p>waiting</p>}>
        {children}
        <ConfirmDialog />
      </DeskProvider>
      <LiveRegion />
    </HostContext.Provider>,
  );
  await settle();
  return { ...rendered, api, host };
}
