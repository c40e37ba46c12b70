/** From nothing to a desk on the screen: connect, read settings and drafts, then the shell. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LiveRegion } from '#renderer/ui/LiveRegion.tsx';
import { runHost } from './desk/createHost.ts';
import { type Host, HostContext } from './desk/deskContext.ts';
import { liveDeskOf, readHostInfo, useHostInfo } from './desk/hostInfo.ts';
import { loadSettings } from './desk/settings.ts';
import { useLocale } from './i18n/locale.ts';
import { Shell } from './shell/Shell.tsx';
import { Waiting } from './shell/Waiting.tsx';

const RescueScreen = lazy(async () => ({
  default: (await import('#renderer/features/rescue/RescueScreen.tsx')).RescueScreen,
}));

const UNREACHABLE = { kind: 'unreachable' } as const;

async function prepare({ api, cache, drafts }: Host): Promise<'connecting' | 'ready'> {
  const info = await readHostInfo(api);
  // The desk is not open: there is nothing of it to read until a person has decided.
  if (info.rescue !== null) return 'connecting';
  // Nothing is kept of what a desk said before its file was rescued.
  cache.onChanged({ desk: '', position: -1, streams: [] });
  const liveDeskId = liveDeskOf(info);
  await drafts.load(liveDeskId);
  await loadSettings(drafts, liveDeskId);
  return 'ready';
}

export function App({ host }: { host: Host }) {
  const [state, setState] = useState<'connecting' | 'failed' | 'ready'>('connecting');
  const locale = useLocale();
  const info = useHostInfo((known) => known.info);
  const rescue = info?.rescue ?? null;
  const isRescue = rescue !== null;
  const connect = useCallback(() => {
    prepare(host).then(setState, () => setState('failed'));
  }, [host]);
  // Again when a rescue is over: the desk behind it is another one.
  useEffect(() => {
    if (isRescue) return;
    connect();
    return () => setState('connecting');
  }, [connect, isRescue]);
  const retry = () => {
    setState('connecting');
    connect();
  };
  const isRunning = state === 'ready' && !isRescue;
  useEffect(() => (isRunning ? runHost(host) : undefined), [host, isRunning]);

  function shown() {
    if (rescue !== null && info !== null) {
      return (
        <Suspense fallback={<Waiting failure={undefined} onRetry={retry} />}>
          <RescueScreen rescue={rescue} dataFolder={info.dataFolder} />
        </Suspense>
      );
    }
    return state === 'ready' ? (
      <Shell />
    ) : (
      <Waiting failure={state === 'failed' ? UNREACHABLE : undefined} onRetry={retry} />
    );
  }

  return (
    <I18nProvider locale={locale}>
      <HostContext.Provider value={host}>
        {shown()}
        <LiveRegion />
      </HostContext.Provider>
    </I18nProvider>
  );
}
