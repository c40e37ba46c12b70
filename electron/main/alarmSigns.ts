/** How an alarm shows outside the pages: its own window first; notification, flash and badge as extras. */
import { app, Notification, nativeImage } from 'electron';
import type { AlarmRow } from '#shared/contract/rows.ts';
import { attention, callOf } from './status/attention.ts';
import type { Text } from './texts/texts.ts';
import type { DeskWindows } from './windows/deskWindows.ts';

export type AlarmSignsDeps = {
  windows: Pick<DeskWindows, 'showAlarm' | 'hideAlarm' | 'flash' | 'setOverlay'>;
  icon: string;
  text: () => Text;
  onOpen: (incidentId: string) => void;
};

export type AlarmSigns = { show(alarms: readonly AlarmRow[]): void };

export function createAlarmSigns({ windows, icon, text, onOpen }: AlarmSignsDeps): AlarmSigns {
  let seen: ReadonlySet<string> = new Set();
  /** Kept while they show: a collected notification is clicked in vain. */
  const notices = new Map<string, Notification>();

  function notify({ alarmId, incidentId, incidentTitle, stages }: AlarmRow): void {
    if (!Notification.isSupported()) return;
    const notice = new Notification({
      title: text()('alarm.title', { incident: incidentTitle }),
      body: text()('alarm.body', { n: stages.length }),
      urgency: 'critical',
      timeoutType: 'never',
      silent: true, // the pages sound, by level
    });
    if (incidentId !== undefined) notice.on('click', () => onOpen(incidentId));
    notice.on('close', () => notices.delete(alarmId));
    notices.set(alarmId, notice);
    notice.show();
  }

  return {
    show(alarms) {
      const { fresh, show, badge } = attention(seen, alarms);
      const open = new Set(alarms.map(({ alarmId }) => alarmId));
      for (const [alarmId, notice] of notices) if (!open.has(alarmId)) notice.close();
      for (const alarm of fresh) notify(alarm);
      seen = new Set(alarms.map(callOf));
      app.setBadgeCount(badge);
      windows.setOverlay(badge > 0 ? nativeImage.createFromPath(icon) : null, badge > 0 ? String(badge) : '');
      if (!show) {
        windows.flash(false);
        windows.hideAlarm();
      } else if (fresh.length > 0) {
        windows.flash(true);
        windows.showAlarm();
      }
    },
  };
}
