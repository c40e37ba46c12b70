/** Starts the screen: finds its host, reads what it needs for the first paint, then renders. */
import './theme/base.css';

import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { createElectronApi } from '#renderer/platform/electronApi.ts';
import { createWebApi } from '#renderer/platform/webApi.ts';
import type { DeskApi } from '#shared/contract/deskApi.ts';
import { App } from './App.tsx';
import { createHost } from './desk/createHost.ts';
import { followDesktop } from './desktop/desktop.ts';
import { followAddress } from './routes/navigation.ts';
import { followSystemTheme } from './theme/theme.ts';

// zod compiles schemas with `new Function` where it may; the Content-Security-Policy forbids it, so it need not try.
config({ jitless: true });

async function chooseApi(): Promise<DeskApi> {
  // Screens without a host, for developing: `vite dev`, then /?fake, or /?fake=empty for a first run.
  const fake = new URLSearchParams(window.location.search).get('fake');
  if (import.meta.env.DEV && fake !== null) {
    const { createFakeApi } = await import('#renderer/platform/fakeApi.ts');
    return createFakeApi({ start: fake === 'empty' ? 'empty' : 'night' });
  }
  if (window.watchdesk) {
    followDesktop(window.watchdesk);
    return createElectronApi(window.watchdesk);
  }
  return createWebApi({ onNoSession: () => window.location.reload() });
}

followSystemTheme();
followAddress();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App host={createHost(await chooseApi())} />);
