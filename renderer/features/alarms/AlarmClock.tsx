/** One clock of an alarm: what it is, and how long it is late, left or waiting, by the real clock. */
import { useEffect, useRef } from 'react';
import { useClockStore } from '#renderer/app/clock/clock.ts';
import { formatSpan } from '#renderer/app/format/duration.ts';
import { useT } from '#renderer/app/i18n/locale.ts';
import type { Translate } from '#renderer/app/i18n/translator.ts';
import styles from './AlarmBar.module.css';
import { type AlarmItem, isMet } from './alarmItems.ts';

export function alarmClockText(item: AlarmItem, clock: string, now: number, t: Translate): string {
  const { kind, obligation, stageAt } = item;
  if (isMet(item)) return t('alarms.item.done', { clock });
  const dueAt = obligation ? obligation.dueAt : kind === 'attention' ? null : stageAt;
  if (dueAt === null) {
    return t('alarms.item.elapsed', { clock, time: formatSpan(obligation?.trigger ?? stageAt, now) });
  }
  return dueAt >= now
    ? t('alarms.item.left', { clock, time: formatSpan(now, dueAt) })
    : t('alarms.item.late', { clock, time: formatSpan(dueAt, now) });
}

export function AlarmClock({ item, name }: { item: AlarmItem; name: string }) {
  const t = useT();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The wall's clock, not the scenario's: these are real alarms also during a practice replay.
    const paint = (now: number) => {
      if (element.current) element.current.textContent = alarmClockText(item, name, now, t);
    };
    paint(useClockStore.getState().wall);
    return useClockStore.subscribe(({ wall }) => paint(wall));
  }, [item, name, t]);
  return <li ref={element} className={isMet(item) ? styles.met : undefined} />;
}
