/** Calls taken at a locked screen, across every screen until somebody says whose they are. */
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useNow } from '../clock/clock.ts';
import { useExecuteOn } from '../desk/useExecute.ts';
import { useLiveDesk } from '../desk/useLiveDesk.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/locale.ts';

export function UnnamedCalls() {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const live = useLiveDesk();
  const execute = useExecuteOn();
  if (live === undefined) return null;
  const { desk, officer } = live;
  return desk.people.unclaimed.map(({ callId, at }) => (
    <Banner
      key={callId}
      tone="strong"
      actions={
        <Button onPress={() => void execute(desk.deskId, officer.officerId, { type: 'ClaimCall', callId })}>
          {t('people.unnamed.claim', { name: officer.name })}
        </Button>
      }
    >
      {t('people.unnamed', { time: format.near(at, now) })}
    </Banner>
  ));
}
