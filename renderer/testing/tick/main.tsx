/**
 * The whole screen on answers that never change, for bench/tick.ts: what is measured is the tick alone, not a desk in
 * the same page. The answers come from a real desk, as `answers.json`.
 */
import { createRoot } from 'react-dom/client';
import { App } from '#renderer/app/App.tsx';
import { createHost } from '#renderer/app/desk/createHost.ts';
import { followAddress } from '#renderer/app/routes/navigation.ts';
import { followSystemTheme } from '#renderer/app/theme/theme.ts';
import type { DeskApi, HostInfo, QueryResults } from '#shared/contract/deskApi.ts';
import '#renderer/app/theme/base.css';

type Answers = { host: HostInfo } & Partial<QueryResults>;

const answers = (await (await fetch('/answers.json')).json()) as Answers;
const refused = { ok: false as const, error: { code: 'query' as const, params: {} } };

const api: DeskApi = {
  host: () => Promise.resolve({ ...answers.host, now: Date.now() }),
  execute: () => Promise.resolve(refused),
  query: (_, query) => {
    const result = answers[query.type];
    return Promise.resolve(result === undefined ? refused : { ok: true, result }) as never;
  },
  subscribe: () => () => {},
  onAlarms: () => () => {},
  identity: () => Promise.resolve({ ok: true, identity: { officerId: null, lockedAt: null, pins: {} } }),
  onIdentity: () => () => {},
  onConnection: (listener) => {
    listener(true);
    return () => {};
  },
  selfCheck: () => Promise.resolve({ kind: 'notDue' }),
  exportIncident: () => Promise.resolve({ ok: false, error: { code: 'readOnlyDesk', params: {} } }),
  readArchive: () => Promise.reject(new Error('not here')),
  listDrafts: () => Promise.resolve([]),
  saveDraft: () => Promise.resolve({ savedAt: Date.now() }),
  openPractice: () => Promise.reject(new Error('not here')),
  storeFile: () => Promise.reject(new Error('not here')),
  readFile: () => Promise.reject(new Error('not here')),
  checkFiles: () => Promise.reject(new Error('not here')),
  rescue: () => Promise.reject(new Error('not here')),
};

followSystemTheme();
followAddress();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App host={createHost(api)} />);
