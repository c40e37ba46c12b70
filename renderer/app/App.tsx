/** From nothing to a desk on the screen: connect, read settings and drafts, then the shell. */
import { useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LiveRegion } from '#renderer/ui/LiveRegion.tsx';
import { runHost } from './desk/createHost.ts';
import { type Host, HostContext } from './desk/deskContext.ts';
import { liveDeskOf, readHostInfo } from './desk/hostInfo.ts';
import { loadSettings } from './desk/settings.ts';
import { useLocale } from './i18n/locale.ts';
import { Shell } from './shell/Shell.tsx';
import { Waiting } from './shell/Waiting.tsx';

async function prepare({ api, drafts }: Host): Promise<void> {
  const liveDeskId = liveDeskOf(await readHostInfo(api));
  await drafts.load(liveDeskId);
  await loadSettings(drafts, liveDeskId);
}

export function App({ host }: { host: Host }) {
  const [state, setState] = useState<'connecting' | 'failed' | 'ready'>('connecting');
  const locale = useLocale();
  const connect = useCallback(() => {
    prepare(host).then(
      () => setState('ready'),
      () => setState('failed'),
    );
  }, [host]);
  useEffect(connect, [connect]);
  const retry = () => {
    setState('connecting');
    connect();
  };
  useEffect(() => (state === 'ready' ? runHost(host) : undefined), [host, state]);

  return (
    <I18nProvider locale={locale}>
      <HostContext.Provider value={host}>
        {state === 'ready' ? <Shell /> : <Waiting failed={state === 'failed'} onRetry={retry} />}
        <LiveRegion />
      </HostContext.Provider>
    </I18nProvider>
  );
}
