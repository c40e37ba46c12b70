/** Opens a shipped scenario as a practice desk and goes there, to its board unless said otherwise. The first opening plays it through, which takes a moment. */
import { useCallback, useState } from 'react';
import { announce } from '#renderer/ui/announce.ts';
import { useHost } from '../desk/deskContext.ts';
import { readHostInfo } from '../desk/hostInfo.ts';
import { useT } from '../i18n/locale.ts';
import { openDesk } from '../routes/navigation.ts';
import type { Route } from '../routes/route.ts';

type OpenPractice = { open: (scenarioId: string, route?: Route) => Promise<void>; opening: boolean };

export function useOpenPractice(): OpenPractice {
  const { api } = useHost();
  const t = useT();
  const [opening, setOpening] = useState(false);
  const open = useCallback(
    async (scenarioId: string, route?: Route) => {
      setOpening(true);
      try {
        const { deskId } = await api.openPractice(scenarioId);
        await readHostInfo(api);
        openDesk(deskId, route);
      } catch {
        announce(t('practice.failed'), 'assertive');
      } finally {
        setOpening(false);
      }
    },
    [api, t],
  );
  return { open, opening };
}
