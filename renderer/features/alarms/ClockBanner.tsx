/** The machine's clock was set: how far, and the question only an officer can answer: is it right now? [reliability: Time] */
import { useExecuteOn } from '#renderer/app/desk/useExecute.ts';
import { formatSeconds } from '#renderer/app/format/duration.ts';
import { useFormat } from '#renderer/app/format/useFormat.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { LiveAlarms } from './useLiveAlarms.ts';

export function ClockBanner({ live }: { live: LiveAlarms }) {
  const t = useT();
  const format = useFormat();
  const execute = useExecuteOn();
  const { clockJumps, deskId, officer } = live;
  const last = clockJumps.at(-1);
  if (last === undefined || last.acknowledged !== null) return null;
  const answer = (clock: 'right' | 'wrong') => () =>
    void execute(deskId, officer.officerId, { type: 'AcknowledgeClockJump', jumpId: last.jumpId, clock });
  return (
    <Banner
      tone="strong"
      actions={
        <>
          <Button onPress={answer('right')}>{t('alarms.clock.right', { name: officer.name })}</Button>
          <Button onPress={answer('wrong')}>{t('alarms.clock.wrong')}</Button>
        </>
      }
    >
      {t(last.seconds < 0 ? 'alarms.clock.back' : 'alarms.clock.forward', {
        time: formatSeconds(last.seconds),
        at: format.timeExact(last.at),
      })}
    </Banner>
  );
}
