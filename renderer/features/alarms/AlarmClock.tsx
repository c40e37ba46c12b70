/** One clock of an alarm: what it is, and how long it is late, left or waiting, by the real clock; one reminder by its name. */
import { useEffect, useRef } from 'react';
import { useClockStore } from '#renderer/app/clock/clock.ts';
import { formatSpan } from '#renderer/app/format/duration.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { Translate } from '#renderer/app/i18n/translator.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './AlarmBar.module.css';
import { type AlarmItem, isMet } from './alarmItems.ts';

type Shown = Pick<AlarmItem, 'kind' | 'obligation' | 'stageAt'>;

export function alarmClockText(item: Shown, clock: string, now: number, t: Translate): string {
  const { kind, obligation, stageAt } = item;
  if (kind === 'remind') return clock;
  if (isMet(item)) return t('alarms.item.done', { clock });
  const dueAt = obligation ? obligation.dueAt : kind === 'attention' ? null : stageAt;
  if (dueAt === null) {
    return t('alarms.item.elapsed', { clock, time: formatSpan(obligation?.trigger ?? stageAt, now) });
  }
  return dueAt >= now
    ? t('alarms.item.left', { clock, time: formatSpan(now, dueAt) })
    : t('alarms.item.late', { clock, time: formatSpan(dueAt, now) });
}

/** `onSilence` is left out where nobody can: the stage is not recorded yet. */
export function AlarmClock({ item, name, onSilence }: { item: AlarmItem; name: string; onSilence?: () => void }) {
  const t = useT();
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The wall's clock, not the scenario's: these are real alarms also during a practice replay.
    const paint = (now: number) => {
      if (element.current) element.current.textContent = alarmClockText(item, name, now, t);
    };
    paint(useClockStore.getState().wall);
    return useClockStore.subscribe(({ wall }) => paint(wall));
  }, [item, name, t]);
  return (
    <li className={styles.item}>
      <span ref={element} className={isMet(item) ? styles.met : undefined} />
      {onSilence && (
        <Button variant="quiet" aria-label={t('alarms.silence.title', { clock: name })} onPress={onSilence}>
          {t('alarms.silence')}
        </Button>
      )}
    </li>
  );
}
